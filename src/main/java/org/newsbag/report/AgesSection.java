package org.newsbag.report;

/** How old the oldest verifications are, against the limit. */
final class AgesSection {
    private final Markup html;
    private final Figure figure;

    AgesSection(Markup html, Figure figure) {
        this.html = html;
        this.figure = figure;
    }

    void write(AuditReport report) {
        var words = html.words();
        var ages = report.ages();
        html.beginSection("ages", words.text("ages.heading"));
        if (ages.isEmpty()) html.say("p", "ages.none");
        else {
            html.say(
                    "p",
                    "ages.lead",
                    "limit",
                    html.figures().span(report.standing().limit()));
            figure.draw(
                    () -> new AgeChart(ages, words),
                    "good",
                    words.text("ages.within"),
                    "stripes",
                    words.text("ages.overdue"));
            figure.beginData();
            table(report);
            figure.endData();
        }
        html.endSection();
    }

    private void table(AuditReport report) {
        var words = html.words();
        var table = Table.begin(
                html,
                "ages-table",
                "data",
                words.text("ages.table"),
                Table.words(words.text("ages.age")),
                Table.numbers(words.text("ages.bags")),
                Table.numbers(words.text("ages.bytes")),
                Table.words(words.text("ages.state")));
        for (var band : report.ages())
            table.row()
                    .cell(html.figures().age(band))
                    .cell(Figures.exact(band.bags()))
                    .cell(html.figures().size(band.bytes()))
                    .cell(words.text(band.isOverdue() ? "ages.overdue" : "ages.within"))
                    .endRow();
        table.end();
    }
}
