package org.newsbag.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.newsbag.audit.CompareCopies;
import org.newsbag.audit.EventText;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit compare}. */
@Command(
        name = "compare",
        description = "Reads a bag and all its registered copies, and says where they differ. Records nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit compare my-bag",
            "",
            "Exit codes: 0 all are intact and alike; 1 they are not; 2 wrong usage; 3 not done."
        })
final class AuditCompareCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final int MOST = 1000;

    private final Terminal terminal;

    @Parameters(paramLabel = "BAG", description = "A registered bag, or a copy of it: by path, number or name.")
    private String bag = "";

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditCompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new AuditWork("compare", terminal, common, ledger).run(this::compare);
    }

    private int compare(Ledger opened, AuditWork work) throws IOException, InterruptedException {
        var found = BagName.find(opened, bag);
        var result = new CompareCopies(opened, common.jobs(), common.progress(terminal)).compare(found);
        for (var copy : result.copies()) {
            var head = copy.bag().id() + "  " + copy.bag().location() + ": ";
            if (copy.isIntact()) work.say(head + "intact");
            else work.warn(head + copy.absence().orElse(copy.failures().size() + " files are not as expected"));
            for (var failure :
                    copy.failures().subList(0, Math.min(SHOWN, copy.failures().size())))
                work.warn("  " + EventText.line(failure));
        }
        for (var file :
                result.differing().subList(0, Math.min(SHOWN, result.differing().size()))) {
            work.warn(file.path() + " differs; the ledger expects " + file.expected());
            for (var copy : result.copies())
                if (file.found().containsKey(copy.bag().id()))
                    work.warn("  " + copy.bag().id() + "  "
                            + file.found().get(copy.bag().id()));
        }
        if (result.copies().size() == 1)
            work.say("No copy of it is registered. Register one with: newsbag audit add --copy-of " + found.id()
                    + " LOCATION");
        else work.say(ending(result));
        document(work, result);
        return result.isAlike() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static String ending(CompareCopies.Result result) {
        long absent = result.copies().stream()
                .filter(copy -> copy.absence().isPresent())
                .count();
        if (absent > 0)
            return absent + " of " + result.copies().size() + " could not be read; of the others "
                    + result.differing().size() + " files differ.";
        if (result.isAlike()) return "All are alike.";
        return result.differing().isEmpty()
                ? "All are alike, and none is as the ledger expects."
                : result.differing().size() + (result.differing().size() == 1 ? " file differs." : " files differ.");
    }

    private static void document(AuditWork work, CompareCopies.Result result) {
        work.document()
                .put("alike", result.isAlike())
                .put(
                        "copies",
                        result.copies().stream()
                                .map(copy -> AuditJson.put(JsonObject.builder(), copy.bag())
                                        .put("intact", copy.isIntact())
                                        .put("absence", copy.absence())
                                        .put("failures", AuditJson.failures(copy.failures()))
                                        .build())
                                .toList())
                .put("differingFiles", result.differing().size())
                .put(
                        "differing",
                        result.differing().stream()
                                .limit(MOST)
                                .map(AuditCompareCommand::json)
                                .toList());
    }

    private static JsonObject json(CompareCopies.DifferingFile file) {
        var found = JsonObject.builder();
        new TreeMap<>(file.found()).forEach((id, checksum) -> found.put(Long.toString(id), Optional.of(checksum)));
        return JsonObject.builder()
                .put("path", file.path())
                .put("expected", file.expected())
                .put("found", found.build())
                .build();
    }
}
