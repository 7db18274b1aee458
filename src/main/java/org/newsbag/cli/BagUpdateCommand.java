package org.newsbag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbag.upkeep.UpdateBag;
import org.newsbag.upkeep.UpdateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag bag update}. */
@Command(
        name = "update",
        description =
                "Reads the payload of a bag once and writes the manifests and tag manifests of BagIt 1.0 that belong to it. Says exactly what changes, file by file. Bags of BagIt 0.93 to 0.97 become bags of BagIt 1.0.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag bag update old-bag --dry-run",
            "  newsbag bag update old-bag --algorithm sha256,sha512    # adds these, and drops the others",
            "",
            "It refuses where the bag is not what its present manifests say.",
            "Exit codes: 0 updated, or nothing to do; 1 refused because of the bag, or the bag is still not valid; 2 wrong usage; 3 not done."
        })
final class BagUpdateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "BAG", description = "The folder of a bag.")
    private Path bag;

    @Option(
            names = {"-a", "--algorithm"},
            paramLabel = "NAME",
            split = ",",
            description = "The algorithms of the manifests afterwards, for example sha256,sha512 (default: as now).")
    private List<String> algorithms = new ArrayList<>();

    @Option(
            names = "--accept-changes",
            description =
                    "The bag is right as it is, also where it contradicts its manifests: take in what was added, changed or removed.")
    private boolean acceptChanges;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Say what would be changed, and change nothing.")
    private boolean dryRun;

    @Mixin
    private CommonOptions common = new CommonOptions();

    BagUpdateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommonOptions.requireSources(List.of(bag));
        var request = new UpdateRequest(
                bag,
                algorithms.isEmpty() ? Optional.empty() : Optional.of(CommonOptions.algorithms(algorithms)),
                acceptChanges,
                dryRun,
                common.jobs());
        return new BagWork("update", terminal, common)
                .run(findings -> new UpdateBag(ProfileShelves.source(terminal), common.progress(terminal))
                        .run(request, findings));
    }
}
