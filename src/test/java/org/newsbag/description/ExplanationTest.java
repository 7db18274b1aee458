package org.newsbag.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.newsbag.extract.Extraction;
import org.newsbag.extract.Identified;
import org.newsbag.extract.Outcome;
import org.newsbag.extract.Statement;
import org.newsbag.provenance.OwnLists;
import org.newsbag.provenance.ProvenanceReader;

/** What a person is shown of why a record says what it says. */
class ExplanationTest {
    private static final String HEADLINE = "افتتاح حديقة عامة جديدة على ضفة النهر";
    private static final String BODY =
            "افتتحت بلدية المدينة المتخيلة حديقة عامة على ضفة النهر تضم ملاعب للأطفال ومكتبة صغيرة ومسرحا مكشوفا وممرا للمشاة.";
    private static final String TEXT = HEADLINE + "\n\nموسكو-سانا\n\n" + BODY;

    private static DescribedFile described(String text, Statement... statements) throws IOException {
        var extraction = new Extraction(
                Outcome.EXTRACTED,
                "",
                new Identified("text/plain", "content"),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(statements),
                List.of());
        var provenance = ProvenanceReader.load(OwnLists.NONE).read(extraction);
        return new DescribedFile(
                "a<b>.txt",
                "a<b>.txt",
                text.length(),
                Map.of(),
                Optional.of(extraction),
                Optional.of(provenance),
                Optional.empty(),
                Optional.empty());
    }

    private static String printed(DescribedFile file) throws IOException {
        var out = new StringBuilder();
        new ExplanationText(out).add(file);
        return out.toString();
    }

    private static String page(DescribedFile file) throws IOException {
        var out = new StringBuilder();
        try (var page = new ExplanationPage(out)) {
            page.add(file);
        }
        return out.toString();
    }

    @Test
    void the_pieces_of_a_text_are_that_text_and_marks_close_in_the_order_of_nesting() throws IOException {
        var explanation = Explanation.of(described(TEXT));
        var pieces = explanation.pieces(0, TEXT.length());
        assertThat(pieces.stream()
                        .map(piece -> piece instanceof Explanation.Plain plain ? plain.text() : "")
                        .collect(Collectors.joining()))
                .isEqualTo(TEXT);
        var open = new java.util.ArrayDeque<Explanation.Mark>();
        for (var piece : pieces) {
            if (piece instanceof Explanation.Open opening) open.push(opening.mark());
            if (piece instanceof Explanation.Close closing)
                assertThat(open.pop()).isEqualTo(closing.mark());
        }
        assertThat(open).isEmpty();
        assertThat(explanation.marks()).hasSize(4);
    }

    @Test
    void every_line_and_value_stands_in_an_isolate_beside_its_field_rule_and_confidence() throws IOException {
        var out = printed(described(TEXT));
        assertThat(out)
                .contains("\u2068⟦⟦موسكو⟧4-⟦سانا⟧2,5,6⟧3\u2069")
                .containsPattern("4  dateline\\.place +asserted  0\\.\\d\\d  text dateline\\.line/1  \u2068موسكو\u2069")
                .containsPattern("-  byline +absent      no name stands beside a label, a place or an outlet");
    }

    @Test
    void a_stranger_cannot_draw_on_the_terminal_nor_end_an_isolate() throws IOException {
        var out = printed(described("Title \u001b[2J\u2069 of ⟦the⟧9 whole\n\nPARIS (AFP) - " + BODY));
        assertThat(out).doesNotContain("\u001b", "⟧9").contains("[the]9");
        assertThat(page(described("Title \u202E of the whole\n\n" + BODY))).doesNotContain("\u202E");
        assertThat(out.chars().filter(c -> c == 0x2068).count())
                .isEqualTo(out.chars().filter(c -> c == 0x2069).count());
    }

    @Test
    void the_page_marks_the_text_and_lists_the_rows_and_holds_no_markup_of_a_stranger() throws IOException {
        var html = page(described("<script>alert(1)</script> & more\n\n" + TEXT));
        var page = Jsoup.parse(html);
        assertThat(page.select("script, link, img, iframe")).isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
        assertThat(page.select("h2").text()).isEqualTo("a<b>.txt");
        assertThat(page.select(".text p").get(0).text()).startsWith("<script>");
        assertThat(page.select("mark.dateline mark.dateline").text()).contains("موسكو");
        for (var link : page.select("mark a"))
            assertThat(page.select(link.attr("href"))).hasSize(1);
        assertThat(page.select("tr.absent").text()).contains("byline absent: no name stands beside");
    }

    @Test
    void between_head_and_foot_it_says_how_much_no_rule_looks_at() throws IOException {
        var text = TEXT + "\n" + (BODY + "\n").repeat(100);
        var parts = Explanation.of(described(text)).parts();
        assertThat(parts).hasSize(2);
        int gap = parts.get(1).start() - parts.get(0).end();
        assertThat(printed(described(text))).contains(String.format(java.util.Locale.ROOT, "... %,d characters", gap));
    }
}
