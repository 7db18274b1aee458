package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.newsbag.audit.MoveBag;
import org.newsbag.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit move}. */
@Command(
        name = "move",
        description =
                "Notes that a bag stands elsewhere now. What stands there must have the tag manifests that are expected; the rest is checked in the next run. No bag is moved by it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit move /old/disk/my-bag /new/disk/my-bag",
            "  newsbag audit move 17 /new/disk/my-bag.tar",
            "",
            "Exit codes: 0 noted; 1 what stands there is not the bag; 2 wrong usage; 3 not done."
        })
final class AuditMoveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "BAG",
            description = "A registered bag: by its old path, its number or its name.")
    private String bag = "";

    @Parameters(index = "1", paramLabel = "LOCATION", description = "Where it is now.")
    private Path location = Path.of("");

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditMoveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommonOptions.requireSources(List.of(location));
        return new AuditWork("move", terminal, common, ledger).run(this::move);
    }

    private int move(Ledger opened, AuditWork work) throws IOException, InterruptedException {
        var found = BagName.find(opened, bag);
        var result = new MoveBag(opened).move(found, location);
        if (result instanceof MoveBag.Result.Moved moved) {
            AuditJson.put(work.document(), opened.holdings().bag(found.id()).orElseThrow())
                    .put("result", "moved")
                    .put("event", AuditJson.of(moved.event()));
            work.say("Bag " + found.id() + " is at " + moved.location() + " from now on (event "
                    + moved.event().seq() + "). Its files are checked in the next run; at once with: newsbag audit run "
                    + found.id());
            return ExitCode.OK;
        }
        var reason = ((MoveBag.Result.Refused) result).reason();
        AuditJson.put(work.document(), found).put("result", "refused").put("message", reason);
        work.warn("REFUSED: " + reason);
        return ExitCode.FINDINGS;
    }
}
