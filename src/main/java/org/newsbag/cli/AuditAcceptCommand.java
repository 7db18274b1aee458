package org.newsbag.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.newsbag.audit.AcceptChanges;
import org.newsbag.audit.AcceptResult;
import org.newsbag.audit.EventText;
import org.newsbag.finding.Severity;
import org.newsbag.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit accept}. */
@Command(
        name = "accept",
        description =
                "Reads a bag anew and takes what it is now for what is expected from now on. The old checksums, the new ones, who and why stay in the history. Nothing else changes what is expected.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit accept my-bag --by \"L. Haddad\" --reason \"manifests of sha512 added, ticket 41\"",
            "  newsbag audit accept my-bag --by \"L. Haddad\" --reason \"wrong scan replaced\" --path data/scan.tif",
            "",
            "Exit codes: 0 accepted, nothing is left failing; 1 refused, or something is left; 2 wrong usage; 3 not done."
        })
final class AuditAcceptCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Terminal terminal;

    @Parameters(paramLabel = "BAG", description = "A registered bag: by path, number or name.")
    private String bag = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is right as it is now.")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says so.")
    private String by = "";

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Only this file, or the files in this folder of the bag. May repeat.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--accept-invalid", description = "Accept it also where it is not valid as it is now.")
    private boolean acceptInvalid;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditAcceptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (reason.isBlank() || by.isBlank())
            throw new UsageProblem(
                    "--reason and --by expected words, found an empty text: the history says who and why.");
        return new AuditWork("accept", terminal, common, ledger).run(this::accept);
    }

    private int accept(Ledger opened, AuditWork work) throws IOException, InterruptedException {
        var found = BagName.find(opened, bag);
        AuditJson.put(work.document(), found);
        var result = new AcceptChanges(opened, common.jobs(), common.progress(terminal))
                .accept(found, new AcceptChanges.Terms(by, reason, paths, acceptInvalid));
        if (result instanceof AcceptResult.Accepted accepted) return told(work, accepted);
        if (result instanceof AcceptResult.Nothing) {
            work.document().put("result", "nothing");
            if (paths.isEmpty()) {
                work.say("Nothing differs; nothing was changed.");
                return ExitCode.OK;
            }
            work.warn("Nothing differs at " + String.join(", ", paths)
                    + "; nothing was changed. Paths are those in the bag, such as data/article.html.");
            return ExitCode.FINDINGS;
        }
        if (result instanceof AcceptResult.Unreadable unreadable) {
            work.document().put("result", "unreadable").put("message", unreadable.reason());
            work.warn("REFUSED: what cannot be read is not accepted. " + unreadable.reason());
            return ExitCode.FINDINGS;
        }
        var judgement = ((AcceptResult.Invalid) result).judgement();
        FindingJson.put(
                work.document()
                        .put("result", "invalid")
                        .put("verdict", judgement.verdict().id()),
                judgement.findings());
        work.warn("REFUSED: the bag is not valid as it is now, so its own manifests contradict what would be accepted. "
                + "Put it right first (newsbag bag update), or add --accept-invalid.");
        judgement.findings().list().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .limit(SHOWN)
                .forEach(finding -> work.warn("  " + finding.code().id() + "  " + FindingList.line(finding)));
        return ExitCode.FINDINGS;
    }

    private static int told(AuditWork work, AcceptResult.Accepted accepted) {
        work.document()
                .put("result", "accepted")
                .put("event", AuditJson.of(accepted.event()))
                .put("restated", accepted.isRestated())
                .put("accepted", AuditJson.failures(accepted.accepted()))
                .put("left", AuditJson.failures(accepted.left()));
        work.say("Accepted, as event " + accepted.event().seq() + ":");
        for (var failure : accepted.accepted()
                .subList(0, Math.min(SHOWN, accepted.accepted().size()))) work.say("  " + EventText.line(failure));
        if (accepted.accepted().size() > SHOWN)
            work.say("  ... and " + (accepted.accepted().size() - SHOWN) + " more");
        if (accepted.isRestated())
            work.say("  the ledger says of the bag again what its history says; nothing else was accepted");
        else if (accepted.accepted().isEmpty())
            work.say("  no file differs; what validation says of the bag is the new measure");
        if (accepted.left().isEmpty()) return ExitCode.OK;
        work.warn("Still failing: " + accepted.left().size() + " files.");
        for (var failure :
                accepted.left().subList(0, Math.min(SHOWN, accepted.left().size())))
            work.warn("  " + EventText.line(failure));
        return ExitCode.FINDINGS;
    }
}
