package org.newsbag.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Progress;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {
    @Option(names = "--json", description = "Print one JSON document on standard output, and nothing else there.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but errors.")
    boolean quiet;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Work on N files at once (default: as many as there are processors).")
    Integer jobs;

    void set(PlainArguments plain) {
        json = plain.isJson();
        quiet = plain.isQuiet();
    }

    int jobs() {
        if (jobs == null) return Runtime.getRuntime().availableProcessors();
        if (jobs < 1) throw new UsageProblem("--jobs expected 1 or more, found " + jobs + ".");
        return jobs;
    }

    Progress progress(Terminal terminal) {
        return terminal.isWatched() && !quiet ? new ProgressLine(terminal.err()) : Progress.SILENT;
    }

    /** What {@code --algorithm} names. */
    static List<Algorithm> algorithms(List<String> spellings) {
        return spellings.stream()
                .map(spelling -> Algorithm.named(spelling)
                        .orElseThrow(() -> new UsageProblem("--algorithm expected one of "
                                + Algorithm.ALL.stream().map(Algorithm::name).collect(Collectors.joining(", "))
                                + ", found \"" + spelling + "\".")))
                .toList();
    }

    /** A file that an option names. */
    static Path readable(String option, Path file) {
        if (Files.isDirectory(file) || !Files.isReadable(file))
            throw new UsageProblem(option + ": there is no readable file " + file + ".");
        return file;
    }

    static void requireSources(List<Path> sources) {
        for (var source : sources)
            if (!Files.exists(source)) throw new UsageProblem("there is no file or folder " + source + ".");
    }
}
