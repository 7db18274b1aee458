package org.newsbag.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.audit.ExportEvents;
import org.newsbag.ledger.RegisteredBag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag audit export}. */
@Command(
        name = "export",
        description =
                "Writes the events for other systems: as they stand, a line each, or as fixity checks of PREMIS 3.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit export > events.jsonl",
            "  newsbag audit export --format premis my-bag --output premis-fixity.xml",
            "",
            "Exit codes: 0 written; 2 wrong usage; 3 not done."
        })
final class AuditExportCommand implements Callable<Integer> {
    /** What is written. */
    enum Format {
        JSONL,
        PREMIS
    }

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "BAG",
            description = "Only the events of this bag: by path, number or name.")
    private Optional<String> bag = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "premis|jsonl",
            defaultValue = "jsonl",
            description = "The form (default ${DEFAULT-VALUE}).")
    private Format format = Format.JSONL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this new file, and not to standard output.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (common.json && output.isEmpty())
            throw new UsageProblem(
                    "--json goes with --output here: else the events themselves are on standard output.");
        var file = output.map(NewFile::new);
        return new AuditWork("export", terminal, common, ledger).run((opened, work) -> {
            var only = Optional.<RegisteredBag>empty();
            if (bag.isPresent()) only = Optional.of(BagName.find(opened, bag.get()));
            var export = new ExportEvents(opened, only);
            if (file.isPresent())
                file.get().write(out -> {
                    write(export, out);
                    return true;
                });
            else write(export, terminal.out());
            work.document()
                    .put("format", format.name().toLowerCase(Locale.ROOT))
                    .put("output", output.map(Path::toString));
            return ExitCode.OK;
        });
    }

    private void write(ExportEvents export, OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        if (format == Format.JSONL) export.lines(buffered);
        else export.premis(buffered, "newsbag " + Version.number());
        buffered.flush();
    }
}
