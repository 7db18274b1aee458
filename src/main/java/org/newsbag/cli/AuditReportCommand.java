package org.newsbag.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.newsbag.audit.ReportOf;
import org.newsbag.bag.ByteSize;
import org.newsbag.report.AuditReport;
import org.newsbag.report.InvariantLine;
import org.newsbag.report.Language;
import org.newsbag.report.ReportJson;
import org.newsbag.report.ReportPage;
import org.newsbag.report.ReportTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsbag audit report}. */
@Command(
        name = "report",
        description =
                "Tells what happened over time: on one page with charts that opens without a network and prints well, as a table of all bags, or as JSON.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit report",
            "  newsbag audit report --html audit.html",
            "  newsbag audit report --html audit-ar.html --language ar --csv bags.csv",
            "",
            "Exit codes: 0 nothing is overdue or failing; 1 something is, or the ledger contradicts its history; 2 wrong usage; 3 not done."
        })
final class AuditReportCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    private final Terminal terminal;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page to this new file.")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "en|ar",
            defaultValue = "en",
            description = "The language of the page (default ${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a table of all bags to this new file.")
    private Optional<Path> csv = Optional.empty();

    @Mixin
    private LimitOption limitOption = new LimitOption();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var age = limitOption.given();
        var spoken = Arrays.stream(Language.values())
                .filter(one -> one.id().equals(language))
                .findFirst()
                .orElseThrow(() -> new UsageProblem("--language expected "
                        + Arrays.stream(Language.values()).map(Language::id).collect(Collectors.joining(" or "))
                        + ", found \"" + language + "\"."));
        var page = html.map(NewFile::new);
        var table = csv.map(NewFile::new);
        return new AuditWork("report", terminal, common, ledger).run((opened, work) -> {
            var source = new ReportOf(opened, LimitOption.of(opened, age));
            var report = source.report();
            if (page.isPresent())
                page.get().write(out -> {
                    var buffered = new BufferedOutputStream(out);
                    new ReportPage(spoken).write(report, buffered);
                    buffered.flush();
                    return true;
                });
            if (table.isPresent()) write(source, table.get());
            if (html.isEmpty() && csv.isEmpty()) tell(work, report);
            html.ifPresent(file -> work.say("The page is " + file));
            csv.ifPresent(file -> work.say("The table is " + file));
            work.clock(report.standing());
            var line = InvariantLine.of(report.standing());
            if (report.standing().isKept()) work.say(line);
            else work.warn(line);
            AuditJson.put(work.document(), report.standing()).put("report", ReportJson.of(report));
            return report.standing().isKept() ? ExitCode.OK : ExitCode.FINDINGS;
        });
    }

    private static void write(ReportOf source, NewFile file) throws IOException, InterruptedException {
        file.write(out -> {
            var table = new ReportTable(new BufferedOutputStream(out));
            source.eachBag(table::add);
            table.finish();
            return true;
        });
    }

    private static void tell(AuditWork work, AuditReport report) {
        work.say("Ledger " + report.ledger() + ", " + report.events() + " events");
        for (var run : report.runs().subList(0, Math.min(SHOWN, report.runs().size())))
            work.say("run  " + run.began() + "  "
                    + run.took()
                            .map(took -> run.bags() + (run.bags() == 1 ? " bag, " : " bags, ") + run.files()
                                    + " files intact, "
                                    + ByteSize.of(run.bytes()) + " in " + took.toSeconds() + " s, " + run.failing()
                                    + " failing")
                            .orElse("has not ended"));
        for (var bag :
                report.failing().subList(0, Math.min(SHOWN, report.failing().size())))
            work.warn("FAILING  " + bag.location() + "  (bag " + bag.id() + "): now "
                    + String.join(", ", bag.outcomes()) + ", failing since " + bag.since()
                    + (bag.failures() == 0 ? "" : ", " + bag.failures() + (bag.failures() == 1 ? " file" : " files")));
        if (report.failing().size() > SHOWN)
            work.warn("  ... and " + (report.standing().failing() - SHOWN) + " more");
        work.say("checkpoint  " + report.head());
    }
}
