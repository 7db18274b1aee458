package org.newsbag.report;

/** Whether the promise is kept, in words. */
final class VerdictSection {
    private final Markup html;
    private final Words words;

    VerdictSection(Markup html) {
        this.html = html;
        this.words = html.words();
    }

    void write(AuditReport report) {
        var standing = report.standing();
        if (standing.bags() == 0 && standing.isKept()) empty(standing);
        else if (standing.isKept()) kept(standing);
        else broken(standing);
    }

    private void begin(String kind, String sign, String key) {
        html.raw("<section id=\"verdict\" class=\"verdict " + kind + "\" aria-labelledby=\"verdict-heading\">\n")
                .raw("<svg class=\"sign\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + sign
                        + "\"/></svg>\n")
                .raw("<div>\n")
                .say("h2 id=\"verdict-heading\"", key);
    }

    private void end(Standing standing) {
        html.element("p class=\"line\"", InvariantLine.of(standing, words)).raw("</div>\n</section>\n");
    }

    private void empty(Standing standing) {
        begin("none", "M5 12h14", "verdict.empty");
        html.say("p", "verdict.empty.lead").command("newsbag audit add FOLDER\nnewsbag audit run");
        end(standing);
    }

    private void kept(Standing standing) {
        begin("kept", "M5 12.5l4.5 4.5L19 7.5", "verdict.kept");
        html.say(
                "p",
                standing.never() == 0 ? "verdict.kept.lead" : "verdict.kept.new.lead",
                "limit",
                html.figures().span(standing.limit()),
                "never",
                Figures.exact(standing.never()));
        end(standing);
    }

    private void broken(Standing standing) {
        begin("broken", "M12 5v9M12 18v1", "verdict.broken");
        html.raw("<ul>\n");
        if (standing.failing() > 0) reason("verdict.failing", standing.failing(), "failing");
        if (standing.contradicted() > 0)
            html.raw("<li>")
                    .text(words.counted("verdict.contradicted", standing.contradicted()))
                    .raw("</li>\n");
        if (!standing.clockBehind().isZero())
            html.say("li", "verdict.clock", "behind", html.figures().took(standing.clockBehind()));
        if (standing.overdue() > 0) reason("verdict.overdue", standing.overdue(), "ages");
        html.raw("</ul>\n")
                .say("p", "verdict.broken.lead", "limit", html.figures().span(standing.limit()));
        end(standing);
    }

    private void reason(String key, long bags, String section) {
        html.raw("<li>")
                .text(words.counted(key, bags))
                .raw(" <a href=\"#" + section + "\">")
                .text(words.text(section.equals("ages") ? "verdict.overdue.link" : "verdict.failing.link"))
                .raw("</a></li>\n");
    }
}
