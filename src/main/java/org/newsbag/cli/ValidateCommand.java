package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Level;
import org.newsbag.validation.Validator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag validate}. */
@Command(
        name = "validate",
        description =
                "Judges BagIt bags, anybody's: as folders or as tar, tar.gz, tar.zst, tar.xz and zip. Every finding in one run; nothing is changed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag validate output/my-bag",
            "  newsbag validate bag.tar.gz --json",
            "  newsbag validate --recursive /archive/bags --level complete --junit report.xml",
            "",
            "Exit codes: 0 all valid; 1 some bag is invalid, incomplete or cannot be verified; 3 some bytes could not be read."
        })
final class ValidateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "BAG", description = "Folders and archives that are bags.")
    private List<Path> bags = new ArrayList<>();

    @Option(
            names = {"-l", "--level"},
            paramLabel = "LEVEL",
            defaultValue = "full",
            description = {
                "quick: required elements, tag files, Payload-Oxum;",
                "complete: also that all listed files are there, and all files listed;",
                "full: also every checksum (default ${DEFAULT-VALUE})."
            })
    private String level = Level.FULL.id();

    @Option(
            names = {"-r", "--recursive"},
            description = "The arguments are folders of bags: judge every bag below them.")
    private boolean recursive;

    @Option(names = "--jsonl", description = "Print one line of JSON for each bag, as soon as it is judged.")
    private boolean jsonl;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the result as JUnit XML.")
    private Optional<Path> junit = Optional.empty();

    @Mixin
    private ProfileOptions profiles = new ProfileOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command, where its arguments are plain. */
    static Optional<Callable<Integer>> plain(Terminal terminal, String... arguments) {
        return PlainArguments.of(List.of("validate"), Set.of(), arguments)
                .filter(plain -> !plain.others().isEmpty())
                .map(plain -> {
                    var command = new ValidateCommand(terminal);
                    command.common.set(plain);
                    for (var bag : plain.others()) command.bags.add(Path.of(bag));
                    return command;
                });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var depth = Level.named(level)
                .orElseThrow(
                        () -> new UsageProblem("--level expected quick, complete or full, found \"" + level + "\"."));
        for (var bag : bags) require(bag);
        if (junit.isPresent()) Files.newOutputStream(junit.get()).close(); // to fail before the work, not after it
        var found = recursive ? BagFinder.below(bags) : bags;
        if (found.isEmpty()) throw new UsageProblem("there is no bag below " + bags.get(0) + ".");
        var report = report(recursive || found.size() > 1);
        var totals = new ValidateTotals();
        var xml = new ValidateJunit();
        var validator = new Validator(
                depth,
                common.jobs(),
                common.progress(terminal),
                profiles.demanded(terminal),
                profiles.source(terminal));
        for (var bag : found) {
            Judgement judgement = validator.judge(bag);
            totals.add(judgement);
            report.bag(judgement);
            if (junit.isPresent()) xml.bag(judgement);
        }
        if (junit.isPresent()) xml.write(junit.get());
        report.end(totals);
        return totals.exitCode();
    }

    /** What may be there behind a folder that cannot be entered is judged: that it cannot be read. */
    private static void require(Path bag) {
        if (bag.toString().isEmpty())
            throw new UsageProblem("a bag has an empty name; for the current folder write \".\".");
        if (Files.notExists(bag)) throw new UsageProblem("there is no file or folder " + bag + ".");
    }

    private ValidateReport report(boolean isMany) {
        if (jsonl) return new ValidateLines(terminal.out());
        return common.json
                ? new ValidateJson(terminal.out(), isMany)
                : new ValidateText(terminal.out(), isMany, common.quiet);
    }
}
