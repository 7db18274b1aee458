package org.newsbag.report;

/** How much was covered, and how much failed, over time. */
final class CoverageSection {
    private final Markup html;
    private final Figure figure;

    CoverageSection(Markup html, Figure figure) {
        this.html = html;
        this.figure = figure;
    }

    void write(AuditReport report) {
        var words = html.words();
        var coverage = report.coverage();
        html.beginSection("coverage", words.text("coverage.heading"));
        if (coverage.isEmpty()) html.say("p", "coverage.none");
        else {
            html.say("p", "coverage.lead");
            figure.draw(
                    () -> new CoverageChart(coverage, words),
                    "good",
                    words.text("coverage.share"),
                    "stripes",
                    words.text("coverage.failing"));
            figure.beginData();
            table(report);
            figure.endData();
        }
        html.endSection();
    }

    private void table(AuditReport report) {
        var words = html.words();
        var figures = html.figures();
        var table = Table.begin(
                html,
                "coverage-table",
                "data",
                words.text("coverage.table"),
                Table.words(words.text("coverage.at")),
                Table.numbers(words.text("coverage.held")),
                Table.numbers(words.text("coverage.covered")),
                Table.numbers(words.text("coverage.percent")),
                Table.numbers(words.text("coverage.bags")));
        for (var point : report.coverage())
            table.row()
                    .cell(() -> html.moment(point.at()))
                    .cell(figures.size(point.heldBytes()))
                    .cell(figures.size(point.coveredBytes()))
                    .cell(figures.share(point.coveredBytes(), point.heldBytes()))
                    .cell(Figures.exact(point.failingBags()))
                    .endRow();
        table.end();
    }
}
