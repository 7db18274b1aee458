package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.ledger.Checkpoint;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.LedgerFailure;
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

    @Option(
            names = "--timestamp",
            paramLabel = "FILE",
            description = "A time stamp (RFC 3161) of the checkpoint, which is then verified, too.")
    private Optional<Path> timestamp = Optional.empty();

    @Mixin
    private AuthorityOption authority = new AuthorityOption();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (timestamp.isPresent() && checkpoints.size() != 1)
            throw new UsageProblem("--timestamp goes with one --checkpoint, of which it is.");
        var trusted = authority.certificate();
        var kept = new ArrayList<Checkpoint>();
        for (var checkpoint : checkpoints) kept.add(checkpoint(checkpoint));
        return new AuditWork("verify", terminal, common, ledger)
                .run((opened, work) -> verify(opened, work, kept, trusted), this::tellDamage);
    }

    private int tellDamage(LedgerFailure failure, AuditWork work) {
        var findings = new Findings();
        findings.add(
                FindingCode.LEDGER_DAMAGED,
                "",
                failure.getMessage() + ". Keep it as it is, and compare it with its last copy.");
        FindingJson.put(work.document().put("verified", false).put("events", 0), findings);
        work.warn("THE LEDGER IS NOT WHAT IT WAS");
        if (!work.isJson()) new FindingList(terminal.out()).print(findings);
        return ExitCode.FINDINGS;
    }

    private void stamped(AuditWork work, Checkpoint checkpoint, Optional<X509Certificate> trusted, Findings findings)
            throws IOException {
        var stamp = AuditCheckpointCommand.stamp(timestamp.orElseThrow());
        var flaw = stamp.isOf(checkpoint)
                ? stamp.flaw(trusted)
                : Optional.of("it is of something else than this checkpoint");
        if (flaw.isPresent())
            findings.add(
                    FindingCode.LEDGER_TIMESTAMP_WRONG,
                    timestamp.get().toString(),
                    "The time stamp does not hold: " + flaw.get() + ".");
        else work.say("The checkpoint was there at " + stamp.time() + ", says " + stamp.authority() + ".");
    }

    static Checkpoint checkpoint(String text) {
        try {
            return Checkpoint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--checkpoint: " + e.getMessage() + ".");
        }
    }

    private int verify(Ledger opened, AuditWork work, List<Checkpoint> kept, Optional<X509Certificate> trusted)
            throws IOException {
        var findings = new Findings();
        if (timestamp.isPresent()) stamped(work, kept.get(0), trusted, findings);
        var result = new Verification(opened).run(kept, trusted, findings);
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
