package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsbag.bag.BagInfo;
import org.newsbag.bag.Tag;
import org.newsbag.durable.Unforced;
import org.newsbag.finding.Findings;
import org.newsbag.packaging.CreateBag;
import org.newsbag.packaging.CreateRequest;
import org.newsbag.packaging.CreateResult;
import org.newsbag.packaging.CreateResult.Created;
import org.newsbag.packaging.CreateResult.Refused;
import org.newsbag.packaging.WantedProfile;
import org.newsbag.store.Serialization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsbag create}. */
@Command(
        name = "create",
        description = "Makes a durable, described BagIt bag of files and folders. The sources are only read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag create seeds",
            "  newsbag create articles/ --output /archive/bags --name 2026-W47 --serialize tar",
            "  newsbag create articles/ --info \"Source-Organization: National Library\" --info-file bag-info.txt",
            "  newsbag create articles/ --profile aptrust-2.3 --info \"Source-Organization: National Library\" \\",
            "      --info \"aptrust-info.txt/Title: Week 47\" --info \"aptrust-info.txt/Access: Institution\"",
            "  newsbag describe articles/ --format csv > table.csv     # correct it in a spreadsheet, then",
            "  newsbag create articles/ --describe table.csv",
            "",
            "Under the final name there is never anything but a complete, verified bag, whatever happens meanwhile."
        })
final class CreateCommand implements Callable<Integer> {
    /** Labels whose values are calculated, and which must not stand twice (RFC 8493, section 2.2.2). */
    private static final Set<String> CALCULATED = Set.of("payload-oxum", "bagging-date", "bag-size");

    private static final String NOTHING = " Nothing was published.";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Folders and files to package.")
    private List<Path> sources;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "output",
            description = "The folder to put the bag into (default ${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "The bag's name (default: the source's name and the date).")
    private Optional<String> name;

    @Option(
            names = {"-a", "--algorithm"},
            paramLabel = "NAME",
            split = ",",
            defaultValue = "sha256,sha512",
            description = "Digest algorithms of the manifests (default ${DEFAULT-VALUE}).")
    private List<String> algorithms;

    @Option(
            names = "--info",
            paramLabel = "\"Label: value\"",
            description =
                    "A tag for bag-info.txt; may be repeated, order is kept. Of another tag file for which the profile has labels: \"FILE/Label: value\".")
    private List<String> info = List.of();

    @Option(
            names = "--info-file",
            paramLabel = "FILE",
            description = "Tags for bag-info.txt, in the form of that file; they come before those of --info.")
    private Optional<Path> infoFile;

    @Option(
            names = {"-s", "--serialize"},
            paramLabel = "FORM",
            defaultValue = "none",
            description = "none, tar, tar.gz or zip (default ${DEFAULT-VALUE}).")
    private String serialize;

    @Option(names = "--no-extract", description = "Package and checksum only; read no text and no metadata.")
    private boolean noExtract;

    @Option(
            names = "--omit",
            description =
                    "Leave out, and report in the bag, what cannot be packaged (unreadable files, pipes, links that lead outside) instead of refusing.")
    private boolean omit;

    @Mixin
    private ProfileOption profile;

    @Mixin
    private RecordOptions records;

    @Mixin
    private ExtractionOptions extraction;

    @Mixin
    private CommonOptions common;

    CreateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var findings = new Findings();
        var aboutProfile = new Findings();
        var request = request();
        var report = common.json ? new CreateJson(terminal.out()) : new CreateSummary(terminal, common.quiet);
        if (profile.isGiven()) {
            var wanted = profile.read(terminal, aboutProfile);
            if (wanted.isEmpty()) return refused(report, aboutProfile);
            request = request.under(new WantedProfile(wanted.get(), isChosen("--algorithm"), isChosen("--serialize")));
        }
        try (var interruption = new Interruption()) {
            int code = run(request, report, findings, aboutProfile);
            // The process may end as soon as the interruption is closed: what is said must be out by then.
            terminal.out().flush();
            terminal.err().flush();
            return code;
        }
    }

    private int refused(CreateReport report, Findings aboutProfile) {
        var reason = "The profile " + profile.name()
                + " has errors of its own, so that no bag can be held to it. Mend them, or give another.";
        report.print(new Refused(CreateResult.Reason.REQUEST, reason), aboutProfile, ExitCode.USAGE);
        return ExitCode.USAGE;
    }

    private boolean isChosen(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** @param aboutProfile what was said of the profile itself, which is no matter of the bag's */
    private int run(CreateRequest request, CreateReport report, Findings findings, Findings aboutProfile) {
        try {
            var result = new CreateBag(terminal.clock(), Version.software(), common.progress(terminal))
                    .run(request, findings);
            aboutProfile.list().forEach(findings::add);
            int code = exitCode(result, findings);
            report.print(result, findings, code);
            return code;
        } catch (Unforced e) {
            return failed(Newsbag.reason(e), report, findings, ExitCode.NOT_DONE);
        } catch (IOException e) {
            return failed(Newsbag.reason(e) + NOTHING, report, findings, ExitCode.NOT_DONE);
        } catch (InterruptedException e) {
            return failed("interrupted." + NOTHING, report, findings, ExitCode.INTERRUPTED);
        }
    }

    private static int failed(String reason, CreateReport report, Findings findings, int code) {
        report.printFailure(reason, findings, code);
        return code;
    }

    private static int exitCode(CreateResult result, Findings findings) {
        if (result instanceof Created) return findings.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK;
        return switch (((Refused) result).reason()) {
            case REQUEST -> ExitCode.USAGE;
            case SOURCE, MACHINE -> ExitCode.NOT_DONE;
        };
    }

    private CreateRequest request() throws IOException {
        CommonOptions.requireSources(sources);
        return new CreateRequest(
                sources,
                output,
                name,
                CommonOptions.algorithms(algorithms),
                tags(),
                records.corrections(),
                serialization(),
                noExtract ? Optional.empty() : Optional.of(extraction.limits()),
                extraction.lists(terminal),
                records.rights(),
                omit,
                common.jobs());
    }

    private List<Tag> tags() throws IOException {
        var tags = new ArrayList<Tag>();
        if (infoFile.isPresent())
            tags.addAll(BagInfo.read(CommonOptions.readable("--info-file", infoFile.get()))
                    .tags());
        for (var text : info) tags.add(Tag.parse(text));
        for (var tag : tags)
            if (CALCULATED.contains(tag.label().toLowerCase(Locale.ROOT)))
                throw new UsageProblem(tag.label() + " is calculated from the bag and cannot be given.");
        return tags;
    }

    private Serialization serialization() {
        return Serialization.named(serialize)
                .filter(Serialization::isWritten)
                .orElseThrow(() -> new UsageProblem(
                        "--serialize expected none, tar, tar.gz or zip, found \"" + serialize + "\"."));
    }
}
