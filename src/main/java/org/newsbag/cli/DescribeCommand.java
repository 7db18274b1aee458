package org.newsbag.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.description.DescriptionTable;
import org.newsbag.description.DublinCoreDocument;
import org.newsbag.description.DublinCoreRecord;
import org.newsbag.description.ExplanationPage;
import org.newsbag.description.ExplanationText;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.packaging.DescribeRequest;
import org.newsbag.packaging.DescribeSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag describe}. */
@Command(
        name = "describe",
        description = "Prints the records that create would write, without making a bag.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag describe seeds --format jsonl | head -1",
            "  newsbag describe articles/ --format csv --bom > table.csv   # open it in Excel, correct it, then",
            "  newsbag create articles/ --describe table.csv",
            "  newsbag describe article.txt --explain                      # why does the record say that?",
            "  newsbag describe articles/ --html why.html                  # the same as a page with marked text",
            "",
            "In the table, a cell left as it is changes nothing, and an emptied cell says that the document has no such thing."
        })
final class DescribeCommand implements Callable<Integer> {
    /** The forms of the output. */
    enum Format {
        json,
        jsonl,
        csv
    }

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Folders and files to describe.")
    private List<Path> sources;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            defaultValue = "json",
            description =
                    "json (one JSON-LD document), jsonl (one record a line) or csv (a table to correct; default ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--bom", description = "Begin the csv with a byte order mark, by which Excel knows UTF-8.")
    private boolean byteOrderMark;

    @Option(
            names = "--explain",
            description =
                    "Print, instead of records, each document's head and foot with every quotation marked, and for every value its rule and confidence, for every silence the reason.")
    private boolean explain;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write the same explanations as one page that opens without a network; records are not printed.")
    private Optional<Path> page = Optional.empty();

    @Mixin
    private RecordOptions records;

    @Mixin
    private ExtractionOptions extraction;

    @Mixin
    private CommonOptions common;

    DescribeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommonOptions.requireSources(sources);
        if (common.json && format != Format.json)
            throw new UsageProblem(
                    "--json prints one JSON document, and --format asks for " + format + ". Give one of them.");
        if ((explain || page.isPresent()) && (common.json || byteOrderMark))
            throw new UsageProblem(
                    "--explain and --html explain the records instead of printing them. Leave --json and --bom out.");
        var findings = new Findings();
        var corrections = records.corrections();
        var request = new DescribeRequest(
                sources, corrections, extraction.limits(), extraction.lists(terminal), common.jobs());
        try (var interruption = new Interruption()) {
            if (explain || page.isPresent()) explain(request, findings);
            else print(request, findings);
        }
        for (var path : corrections.unused())
            findings.add(
                    FindingCode.CORRECTION_UNMATCHED,
                    path,
                    "The corrections name this file, but the source has none of that name.");
        if (!common.quiet || findings.hasErrors()) new FindingList(terminal.err()).print(findings);
        return findings.hasErrors() ? ExitCode.NOT_DONE : ExitCode.OK;
    }

    private void explain(DescribeRequest request, Findings findings) throws IOException, InterruptedException {
        var work = new DescribeSources(common.progress(terminal));
        if (page.isEmpty()) {
            var text = new ExplanationText(terminal.out());
            work.run(request, findings, text::add);
            return;
        }
        var printed = explain ? Optional.of(new ExplanationText(terminal.out())) : Optional.<ExplanationText>empty();
        new NewFile(page.get()).write(file -> {
            try (var out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
                    var html = new ExplanationPage(out)) {
                work.run(request, findings, described -> {
                    html.add(described);
                    if (printed.isPresent()) printed.get().add(described);
                });
            }
            return true;
        });
    }

    private void print(DescribeRequest request, Findings findings) throws IOException, InterruptedException {
        var work = new DescribeSources(common.progress(terminal));
        var record = new DublinCoreRecord(records.rights(), Version.software());
        var out = new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
        switch (format) {
            case csv -> {
                try (var table = new DescriptionTable(out, byteOrderMark)) {
                    work.run(request, findings, table::add);
                }
            }
            case jsonl -> {
                work.run(request, findings, file -> {
                    out.write(Json.compact(record.standalone(file)));
                    out.write('\n');
                });
                out.flush();
            }
            case json -> {
                try (var document = new DublinCoreDocument(terminal.out())) {
                    work.run(request, findings, file -> document.add(record.of(file)));
                }
            }
        }
    }
}
