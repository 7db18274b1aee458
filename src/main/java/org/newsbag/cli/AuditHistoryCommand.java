package org.newsbag.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.audit.EventText;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.RegisteredBag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit history}. */
@Command(
        name = "history",
        description = "Tells every event of a bag, or of one file in it, oldest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit history my-bag",
            "  newsbag audit history my-bag data/article.html",
            "",
            "Exit codes: 0 told; 1 the bag, or the file, fails now; 2 wrong usage; 3 not done."
        })
final class AuditHistoryCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BAG", description = "A registered bag: by path, number or name.")
    private String bag = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            description = "A file in it, such as data/article.html.")
    private Optional<String> path = Optional.empty();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditHistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new AuditWork("history", terminal, common, ledger).run((opened, work) -> {
            var found = BagName.find(opened, bag);
            AuditJson.put(work.document(), found);
            return path.isPresent() ? ofFile(opened, work, found, path.get()) : ofBag(opened, work, found);
        });
    }

    private static int ofBag(Ledger opened, AuditWork work, RegisteredBag bag) throws IOException {
        var events = new ArrayList<JsonObject>();
        work.say(bag.location() + "  (bag " + bag.id() + ", " + bag.files() + " files)");
        opened.history().eachOf(bag.id(), event -> {
            if (work.isJson()) events.add(AuditJson.of(event));
            work.say(event.at() + "  " + EventText.line(event));
        });
        // after the events, because one question is asked at a time
        boolean isFailing = false;
        for (var part : opened.holdings().partsOf(bag.id())) {
            isFailing |= part.state().isFailing();
            if (!part.state().isFailing()) continue;
            var failures = opened.holdings().failures(part.state().event(), work.isJson() ? 1000 : SHOWN + 1);
            work.say("");
            work.say("Failing now" + (part.number() > 1 ? ", in part " + part.number() : "") + ": "
                    + part.state().outcome().id().replace('-', ' '));
            for (var failure : failures.subList(0, Math.min(SHOWN, failures.size())))
                work.say("  " + EventText.line(failure));
            if (failures.size() > SHOWN) work.say("  ... and more: newsbag audit history " + bag.id() + " --json");
            if (work.isJson()) work.document().put("failuresOfPart" + part.number(), AuditJson.failures(failures));
        }
        work.document().put("failing", isFailing);
        if (work.isJson()) work.document().put("events", events);
        return isFailing ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static int ofFile(Ledger opened, AuditWork work, RegisteredBag bag, String path) throws IOException {
        var expectations = opened.history().expectations(bag, path);
        var told = new ArrayList<JsonObject>();
        var checks = new ArrayList<Event>();
        opened.history().eachOf(bag.id(), event -> {
            if (event.kind() == EventKind.CHECK || event.kind() == EventKind.MOVE || event.kind() == EventKind.REPAIR)
                checks.add(event);
        });
        if (expectations.isEmpty() && !everFailed(opened, checks, path))
            throw new UsageProblem("the bag " + bag.location() + " has and had no file " + path
                    + ". Paths are those in the bag, such as data/article.html.");
        work.say(path + "  in " + bag.location() + "  (bag " + bag.id() + ")");
        for (var expectation : expectations) {
            var event = opened.history().event(expectation.event()).orElseThrow();
            work.say(event.at() + "  expected from event " + expectation.event() + " on: "
                    + expectation
                            .file()
                            .map(file -> file.checksum() + ", " + file.bytes() + " bytes")
                            .orElse("no file"));
            told.add(JsonObject.builder()
                    .put("event", event.seq())
                    .put("at", event.at().toString())
                    .put("kind", event.kind().id())
                    .put(
                            "expected",
                            expectation.file().map(file -> file.checksum().toString()))
                    .put("bytes", expectation.file().map(file -> (Object) file.bytes()))
                    .build());
        }
        var last = Optional.<FileFailure>empty();
        for (var event : checks) {
            if (event.kind() != EventKind.CHECK) continue;
            var failure = opened.history().failure(event.seq(), path);
            var outcome = failure.map(found -> EventText.line(found)).orElse(EventText.ofFile(event));
            if (outcome.isEmpty()) continue;
            last = failure;
            work.say(event.at() + "  " + outcome);
            told.add(JsonObject.builder()
                    .put("event", event.seq())
                    .put("at", event.at().toString())
                    .put("kind", event.kind().id())
                    .put("outcome", failure.map(found -> found.outcome().id()).orElse("intact"))
                    .put("failure", failure.map(FileFailure::toJson))
                    .build());
        }
        work.document().put("path", path).put("failing", last.isPresent()).put("history", told);
        return last.isPresent() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static boolean everFailed(Ledger opened, List<Event> checks, String path) throws IOException {
        for (var event : checks) if (opened.history().failure(event.seq(), path).isPresent()) return true;
        return false;
    }
}
