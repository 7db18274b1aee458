package org.newsbag.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.newsbag.extract.Limits;
import org.newsbag.provenance.OwnLists;
import picocli.CommandLine.Option;

/** Options of every command that reads documents. */
final class ExtractionOptions {
    @Option(
            names = "--parse-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Stop the parser of a file after N seconds (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--parse-memory",
            paramLabel = "MIB",
            defaultValue = "512",
            description = "Memory for one parser in MiB (default ${DEFAULT-VALUE}).")
    private int memory;

    @Option(
            names = "--parse-characters",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Keep at most N characters of text of one file (default ${DEFAULT-VALUE}).")
    private int characters;

    @Option(
            names = "--parse-embedded",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Read at most N documents embedded in one file (default ${DEFAULT-VALUE}).")
    private int embedded;

    @Option(
            names = "--outlets",
            paramLabel = "FILE",
            description = "The authority list of outlets (default profiles/outlets.json of this installation).")
    private Path outlets;

    @Option(
            names = "--places",
            paramLabel = "FILE",
            description =
                    "Places that newsbag does not know, or not by these names (default profiles/places.json of this installation).")
    private Path places;

    Limits limits() {
        if (seconds < 1) throw new UsageProblem("--parse-seconds expected 1 or more, found " + seconds + ".");
        if (memory < 64) throw new UsageProblem("--parse-memory expected 64 MiB or more, found " + memory + ".");
        if (characters < 1) throw new UsageProblem("--parse-characters expected 1 or more, found " + characters + ".");
        if (embedded < 0) throw new UsageProblem("--parse-embedded expected 0 or more, found " + embedded + ".");
        return new Limits(Duration.ofSeconds(seconds), memory, characters, embedded, Limits.DEFAULT.plainBytes());
    }

    OwnLists lists(Terminal terminal) {
        return new OwnLists(
                own("--outlets", outlets, "profiles/outlets.json", terminal),
                own("--places", places, "profiles/places.json", terminal));
    }

    private static Optional<Path> own(String option, Path given, String usual, Terminal terminal) {
        if (given != null && !Files.isReadable(given))
            throw new UsageProblem(option + ": there is no readable file " + given + ".");
        return Optional.ofNullable(given)
                .or(() -> terminal.home().map(home -> home.resolve(usual)).filter(Files::isReadable));
    }
}
