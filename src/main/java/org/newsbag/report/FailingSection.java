package org.newsbag.report;

import java.util.stream.Collectors;

/** Each failing bag with what is wrong in it, since when, and what happened to it before. */
final class FailingSection {
    /** Where more bags fail than these, their histories are folded. */
    private static final int FOLDED = 5;

    private final Markup html;
    private final Words words;
    private boolean isFolded;

    FailingSection(Markup html) {
        this.html = html;
        this.words = html.words();
    }

    void write(AuditReport report) {
        html.beginSection("failing", words.text("failing.heading"));
        var bags = report.failing();
        isFolded = bags.size() > FOLDED;
        html.say("p", report.standing().failing() == 0 ? "failing.none" : "failing.lead");
        for (var bag : bags) bag(bag, report);
        long left = report.standing().failing() - bags.size();
        if (left > 0) html.say("p class=\"note\"", "failing.left", "n", Figures.exact(left));
        html.endSection();
    }

    /** Where the page tells of a failing bag. */
    static String anchor(long bag) {
        return "failing-" + bag;
    }

    private void bag(FailingBag bag, AuditReport report) {
        var id = anchor(bag.id());
        html.raw("<article id=\"" + id + "\" aria-labelledby=\"" + id + "-heading\">\n<h3 id=\"" + id + "-heading\">")
                .name(bag.location())
                .raw("</h3>\n<p class=\"facts\"><strong class=\"bad\">")
                .text(bag.outcomes().stream()
                        .map(outcome -> words.term("outcome", outcome))
                        .collect(Collectors.joining(words.language().isRightToLeft() ? "، " : ", ")))
                .raw("</strong> <span>")
                .text(words.text(
                        "failing.since",
                        "at",
                        words.isolated(Figures.moment(bag.since())),
                        "span",
                        html.figures().lasting(bag.since(), report.standing().now())))
                .raw("</span> <span>")
                .text(words.counted("failing.checks", bag.checks()))
                .raw("</span>");
        if (bag.failures() > 0)
            html.raw(" <span>")
                    .text(words.counted("failing.files", bag.failures()))
                    .raw("</span>");
        html.raw("</p>\n");
        if (!bag.files().isEmpty()) files(bag);
        long left = bag.failures() - bag.files().size();
        if (left > 0) html.element("p class=\"note\"", words.counted("failing.files.left", left));
        if (!bag.history().isEmpty()) history(bag, id);
        html.raw("</article>\n");
    }

    private void files(FailingBag bag) {
        html.raw("<ul class=\"files\">\n");
        for (var file : bag.files()) {
            html.raw("<li><span class=\"path\">")
                    .name(file.path())
                    .raw("</span> <strong class=\"bad\">")
                    .text(words.term("outcome", file.outcome()))
                    .raw("</strong>\n<dl>");
            checksum("failing.expected", file.expected());
            checksum("failing.found", file.found());
            if (!file.detail().isEmpty())
                html.raw("<dt>")
                        .text(words.text("failing.detail"))
                        .raw("</dt><dd>")
                        .prose(file.detail())
                        .raw("</dd>");
            html.raw("</dl></li>\n");
        }
        html.raw("</ul>\n");
    }

    private void checksum(String key, String checksum) {
        html.raw("<dt>").text(words.text(key)).raw("</dt><dd>");
        if (checksum.isEmpty()) html.text(words.text("failing.nothing"));
        else html.code(checksum);
        html.raw("</dd>");
    }

    private void history(FailingBag bag, String id) {
        html.raw(isFolded ? "<details class=\"history\">\n" : "<details class=\"history\" open>\n")
                .element(
                        "summary",
                        words.counted("history.summary", bag.history().size()));
        var table = Table.begin(
                html,
                id + "-history",
                "events",
                caption("history.table", bag),
                Table.numbers(words.text("history.event")),
                Table.words(words.text("history.at")),
                Table.words(words.text("history.kind")),
                Table.words(words.text("history.detail")));
        for (var line : bag.history())
            table.row()
                    .cell(Figures.exact(line.event()))
                    .cell(() -> html.moment(line.at()))
                    .cell(kind(line))
                    .cell(() -> html.prose(line.detail()))
                    .endRow();
        table.end();
        html.raw("</details>\n");
    }

    private String kind(HistoryLine line) {
        var kind = words.term("kind", line.kind());
        return line.outcome().isEmpty() ? kind : kind + ": " + words.term("outcome", line.outcome());
    }

    private String caption(String key, FailingBag bag) {
        var name = new Markup(words).name(bag.location()).toString();
        var caption = new Markup(words).text(words.text(key)).toString();
        return caption.replace("{bag}", name);
    }
}
