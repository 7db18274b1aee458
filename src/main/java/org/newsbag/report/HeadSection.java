package org.newsbag.report;

import org.newsbag.finding.Quote;

/** The head of the ledger, and what to do with it. */
final class HeadSection {
    private final Markup html;

    HeadSection(Markup html) {
        this.html = html;
    }

    void write(AuditReport report) {
        var words = html.words();
        html.beginSection("head", words.text("head.heading"))
                .raw("<p><span class=\"quiet\">")
                .text(words.text("head.name"))
                .raw("</span><br>")
                .code(report.head())
                .raw("</p>\n")
                .say("p", "head.lead")
                .command("newsbag audit verify --checkpoint " + quoted(Quote.visible(report.head())))
                .endSection();
    }

    /** As a shell takes it for one word. */
    private static String quoted(String head) {
        return head.matches("[\\w.:/+=@-]+") ? head : "'" + head.replace("'", "'\\''") + "'";
    }
}
