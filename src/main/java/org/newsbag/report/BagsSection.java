package org.newsbag.report;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The bags that are held, those first whose verification is the oldest. */
final class BagsSection {
    /** Beside the word, for who looks for one state among many. */
    private static final Map<String, String> SIGNS =
            Map.of("intact", "✓", "failing", "✕", "overdue", "!", "unverified", "?");

    private final Markup html;

    BagsSection(Markup html) {
        this.html = html;
    }

    void write(AuditReport report) {
        var words = html.words();
        html.beginSection("bags", words.text("bags.heading"));
        if (report.bags().isEmpty()) html.say("p", "bags.none");
        else {
            long all = report.standing().bags();
            int shown = report.bags().size();
            if (shown < all)
                html.say("p class=\"note\"", "bags.left", "shown", Figures.exact(shown), "all", Figures.exact(all));
            else html.element("p", words.counted("bags.lead", all));
            table(report);
        }
        html.endSection();
    }

    private void table(AuditReport report) {
        var words = html.words();
        var failing = report.failing().stream().map(FailingBag::id).collect(Collectors.toSet());
        var table = Table.begin(
                html,
                "bags-table",
                "bags",
                words.text("bags.table"),
                Table.words(words.text("bags.location")),
                Table.words(words.text("bags.state")),
                Table.words(words.text("bags.verified")),
                Table.numbers(words.text("bags.files")),
                Table.numbers(words.text("bags.bytes")));
        for (var bag : report.bags()) row(bag, table, failing);
        table.end();
    }

    private void row(HeldBag bag, Table table, Set<Long> failing) {
        var words = html.words();
        table.row()
                .cell(() -> location(bag))
                .cell(() -> state(bag, failing))
                .cell(() -> bag.verified().ifPresentOrElse(html::moment, () -> html.text(words.text("bags.never"))))
                .cell(Figures.exact(bag.files()))
                .cell(html.figures().size(bag.bytes()))
                .endRow();
    }

    private void location(HeldBag bag) {
        html.name(bag.location());
        bag.copyOf()
                .ifPresent(original -> html.raw("<br><span class=\"quiet\">")
                        .text(html.words().text("bags.copyOf"))
                        .raw(" ")
                        .name(original)
                        .raw("</span>"));
    }

    private void state(HeldBag bag, Set<Long> failing) {
        boolean isTold = failing.contains(bag.id());
        boolean isGood = bag.state().equals("intact");
        if (isTold) html.raw("<a href=\"#" + FailingSection.anchor(bag.id()) + "\">");
        html.raw("<span class=\"state" + (isGood ? "" : " bad") + "\"><span aria-hidden=\"true\">")
                .text(SIGNS.getOrDefault(bag.state(), ""))
                .raw("</span> ")
                .text(html.words().term("state", bag.state()))
                .raw("</span>");
        if (isTold) html.raw("</a>");
    }
}
