package org.newsbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;

/** Two processes, one of them in another part of the world, write the same bytes. */
class SeparateProcessesTest {
    @TempDir
    Path folder;

    @Test
    void a_process_with_another_language_time_zone_and_number_of_threads_writes_the_same_bytes() throws Exception {
        create("here", "-Duser.timezone=UTC");
        create(
                "there",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.timezone=Asia/Tokyo",
                "-XX:ActiveProcessorCount=4");
        var here = folder.resolve("here/bag");
        var there = folder.resolve("there/bag");
        assertThat(Making.names(there)).isEqualTo(Making.names(here)).isNotEmpty();
        for (var name : Making.names(here)) assertThat(there.resolve(name)).hasSameBinaryContentAs(here.resolve(name));
    }

    private void create(String output, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.newsbag.cli.Newsbag",
                "create",
                "seeds/world",
                "-o",
                folder.resolve(output).toString(),
                "-n",
                "bag"));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output + ".log").toFile());
        builder.environment().put("SOURCE_DATE_EPOCH", "1772625600");
        assertThat(builder.start().waitFor())
                .as(Files.readString(folder.resolve(output + ".log")))
                .isZero();
    }
}
