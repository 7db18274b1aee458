package org.newsbag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportPageTest {
    private static final String HOSTILE = "</title><script>alert(1)</script>\u202E\u001b[2J' onload='x\" & {bag}";

    static String html(Language language, AuditReport report) throws IOException {
        return html(new ReportPage(language), report);
    }

    private static String html(ReportPage page, AuditReport report) throws IOException {
        var out = new ByteArrayOutputStream();
        page.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document page(Language language, AuditReport report) throws IOException {
        return Jsoup.parse(html(language, report));
    }

    private static void assumeFonts() {
        assumeTrue(Obstacle.of(Drawing::measure).isEmpty(), "no font on this machine: no chart is looked at");
    }

    @Test
    void where_nothing_is_registered_it_says_what_to_do() throws IOException {
        var page = page(Language.ENGLISH, SampleReport.nothing());
        assertThat(page.select("h2").eachText()).containsExactly("Nothing is registered yet", "Head of the ledger");
        assertThat(page.select("#verdict pre").text()).contains("newsbag audit add FOLDER");
        assertThat(page.select("#head pre").text())
                .isEqualTo("newsbag audit verify --checkpoint '" + SampleReport.HEAD + "'");
        assertThat(page.select("svg.chart, table, nav")).isEmpty();
    }

    @Test
    void a_promise_that_is_kept_is_called_so_in_words() throws IOException {
        var report = SampleReport.of(1, 0);
        var page = page(Language.ENGLISH, report);
        assertThat(page.select("#verdict h2").text()).isEqualTo("The promise is kept");
        assertThat(page.select("#verdict .line").text()).isEqualTo(InvariantLine.of(report.standing()));
        assertThat(page.select("#held dt").eachText())
                .containsExactly("Bags", "of these, copies", "Files", "Size", "Oldest verification", "Limit");
        assertThat(page.select("#failing").text()).contains("No bag failed its last check.");
        assertThat(page.select("#bags").text()).contains("The bag that is held.");
    }

    @Test
    void a_broken_promise_names_what_broke_it() throws IOException {
        var page = page(Language.ENGLISH, SampleReport.of(10, 2));
        assertThat(page.select("#verdict h2").text()).isEqualTo("The promise is not kept");
        assertThat(page.select("#verdict li").eachText())
                .containsExactly(
                        "2 bags failed their last check. What failed, and since when",
                        "1 bag is overdue: some part of it was not verified within the limit. Which verifications are too old");
        var bag = page.select("#failing article").first();
        assertThat(bag.select("h3").text()).isEqualTo(SampleReport.location(0));
        assertThat(bag.select(".facts").text())
                .isEqualTo(
                        "altered, missing Failing since 2026-09-28 12:28 (58 days) failed 3 checks in a row 3 files that are not intact");
        assertThat(bag.select(".files li").get(0).text())
                .isEqualTo("data/1998/03/14/front-page.tif altered"
                        + " Expected sha256:9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab"
                        + " Found sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                        + " Detail 0 bytes instead of 48,211,332; modified 2026-10-02 03:11 UTC");
        assertThat(bag.select(".files li").get(1).text()).endsWith("Found none");
        assertThat(bag.select(".history tbody tr").get(0).text())
                .isEqualTo("48,200 2026-11-24 12:28 checked: altered 2 files are not intact");
        assertThat(page.select("#bags tbody tr").get(0).select("a").attr("href"))
                .isEqualTo("#failing-1");
        assertThat(page.select("#bags tbody tr").get(2).text()).contains("! overdue");
    }

    @Test
    void a_bag_that_waits_for_its_first_verification_is_no_broken_promise() throws IOException {
        var standing = new Standing(4, 0, 4, 4, Optional.empty(), 3, SampleReport.LIMIT, 0, 0, SampleReport.NOW);
        var report = new AuditReport(
                SampleReport.NOW, "l", "h", 4, standing, List.of(), List.of(), List.of(), List.of(), List.of());
        var page = page(Language.ENGLISH, report);
        assertThat(page.select("#verdict").text())
                .contains("The promise is kept")
                .contains("still to be verified for the first time: 3;");
        assertThat(page.select("#runs pre").text()).isEqualTo("newsbag audit run");
        assertThat(page.select("#coverage").text()).contains("There is no history to show yet.");
        assertThat(page.select("svg.chart")).isEmpty();
    }

    @Test
    void what_is_left_out_is_said() throws IOException {
        var page = page(Language.ENGLISH, SampleReport.of(1204, 230));
        assertThat(page.select("#bags tbody tr")).hasSize(1000);
        assertThat(page.select("#bags .note").text()).startsWith("1,000 of 1,204 bags");
        assertThat(page.select("#failing article")).hasSize(200);
        assertThat(page.select("#failing > .note").text()).startsWith("30 more failing bags are left out here.");
        assertThat(page.select("#failing-5 .note").text()).isEqualTo("1,198 more files are left out here.");
        assertThat(page.select("#runs > .note").text()).startsWith("2 runs never ended: they were killed");
        assertThat(page.select("#runs tbody tr").get(2).text())
                .contains("never ended")
                .contains("–");
    }

    @ParameterizedTest
    @EnumSource
    void charts_say_in_words_and_in_a_table_what_they_draw(Language language) throws IOException {
        assumeFonts();
        var html = html(language, SampleReport.of(1204, 230));
        var page = Jsoup.parse(html);
        assertThat(page.select("svg.chart")).hasSize(6);
        for (var chart : page.select("svg.chart")) {
            assertThat(chart.attr("role")).isEqualTo("img");
            assertThat(chart.hasAttr("width") || chart.hasAttr("height")).isFalse();
            for (var id : chart.attr("aria-labelledby").split(" "))
                assertThat(page.getElementById(id).text()).isNotBlank();
            assertThat(chart.select("text")).isNotEmpty();
            assertThat(chart.outerHtml().contains("rgb(") || chart.outerHtml().contains("font-family"))
                    .as(chart.id())
                    .isFalse();
            assertThat(chart.closest("section").select("details table caption").text())
                    .isNotBlank();
        }
        var ids = page.select("[id]").eachAttr("id");
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        for (var link : page.select("a[href^=#]"))
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        assertThat(page.select("#ages tbody tr")).hasSize(6);
        assertThat(page.select("#coverage tbody tr")).hasSize(53);
        assertThat(page.select("#runs tbody tr")).hasSize(100);
    }

    @Test
    void the_description_of_a_chart_tells_its_story() throws IOException {
        assumeFonts();
        var page = page(Language.ENGLISH, SampleReport.of(10, 2));
        assertThat(page.getElementById("coverage-wide-desc").text())
                .isEqualTo(
                        "From 2025-11-26 to 2026-11-25. The share of bytes verified within the limit was lowest at 35.0% (2025-11-26)"
                                + " and is 99.5% at the end. Failing bags: at most 2, 2 at the end.");
        assertThat(page.getElementById("ages-wide-desc").text()).contains("90 to 120 days: 1 bag (overdue);");
        assertThat(page.getElementById("throughput-wide-desc").text()).endsWith("Runs that never ended: 1.");
        assertThat(page.select("#ages-wide text").eachText()).contains("never verified", "1 bag, 8.5 GB: overdue");
    }

    @Test
    void in_arabic_time_runs_from_right_to_left_and_names_from_left_to_right() throws IOException {
        assumeFonts();
        var page = page(Language.ARABIC, SampleReport.of(10, 2));
        assertThat(page.select("html").attr("lang")).isEqualTo("ar");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("#verdict h2").text()).isEqualTo("الالتزام غير مستوفى");
        var dates = page.select("#coverage-wide text").stream()
                .filter(text -> text.text().matches("\\d{4}-\\d\\d"))
                .toList();
        assertThat(dates).hasSizeGreaterThan(2);
        for (int i = 1; i < dates.size(); i++) {
            boolean isLater = dates.get(i).text().compareTo(dates.get(i - 1).text()) > 0;
            boolean isFartherLeft = Double.parseDouble(dates.get(i).attr("x"))
                    < Double.parseDouble(dates.get(i - 1).attr("x"));
            assertThat(isFartherLeft).isEqualTo(isLater);
        }
        assertThat(page.select("#bags tbody th > bdi"))
                .allMatch(name -> name.attr("dir").equals("ltr"));
        assertThat(page.select("#failing-2 h3 > bdi > bdi").eachText())
                .containsExactly("srv", "archive", "صحف", "الأهرام-1951-2.tar.gz");
        assertThat(page.text()).doesNotContainPattern("[٠-٩]");
    }

    @ParameterizedTest
    @EnumSource
    void a_stranger_can_neither_draw_nor_turn_the_page(Language language) throws IOException {
        var now = SampleReport.NOW;
        var bag = new FailingBag(
                1,
                HOSTILE,
                List.of(HOSTILE),
                now,
                1,
                List.of(new FailingFile(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                1,
                List.of(new HistoryLine(1, now, HOSTILE, HOSTILE, HOSTILE)));
        var sample = SampleReport.of(1, 1);
        var html = html(
                language,
                new AuditReport(
                        now,
                        HOSTILE,
                        HOSTILE,
                        1,
                        sample.standing(),
                        sample.coverage(),
                        sample.ages(),
                        List.of(new RunSummary(HOSTILE, now, Optional.of(Duration.ZERO), 1, 1, 1, 1)),
                        List.of(bag),
                        List.of(new HeldBag(1, HOSTILE, Optional.of(HOSTILE), 1, 1, Optional.of(now), HOSTILE))));
        assertThat(html).doesNotContain("<script", "\u202E", "\u001b");
        var page = Jsoup.parse(html);
        assertThat(page.select("script, link, img, iframe, [onload]")).isEmpty();
        assertThat(page.select("h3").text())
                .isEqualTo("</title><script>alert(1)</script>\\u202E\\u001B[2J' onload='x\" & {bag}");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(page.select("title").first().text()).endsWith("(2026-11-25)");
    }

    @ParameterizedTest
    @EnumSource
    void without_fonts_the_tables_stand_open_and_the_page_says_why(Language language) throws IOException {
        Runnable trial = () -> {
            throw new InternalError(
                    new RuntimeException("Fontconfig head is null, check your fonts or fonts configuration"));
        };
        var page = Jsoup.parse(html(new ReportPage(language, trial), SampleReport.of(10, 2)));
        assertThat(page.select("svg.chart, figure")).isEmpty();
        assertThat(page.select("#charts-left").text()).contains("Fontconfig head is null", "fonts-dejavu-core");
        assertThat(page.select("#coverage details[open] table, #ages details[open] table, #runs details[open] table"))
                .hasSize(3);
    }

    @Test
    void the_same_report_is_the_same_page_wherever_it_is_made() throws IOException {
        var before = Locale.getDefault();
        var expected = html(Language.ARABIC, SampleReport.of(10, 2));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(html(Language.ARABIC, SampleReport.of(10, 2))).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void headings_go_down_one_step_at_a_time() throws IOException {
        int level = 0;
        for (var heading : page(Language.ENGLISH, SampleReport.of(10, 2)).select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }
}
