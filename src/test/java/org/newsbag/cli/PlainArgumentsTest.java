package org.newsbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain arguments mean what they mean to picocli, and all others are left to it. */
class PlainArgumentsTest {
    @TempDir
    Path folder;

    @Test
    void options_values_and_the_rest_are_told_apart() {
        assertThat(read("x run a --json --ledger l b -q"))
                .contains(new PlainArguments(true, true, Map.of("--ledger", "l"), List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x status",
                "run x",
                "x run --ledger=l",
                "x run --ledger",
                "x run --ledger --json",
                "x run --ledger @file",
                "x run --ledger l --ledger m",
                "x run @file",
                "x run -j 2",
                "x run --help",
                "x run --"
            })
    void what_is_of_another_command_or_not_plain_is_left(String arguments) {
        assertThat(read(arguments)).isEmpty();
    }

    private static Optional<PlainArguments> read(String arguments) {
        return PlainArguments.of(List.of("x", "run"), Set.of("--ledger"), arguments.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate FOLDER/none",
                "validate FOLDER FOLDER --json",
                "validate -q FOLDER",
                "audit run --ledger FOLDER/none",
                "audit run --json --ledger FOLDER/none bag other",
                "audit run --max-age soon",
                "audit run --budget soon",
                "audit run --limit much",
                "audit run --rate fast",
                "audit status --ledger FOLDER",
                "audit status --max-age soon --quiet",
                "audit status --json --ledger FOLDER/none"
            })
    void a_plain_command_is_the_one_that_picocli_builds(String line) {
        var arguments = line.replace("FOLDER", folder.toString()).split(" ");
        var plain = new Heard();
        assertThat(Commands.plain(plain.terminal(), arguments)).isPresent();
        int code = Newsbag.run(plain.terminal(), arguments);
        var built = new Heard();
        assertThat(Newsbag.commandLine(built.terminal(), arguments).execute(arguments))
                .isEqualTo(code);
        assertThat(plain.text()).isEqualTo(built.text()).isNotEmpty();
    }

    private static final class Heard {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Terminal terminal() {
            var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            return new Terminal(stream, stream, false, Optional.empty(), Map.of());
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
