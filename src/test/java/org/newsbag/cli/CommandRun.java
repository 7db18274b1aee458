package org.newsbag.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What one run of newsbag in this very process came to. */
record CommandRun(int exit, String out, String err) {
    static CommandRun of(Map<String, String> environment, String... arguments) {
        return of(Path.of("").toAbsolutePath(), environment, arguments);
    }

    /** @param home the installation, where {@code profiles/} is */
    static CommandRun of(Path home, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Optional.of(home),
                environment);
        int exit = Newsbag.run(terminal, arguments);
        return new CommandRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
