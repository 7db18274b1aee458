package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.newsbag.description.Corrections;
import picocli.CommandLine.Option;

/** Options of every command that writes records. */
final class RecordOptions {
    @Option(
            names = {"-d", "--describe"},
            paramLabel = "FILE",
            description =
                    "A person's corrections: a table (.csv) or records (.json, .jsonl) that describe has printed and a person has edited.")
    private Optional<Path> describe;

    @Option(
            names = "--rights",
            paramLabel = "IRI",
            defaultValue = "http://rightsstatements.org/vocab/CNE/1.0/",
            description = "The rights statement of every file (default ${DEFAULT-VALUE}, copyright not evaluated).")
    private String rights;

    Corrections corrections() throws IOException {
        return describe.isPresent()
                ? Corrections.read(CommonOptions.readable("--describe", describe.get()))
                : Corrections.none();
    }

    String rights() {
        return rights;
    }
}
