package org.newsbag.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A staging folder belongs to one living run, and is removed when that run is dead; src/test/faults tries the same with whole runs. */
class StagingTest {
    @TempDir
    Path output;

    /** A run in another process, for which alone the operating system's lock counts. */
    public static final class OtherProcess {
        public static void main(String[] arguments) throws IOException {
            var said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            said.print(StagingLock.reach(Path.of(arguments[0])).getClass().getSimpleName());
        }
    }

    @Test
    void a_living_runs_folder_is_held_against_other_processes() throws Exception {
        try (var staging = Staging.open(output, "bag").orElseThrow()) {
            assertThat(otherProcessReaches(Path.of(staging.toString()))).isEqualTo("Held");
        }
    }

    @Test
    void a_second_try_in_this_process_fails_and_does_not_give_the_lock_up() throws Exception {
        try (var staging = Staging.open(output, "bag").orElseThrow()) {
            assertThat(Staging.open(output, "bag")).isEmpty();
            Staging.sweep(output);
            assertThat(staging.bag()).isDirectory();
            assertThat(otherProcessReaches(Path.of(staging.toString()))).isEqualTo("Held");
        }
    }

    @Test
    void a_dead_runs_folder_is_swept() throws IOException {
        var dead = Files.createDirectories(output.resolve(Staging.PREFIX + "0123456789abcdef/bag/data"));
        Files.writeString(dead.resolve("half.txt"), "half");
        Staging.sweep(output);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void closing_leaves_nothing_and_frees_the_name() throws IOException {
        Staging.open(output, "bag").orElseThrow().close();
        assertThat(output).isEmptyDirectory();
        try (var again = Staging.open(output, "bag").orElseThrow()) {
            assertThat(again.bag()).isDirectory();
        }
    }

    @Test
    void what_a_link_leads_to_is_not_touched(@TempDir Path documents) throws IOException {
        Files.writeString(documents.resolve("precious.txt"), "precious");
        Files.createSymbolicLink(output.resolve(Staging.PREFIX + "0123456789abcdef"), documents);
        Staging.sweep(output);
        assertThat(documents.resolve("precious.txt")).hasContent("precious");

        Path name;
        try (var staging = Staging.open(output, "bag").orElseThrow()) {
            name = Path.of(staging.toString());
        }
        Files.createSymbolicLink(name, documents);
        assertThatThrownBy(() -> Staging.open(output, "bag"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("remove it");
        assertThat(documents.resolve("precious.txt")).hasContent("precious");
    }

    private static String otherProcessReaches(Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
