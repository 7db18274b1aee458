package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.audit.EventText;
import org.newsbag.audit.RepairBag;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit repair}. */
@Command(
        name = "repair",
        description =
                "Puts files back that are damaged or missing, from a copy whose bytes are those that the ledger expects. Nothing else in the bag is touched, and the history says what was done.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit repair my-bag --from /second/disk/my-bag --dry-run",
            "  newsbag audit repair my-bag --from my-bag.tar.gz",
            "",
            "Exit codes: 0 nothing is damaged any more; 1 something is left, or the copy is no help; 2 wrong usage; 3 not done."
        })
final class AuditRepairCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Terminal terminal;

    @Parameters(paramLabel = "BAG", description = "A registered bag, a folder: by path, number or name.")
    private String bag = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "LOCATION",
            description = "A copy, as a folder or an archive, registered or not.")
    private Path from = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", description = "Who has it done (default: the user).")
    private Optional<String> by = Optional.empty();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Say what would be put back, and change nothing.")
    private boolean dryRun;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditRepairCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommonOptions.requireSources(List.of(from));
        return new AuditWork("repair", terminal, common, ledger).run(this::repair);
    }

    private int repair(Ledger opened, AuditWork work) throws IOException, InterruptedException {
        var found = BagName.find(opened, bag);
        AuditJson.put(work.document(), found).put("from", from.toString()).put("dryRun", dryRun);
        var result = new RepairBag(opened, common.jobs(), common.progress(terminal))
                .repair(found, from, by.orElse(System.getProperty("user.name")), dryRun);
        if (result instanceof RepairBag.Result.Intact intact) {
            work.document().put("result", "intact").put("left", AuditJson.failures(intact.left()));
            work.say("Nothing in the bag is damaged or missing.");
            if (intact.left().isEmpty()) return ExitCode.OK;
            work.warn(
                    "No copy can mend what differs all the same; take it out, or say that it is right (newsbag audit accept): "
                            + intact.left().size());
            tell(work, intact.left());
            return ExitCode.FINDINGS;
        }
        if (result instanceof RepairBag.Result.Refused refused) {
            work.document().put("result", "refused").put("message", refused.reason());
            work.warn("REFUSED: " + refused.reason());
            return ExitCode.FINDINGS;
        }
        var done = (RepairBag.Result.Repaired) result;
        work.document()
                .put("result", dryRun ? "would-repair" : "repaired")
                .put("repaired", AuditJson.failures(done.repaired()))
                .put("left", AuditJson.failures(done.left()));
        work.say((dryRun ? "Would put back " : "Put back ")
                + done.repaired().size()
                + (done.repaired().size() == 1 ? " file:" : " files:"));
        for (var failure :
                done.repaired().subList(0, Math.min(SHOWN, done.repaired().size())))
            work.say("  " + EventText.line(failure));
        if (done.left().isEmpty()) return ExitCode.OK;
        work.warn("Left as they are, because the copy has no sound bytes of them or something is in the way: "
                + done.left().size());
        tell(work, done.left());
        return ExitCode.FINDINGS;
    }

    private static void tell(AuditWork work, List<FileFailure> left) {
        for (var failure : left.subList(0, Math.min(SHOWN, left.size()))) work.warn("  " + EventText.line(failure));
    }
}
