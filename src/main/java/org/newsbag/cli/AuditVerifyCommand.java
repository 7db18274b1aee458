package org.newsbag.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.newsbag.finding.Findings;
import org.newsbag.ledger.Checkpoint;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsbag audit verify}. */
@Command(
        name = "verify",
        description =
                "Verifies the ledger itself: the chain of its events, the checksums that it holds, and that all it says follows from its events. Reads no bag. Only a checkpoint that was kept elsewhere shows that its end was cut off or all of it rewritten.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit verify",
            "  newsbag audit verify --checkpoint newsbag:0123...:8812:9c4f...",
            "",
            "Exit codes: 0 the ledger is what it was; 1 it is not; 2 wrong usage; 3 it cannot be read."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--checkpoint",
            paramLabel = "HEAD",
            description = "A line that audit checkpoint has printed. May repeat.")
    private List<String> checkpoints = new ArrayList<>();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var kept = new ArrayList<Checkpoint>();
        for (var checkpoint : checkpoints) kept.add(checkpoint(checkpoint));
        return new AuditWork("verify", terminal, common, ledger).run((opened, work) -> verify(opened, work, kept));
    }

    static Checkpoint checkpoint(String text) {
        try {
            return Checkpoint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--checkpoint: " + e.getMessage() + ".");
        }
    }

    private int verify(Ledger opened, AuditWork work, List<Checkpoint> kept) throws IOException {
        var findings = new Findings();
        var result = new Verification(opened).run(kept, findings);
        FindingJson.put(
                work.document()
                        .put("verified", !findings.hasErrors())
                        .put("events", result.events())
                        .put("bags", result.bags())
                        .put("baselineRows", result.files())
                        .put("checkpointsCompared", kept.size())
                        .put("checkpoint", result.head().map(Checkpoint::toString)),
                findings);
        work.say((findings.hasErrors() ? "THE LEDGER IS NOT WHAT IT WAS" : "The ledger is what its events say") + ": "
                + result.events() + " events, " + result.bags() + " bags, " + result.files() + " checksums"
                + (kept.isEmpty()
                        ? ". No checkpoint was compared, so an end that was cut off would not show."
                        : findings.hasErrors()
                                ? "."
                                : ", and " + kept.size() + " kept checkpoint" + (kept.size() == 1 ? " is" : "s are")
                                        + " true."));
        if (!work.isJson()) new FindingList(terminal.out()).print(findings);
        return findings.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
