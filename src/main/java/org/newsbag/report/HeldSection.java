package org.newsbag.report;

/** What is held, in a few numbers. */
final class HeldSection {
    private final Markup html;

    HeldSection(Markup html) {
        this.html = html;
    }

    void write(Standing standing) {
        var words = html.words();
        var figures = html.figures();
        html.beginSection("held", words.text("held.heading")).raw("<dl class=\"numbers\">\n");
        number("held.bags", Figures.exact(standing.bags()));
        number("held.copies", Figures.exact(standing.copies()));
        number("held.files", Figures.exact(standing.files()));
        number("held.bytes", figures.size(standing.bytes()));
        if (standing.never() > 0) number("held.never", Figures.exact(standing.never()));
        standing.oldest().ifPresent(oldest -> number("held.oldest", figures.ago(oldest, standing.now())));
        number("held.limit", figures.span(standing.limit()));
        html.raw("</dl>\n").endSection();
    }

    private void number(String key, String value) {
        html.raw("<div>").say("dt", key).element("dd", value).raw("</div>\n");
    }
}
