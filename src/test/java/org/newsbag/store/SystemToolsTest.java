package org.newsbag.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.Making;

/** What the tools of the system pack, as far as they are at hand, reads as the folder does. */
class SystemToolsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void bag() throws IOException {
        Making.file(folder, "bag/bagit.txt", "BagIt-Version: 1.0\n");
        Making.file(folder, "bag/data/خبر عاجل.txt");
        Making.file(folder, "bag/data/" + "long folder/".repeat(20) + "name".repeat(30));
        Making.file(folder, "bag/data/why?.txt", "x".repeat(100_000));
        Files.createDirectory(folder.resolve("bag/empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tar cf bag.tar bag",
                "tar --format=v7 --exclude=long* -cf bag.tar bag",
                "tar --format=pax -cf bag.tar bag",
                "tar -b1 -cf bag.tar bag",
                "tar czf bag.tar.gz bag",
                "tar cJf bag.tar.xz bag",
                "tar --zstd -cf bag.tar.zst bag",
                "zip -q -r bag.zip bag",
                "zip -q -r -0 bag.zip bag",
                "zip -q -r -Z bzip2 bag.zip bag",
                "bsdtar -cf bag.tar bag",
                "bsdtar -czf bag.tgz bag",
                "bsdtar --format zip -cf bag.zip bag"
            })
    void what_a_tool_packs_reads_as_the_folder_does(String command) throws Exception {
        var made = made(command);
        if (command.contains("--exclude")) {
            assertThat(made.content()).hasSize(3);
            return;
        }
        var plain = Reading.of(folder.resolve("bag"));
        assertThat(made.listed()).isEqualTo(plain.listed());
        assertThat(made.content()).isEqualTo(plain.content()).hasSize(4);
        assertThat(made.said()).isEmpty();
    }

    @Test
    void a_sparse_file_that_tar_packed_is_read_with_its_holes() throws Exception {
        try (var file =
                new java.io.RandomAccessFile(folder.resolve("bag/data/sparse").toFile(), "rw")) {
            file.setLength(3 << 20);
            file.seek(1 << 20);
            file.write(7);
        }
        try (var file = new java.io.RandomAccessFile(
                folder.resolve("bag/data/hole-at-the-end").toFile(), "rw")) {
            file.write(7);
            file.setLength(2 << 20);
        }
        for (var format : new String[] {"gnu", "posix"}) {
            var made = made("tar --sparse --format=" + format + " -cf bag.tar bag");
            assertThat(made.content())
                    .as(format)
                    .isEqualTo(Reading.of(folder.resolve("bag")).content());
            assertThat(made.said()).as(format).isEmpty();
        }
    }

    @Test
    void hard_links_that_tar_packed_are_files_and_sparse_ones_too() throws Exception {
        var sparse = folder.resolve("bag/data/sparse");
        try (var file = new java.io.RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(3 << 20);
            file.seek(1 << 20);
            file.write(7);
        }
        Files.createLink(folder.resolve("bag/data/sparse-2"), sparse);
        Files.createLink(folder.resolve("bag/data/copy.txt"), folder.resolve("bag/bagit.txt"));
        for (var archive : new String[] {"-cf bag.tar", "-czf bag.tar.gz"}) {
            var made = made("tar --sparse --format=posix " + archive + " bag");
            assertThat(made.content())
                    .isEqualTo(Reading.of(folder.resolve("bag")).content());
            assertThat(made.said()).hasSize(2).allMatch(said -> said.startsWith("store-link-followed bag/"));
        }
    }

    @Test
    void a_tar_made_inside_the_bag_is_told() throws Exception {
        var made = made("tar -C bag -cf bag.tar .");
        assertThat(made.said()).containsExactly("archive-no-base-directory bagit.txt");
        assertThat(made.content()).hasSize(4);
    }

    private Reading made(String command) throws Exception {
        var words = Arrays.asList(command.split(" "));
        var archive =
                words.stream().filter(w -> w.startsWith("bag.")).findFirst().orElseThrow();
        Process process;
        try {
            process = new ProcessBuilder(new ArrayList<>(words))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, words.get(0) + " is not at hand");
            throw e;
        }
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assumeTrue(process.exitValue() == 0, command + " failed: " + said);
        return Reading.of(folder.resolve(archive));
    }
}
