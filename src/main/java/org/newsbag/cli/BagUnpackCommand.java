package org.newsbag.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.newsbag.upkeep.UnpackBag;
import org.newsbag.upkeep.UnpackRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsbag bag unpack}. */
@Command(
        name = "unpack",
        description =
                "Makes a folder of a bag in tar, tar.gz, tar.zst, tar.xz or zip. Nothing is written outside that folder, whatever the archive says; the bag has its name only when all of it was verified and is forced to disk.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag bag unpack bag.tar.gz",
            "  newsbag bag unpack bag.zip --output bags --name letters-1921",
            "",
            "Exit codes: 0 unpacked and valid; 1 not valid, or still to be completed; 2 wrong usage, a name that is taken; 3 not done."
        })
final class BagUnpackCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ARCHIVE", description = "A serialized bag.")
    private Path archive;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder that the bag is to stand in (default: the current folder).")
    private Path output = Path.of(".");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of the bag's folder (default: that of the archive without its ending).")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "BYTES",
            description = "Write no more bytes than this (default: what the disk has left).")
    private Optional<Long> limit = Optional.empty();

    @Option(names = "--even-if-invalid", description = "Keep what could be unpacked also where it is no valid bag.")
    private boolean evenIfInvalid;

    @Mixin
    private CommonOptions common = new CommonOptions();

    BagUnpackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommonOptions.requireSources(List.of(archive));
        var request = new UnpackRequest(archive, output, name, bytes(), evenIfInvalid, common.jobs());
        return new BagWork("unpack", terminal, common)
                .run(findings -> new UnpackBag(ProfileShelves.source(terminal), common.progress(terminal))
                        .run(request, findings));
    }

    private OptionalLong bytes() {
        if (limit.isPresent() && limit.get() < 0)
            throw new UsageProblem("--limit expected a number of bytes, found " + limit.get() + ".");
        return limit.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
