package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.audit.AddBag;
import org.newsbag.audit.AddResult;
import org.newsbag.bag.ByteSize;
import org.newsbag.finding.Severity;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.validation.Judgement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit add}. */
@Command(
        name = "add",
        description =
                "Registers bags, and every bag below a folder that is none itself. Each is validated in full first; what it holds then is what is expected from now on.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit add output/my-bag",
            "  newsbag audit add /archive/bags",
            "  newsbag audit add --copy-of my-bag /second/disk/my-bag",
            "  newsbag audit add old-bag --accept-invalid --reason \"came so, see letter of 1998\"",
            "",
            "Exit codes: 0 all registered, now or before; 1 some bag was refused; 2 wrong usage; 3 not done."
        })
final class AuditAddCommand implements Callable<Integer> {
    private static final int SHOWN = 3;
    private static final String USUAL_PART = "100GB";

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "BAG|FOLDER",
            description = "Bags, as folders or archives, and folders of bags.")
    private List<Path> bags = new ArrayList<>();

    @Option(
            names = "--copy-of",
            paramLabel = "BAG",
            description = "The bag is a further copy of this one, which is registered.")
    private Optional<String> copyOf = Optional.empty();

    @Option(names = "--accept-invalid", description = "Register also bags that are not valid; needs --reason.")
    private boolean acceptInvalid;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why an invalid bag is registered.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--by", paramLabel = "NAME", description = "Who registers an invalid bag (default: the user).")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--part-size",
            paramLabel = "SIZE",
            defaultValue = USUAL_PART,
            description = "Larger bags are checked in parts of this size (default ${DEFAULT-VALUE}).")
    private String partSize = USUAL_PART;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommonOptions.requireSources(bags);
        if (acceptInvalid && reason.filter(text -> !text.isBlank()).isEmpty())
            throw new UsageProblem("--accept-invalid needs --reason TEXT: the history says why.");
        if (!acceptInvalid && reason.isPresent()) throw new UsageProblem("--reason goes with --accept-invalid.");
        long partBytes = ByteAmount.parse("--part-size", partSize);
        return new AuditWork("add", terminal, common, ledger).runMaking((opened, work) -> add(opened, work, partBytes));
    }

    private int add(Ledger opened, AuditWork work, long partBytes) throws IOException, InterruptedException {
        var original = Optional.<RegisteredBag>empty();
        if (copyOf.isPresent()) original = Optional.of(BagName.find(opened, copyOf.get()));
        var terms = new AddBag.Terms(
                original,
                acceptInvalid ? reason : Optional.empty(),
                Optional.of(by.orElse(System.getProperty("user.name"))),
                partBytes);
        var adding = new AddBag(opened, common.jobs(), common.progress(terminal));
        var told = new ArrayList<JsonObject>();
        long added = 0;
        long refused = 0;
        boolean isUnread = false;
        var found = found();
        if (found.isEmpty()) throw new UsageProblem("there is no bag below " + bags.get(0) + ".");
        for (var bag : found) {
            var result = adding.add(bag, terms);
            told.add(json(bag, result));
            say(work, bag, result);
            if (result instanceof AddResult.Added) added++;
            else if (!(result instanceof AddResult.Known)) refused++;
            isUnread |= result instanceof AddResult.Invalid invalid
                    && invalid.judgement().isPartial();
        }
        work.say("");
        work.say(
                added + " registered, " + (found.size() - added - refused) + " known before, " + refused + " refused.");
        work.document().put("registered", added).put("refused", refused).put("bags", told);
        if (isUnread) return ExitCode.NOT_DONE;
        return refused > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** A folder that is no bag holds bags. */
    private List<Path> found() throws IOException {
        var found = new ArrayList<Path>();
        for (var path : bags) {
            if (Files.isDirectory(path)) found.addAll(BagFinder.below(List.of(path)));
            else found.add(path);
        }
        return found;
    }

    private static void say(AuditWork work, Path path, AddResult result) {
        if (result instanceof AddResult.Added added) work.say("registered  " + facts(added.bag()));
        else if (result instanceof AddResult.Known known) work.say("known       " + facts(known.bag()));
        else if (result instanceof AddResult.Invalid invalid) {
            work.warn("REFUSED     " + path + ": "
                    + invalid.judgement().verdict().id().replace('-', ' ') + ". See: newsbag validate " + path);
            invalid.judgement().findings().list().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .limit(SHOWN)
                    .forEach(finding -> work.warn("  " + finding.code().id() + "  " + FindingList.line(finding)));
        } else if (result instanceof AddResult.NoCopy other) {
            work.warn("REFUSED     " + path + ": it is no copy of "
                    + other.original().location() + "; " + other.differences().size() + " files differ.");
            other.differences().stream()
                    .limit(SHOWN)
                    .forEach(failure -> work.warn("  " + failure.outcome().id() + "  " + failure.path()));
        }
    }

    private static String facts(RegisteredBag bag) {
        return bag.id() + "  " + bag.location() + "  " + bag.files() + " files, " + ByteSize.of(bag.bytes()) + ", "
                + bag.algorithm();
    }

    private static JsonObject json(Path path, AddResult result) {
        var json = JsonObject.builder().put("bag", path.toString());
        if (result instanceof AddResult.Added added)
            return AuditJson.put(json.put("result", "registered"), added.bag()).build();
        if (result instanceof AddResult.Known known)
            return AuditJson.put(json.put("result", "known"), known.bag()).build();
        if (result instanceof AddResult.NoCopy other)
            return json.put("result", "no-copy")
                    .put("original", other.original().location())
                    .put("differences", AuditJson.failures(other.differences()))
                    .build();
        Judgement judgement = ((AddResult.Invalid) result).judgement();
        return FindingJson.put(
                        json.put("result", "refused")
                                .put("verdict", judgement.verdict().id()),
                        judgement.findings())
                .build();
    }
}
