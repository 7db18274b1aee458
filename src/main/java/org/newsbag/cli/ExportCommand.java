package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.description.FlatForm;
import org.newsbag.finding.Findings;
import org.newsbag.packaging.ExportRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag export}. */
@Command(
        name = "export",
        description =
                "Prints the records of a bag that newsbag made as a table for another system. The bag stays as it is; the table has no room for evidence, candidates and reasons, so it never replaces the records.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag export output/seeds --to csv > records.csv",
            "  newsbag export bag.tar --to archivematica --output transfer/metadata   # writes metadata.csv there",
            "",
            "Exit codes: 0 written; 1 the bag holds no records; 2 wrong usage, a name that is taken; 3 not done."
        })
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "BAG", description = "A bag: a folder, or a tar or zip file.")
    private Path bag;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "SYSTEM",
            description = "archivematica, dspace, omeka-s, islandora or csv.")
    private String system;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Write the table into this folder, under the name that the system expects (default: print it).")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (common.json)
            throw new UsageProblem("--json is not for export, which prints tables. newsbag describe prints records.");
        CommonOptions.requireSources(List.of(bag));
        var findings = new Findings();
        if (output.isEmpty()) {
            ExportRecords.export(bag, form(), terminal.out(), findings);
            terminal.out().flush();
        } else intoFolder(form(), output.get(), findings);
        if (!common.quiet || findings.hasErrors()) new FindingList(terminal.err()).print(findings);
        return findings.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private FlatForm form() {
        return Arrays.stream(FlatForm.values())
                .filter(form -> form.id().equals(system))
                .findFirst()
                .orElseThrow(() -> new UsageProblem("--to expected one of " + String.join(", ", ExportRecords.forms())
                        + ", found \"" + system + "\"."));
    }

    private void intoFolder(FlatForm form, Path folder, Findings findings) throws IOException, InterruptedException {
        if (isInside(folder))
            throw new UsageProblem(folder + " lies in the bag, which stays as it is. Name a folder outside it.");
        Files.createDirectories(folder);
        var target = folder.resolve(form.fileName());
        var records = new long[1];
        boolean kept = new NewFile(target).write(out -> {
            records[0] = ExportRecords.export(bag, form, out, findings);
            return !findings.hasErrors();
        });
        if (kept && !common.quiet)
            terminal.out().println(records[0] + (records[0] == 1 ? " record" : " records") + " written to " + target);
    }

    private boolean isInside(Path folder) throws IOException {
        if (!Files.isDirectory(bag)) return false;
        var there = folder.toAbsolutePath().normalize();
        while (there != null && !Files.exists(there)) there = there.getParent();
        return there != null && there.toRealPath().startsWith(bag.toRealPath());
    }
}
