package org.newsbag.report;

/** How fast the runs of the audit were, and what each did. */
final class RunsSection {
    private final Markup html;
    private final Figure figure;

    RunsSection(Markup html, Figure figure) {
        this.html = html;
        this.figure = figure;
    }

    void write(AuditReport report) {
        var words = html.words();
        var runs = report.runs();
        html.beginSection("runs", words.text("runs.heading"));
        if (runs.isEmpty()) html.say("p", "runs.none").command("newsbag audit run");
        else {
            html.say("p", "runs.lead");
            long unended = runs.stream().filter(run -> run.took().isEmpty()).count();
            if (unended > 0) html.element("p class=\"note\"", words.counted("runs.unended", unended));
            if (unended > 0)
                figure.draw(
                        () -> new ThroughputChart(runs, words),
                        "good",
                        words.text("runs.rate"),
                        "cross",
                        words.text("runs.unended.mark"));
            else figure.draw(() -> new ThroughputChart(runs, words), "good", words.text("runs.rate"));
            figure.beginRecords(runs.size());
            table(report);
            figure.endData();
        }
        html.endSection();
    }

    private void table(AuditReport report) {
        var words = html.words();
        var table = Table.begin(
                html,
                "runs-table",
                "runs",
                words.text("runs.table"),
                Table.words(words.text("runs.run")),
                Table.words(words.text("runs.began")),
                Table.words(words.text("runs.took")),
                Table.numbers(words.text("runs.bags")),
                Table.numbers(words.text("runs.files")),
                Table.numbers(words.text("runs.bytes")),
                Table.numbers(words.text("runs.speed")),
                Table.numbers(words.text("runs.failing")));
        for (var run : report.runs()) row(run, table);
        table.end();
    }

    private void row(RunSummary run, Table table) {
        var words = html.words();
        var figures = html.figures();
        var rate = run.rate();
        table.row()
                .cell(() -> html.name(run.run()))
                .cell(() -> html.moment(run.began()))
                .cell(() -> html.raw(run.took().isEmpty() ? "<strong class=\"bad\">" : "")
                        .text(run.took().map(figures::took).orElseGet(() -> words.text("runs.never")))
                        .raw(run.took().isEmpty() ? "</strong>" : ""))
                .cell(Figures.exact(run.bags()))
                .cell(Figures.exact(run.files()))
                .cell(figures.size(run.bytes()))
                .cell(rate.isPresent() ? figures.rate(rate.getAsDouble()) : "–")
                .cell(Figures.exact(run.failing()))
                .endRow();
    }
}
