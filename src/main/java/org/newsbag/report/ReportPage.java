package org.newsbag.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.newsbag.finding.Quote;

/** A report as one page of HTML that needs no network and no script. */
public final class ReportPage {
    private final Words words;
    private final Runnable trial;

    public ReportPage(Language language) {
        this(language, () -> Drawing.measure()); // no method reference: that would load the class at once
    }

    /** {@code trial} throws what drawing would throw on this machine. */
    ReportPage(Language language, Runnable trial) {
        this.words = Words.of(language);
        this.trial = trial;
    }

    /** Writes the page in UTF-8. The target stays open. */
    public void write(AuditReport report, OutputStream out) throws IOException {
        var html = new Markup(words);
        boolean isEmpty = report.standing().bags() == 0;
        head(report, html);
        header(report, html);
        html.raw("<main>\n");
        new VerdictSection(html).write(report);
        if (!isEmpty) sections(report, html);
        new HeadSection(html).write(report);
        if (!isEmpty) new BagsSection(html).write(report);
        html.raw("</main>\n<footer>\n").say("p", "footer").raw("</footer>\n</body>\n</html>\n");
        out.write(html.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void sections(AuditReport report, Markup html) {
        var obstacle = Obstacle.of(trial);
        var figure = new Figure(html, obstacle.isEmpty());
        new HeldSection(html).write(report.standing());
        new FailingSection(html).write(report);
        obstacle.ifPresent(reason -> html.raw("<p class=\"note\" id=\"charts-left\">")
                .text(words.text("charts.left", "reason", words.isolated(Quote.visible(reason))))
                .raw("</p>\n"));
        new CoverageSection(html, figure).write(report);
        new AgesSection(html, figure).write(report);
        new RunsSection(html, figure).write(report);
    }

    private void head(AuditReport report, Markup html) {
        var language = words.language();
        html.raw("<!DOCTYPE html>\n<html lang=\"" + language.id() + "\" dir=\"" + language.direction() + "\">\n")
                .raw("""
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                        <meta name="color-scheme" content="light dark">
                        """)
                .element("title", "newsbag: " + words.text("title") + " (" + Figures.day(report.made()) + ")")
                .raw("<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n");
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void header(AuditReport report, Markup html) {
        html.raw("<header>\n").say("h1", "title").raw("<p class=\"facts\">");
        html.raw("<span>").raw(filled("title.ledger", "ledger", part -> part.name(report.ledger())));
        html.raw("</span> <span>").raw(filled("title.made", "at", part -> part.moment(report.made())));
        html.raw("</span> <span>")
                .text(words.counted("count.events", report.events()))
                .raw("</span></p>\n");
        if (report.standing().bags() > 0) navigation(html);
        html.raw("</header>\n");
    }

    private String filled(String key, String name, Consumer<Markup> value) {
        var part = new Markup(words);
        value.accept(part);
        var text = new Markup(words).text(words.text(key)).toString();
        return text.replace("{" + name + "}", part.toString());
    }

    private void navigation(Markup html) {
        html.raw("<nav aria-label=\"" + Markup.escaped(words.text("nav.label")) + "\"><ul>\n");
        for (var id : new String[] {"held", "failing", "coverage", "ages", "runs", "head", "bags"})
            html.raw("<li><a href=\"#" + id + "\">")
                    .text(words.text(id + ".heading"))
                    .raw("</a></li>\n");
        html.raw("</ul></nav>\n");
    }
}
