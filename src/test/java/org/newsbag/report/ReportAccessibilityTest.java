package org.newsbag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of page under axe-core in a browser without a window: both languages, light and dark, on a desk and on a phone. The copies under test have no
 * Content-Security-Policy, so that the script may run in them.
 */
class ReportAccessibilityTest {
    private static final String POLICY =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";
    private static final String DARK = "@media screen and (prefers-color-scheme: dark)";
    private static final String LIGHT = "@media screen and (prefers-color-scheme: light)";
    private static final int DESK = 1280;
    private static final int PHONE = 375;

    /** Sends what is wrong to the page around: rule, number of places, the first place. */
    private static final String CHECK = """
            <script>
            addEventListener('load', () => axe.run(document).then(result => {
              const wrong = result.violations.map(v => v.id + ' x' + v.nodes.length + ' ' + v.nodes[0].html.slice(0, 200));
              const root = document.documentElement;
              if (root.scrollWidth > root.clientWidth) wrong.push('page-scrolls-sideways ' + root.scrollWidth + ' > ' + root.clientWidth);
              if (result.passes.length < 10) wrong.push('only ' + result.passes.length + ' rules applied');
              parent.postMessage(wrong.length ? wrong.join(' ;; ') : 'none', '*');
            }).catch(e => parent.postMessage('failed: ' + e, '*')));
            </script>
            """;

    /** Loads one page after the other, and lists what each sent. */
    private static final String AROUND = """
            <!DOCTYPE html><meta charset="utf-8"><ol></ol>
            <script>
            const pages = [%s];
            const next = () => {
              const page = pages.shift();
              if (!page) { document.title = 'done'; return; }
              const frame = document.createElement('iframe');
              frame.style = 'border:0;height:900px;width:' + page[1] + 'px';
              frame.src = page[0];
              onmessage = e => {
                const item = document.createElement('li');
                item.textContent = page[0] + ' ' + page[1] + ': ' + e.data;
                document.querySelector('ol').append(item);
                frame.remove();
                next();
              };
              document.body.append(frame);
            };
            next();
            </script>
            """;

    @Test
    void axe_finds_nothing_to_object_to(@TempDir Path folder) throws Exception {
        var browser = browser();
        assumeTrue(
                browser.isPresent(),
                "no chromium, chromium-browser or google-chrome on the PATH: the pages are not looked at");
        var pages = new ArrayList<String>();
        for (var language : Language.values())
            for (var report : reports().entrySet()) {
                var html = ReportPageTest.html(language, report.getValue());
                for (var scheme : List.of("light", "dark"))
                    for (int width : List.of(DESK, PHONE)) {
                        boolean isLong = report.getValue().bags().size() > 100;
                        if (isLong && !isLookedAtWhenLong(language, scheme, width)) continue;
                        var name = report.getKey() + "-" + language.id() + "-" + scheme + ".html";
                        Files.writeString(folder.resolve(name), copy(html, scheme));
                        pages.add("['" + name + "'," + width + "]");
                    }
            }
        axe(folder);
        var around = Files.writeString(folder.resolve("around.html"), AROUND.formatted(String.join(",", pages)));
        var seen = Jsoup.parse(dom(browser.get(), around, folder)).select("li").eachText();
        assertThat(seen)
                .hasSameSizeAs(pages)
                .allSatisfy(line -> assertThat(line).endsWith(": none"));
    }

    @Test
    void axe_objects_to_a_page_that_is_broken(@TempDir Path folder) throws Exception {
        var browser = browser();
        assumeTrue(
                browser.isPresent(),
                "no chromium, chromium-browser or google-chrome on the PATH: the pages are not looked at");
        var html = ReportPageTest.html(Language.ENGLISH, SampleReport.of(1, 1))
                .replace("<html lang=\"en\"", "<html")
                .replace("--text: #4d5661", "--text: #ccc")
                .replace("<h1>", "<h1 style='width:1500px'>");
        Files.writeString(folder.resolve("broken.html"), copy(html, "light"));
        axe(folder);
        var around =
                Files.writeString(folder.resolve("around.html"), AROUND.formatted("['broken.html'," + PHONE + "]"));
        assertThat(Jsoup.parse(dom(browser.get(), around, folder)).select("li").text())
                .contains("html-has-lang", "color-contrast", "page-scrolls-sideways");
    }

    /** A thousand bags take the browser ten seconds: two such pages, which differ in everything. */
    private static boolean isLookedAtWhenLong(Language language, String scheme, int width) {
        return language == Language.ENGLISH
                ? scheme.equals("light") && width == DESK
                : scheme.equals("dark") && width == PHONE;
    }

    private static Map<String, AuditReport> reports() {
        var reports = new LinkedHashMap<String, AuditReport>();
        reports.put("nothing", SampleReport.nothing());
        reports.put("kept", SampleReport.of(10, 0));
        reports.put("ten", SampleReport.of(10, 2));
        reports.put("many", SampleReport.of(1000, 12));
        return reports;
    }

    private static String copy(String html, String scheme) {
        assertThat(html).contains(POLICY, DARK);
        return html.replace(POLICY, "<script src=\"axe.min.js\"></script>" + CHECK)
                .replace(DARK, scheme.equals("dark") ? "@media screen" : LIGHT.replace("light", "no-preference"));
    }

    private static void axe(Path folder) throws IOException {
        try (var in = ReportAccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            Files.copy(in, folder.resolve("axe.min.js"));
        }
    }

    private static String dom(String browser, Path page, Path folder) throws Exception {
        var dom = folder.resolve("dom.html");
        var process = new ProcessBuilder(
                        browser,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=1400,1000",
                        "--virtual-time-budget=600000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private static Optional<String> browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
