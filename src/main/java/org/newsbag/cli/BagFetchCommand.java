package org.newsbag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsbag.upkeep.FetchBag;
import org.newsbag.upkeep.FetchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag bag fetch}. */
@Command(
        name = "fetch",
        description =
                "Completes a bag with the files that its fetch.txt lists. A file enters the bag verified by its manifests, or not at all; never more bytes are taken than fetch.txt says.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag bag fetch holey-bag   # says which hosts the bag names",
            "  newsbag bag fetch holey-bag --allow-host archive.example.org",
            "  newsbag bag fetch holey-bag --allow-scheme http --allow-host \"*.example.org\"",
            "",
            "What came before a connection broke off is kept beside the bag, and the next run goes on with it.",
            "Exit codes: 0 the bag is complete; 1 something was not allowed or was not what the manifests say; 2 wrong usage, no host allowed; 3 something could not be had."
        })
final class BagFetchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "BAG", description = "The folder of a bag.")
    private Path bag;

    @Option(
            names = "--allow-host",
            paramLabel = "HOST[:PORT]",
            description = "A host that may be asked; *.example.org for all below example.org. May be repeated.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--allow-scheme",
            paramLabel = "SCHEME",
            description =
                    "http or https; in place of https alone, so give both where both are meant. May be repeated (default: https).")
    private List<String> schemes = new ArrayList<>();

    @Mixin
    private CommonOptions common = new CommonOptions();

    BagFetchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommonOptions.requireSources(List.of(bag));
        var request = new FetchRequest(bag, schemes(), hosts, common.jobs());
        return new BagWork("fetch", terminal, common)
                .run(findings -> new FetchBag(ProfileShelves.source(terminal), common.progress(terminal))
                        .run(request, findings));
    }

    private List<String> schemes() {
        if (schemes.isEmpty()) return List.of("https");
        var lower = schemes.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
        for (var scheme : lower)
            if (!scheme.equals("http") && !scheme.equals("https"))
                throw new UsageProblem("--allow-scheme expected http or https, found \"" + scheme + "\".");
        return lower;
    }
}
