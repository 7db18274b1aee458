package org.newsbag.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.fixity.Progress;

/** Many programs pack files and no folders: the verdict is that of the folder all the same. */
class ArchivesWithoutFoldersTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_that_fetch_txt_names_is_nothing_to_be_fetched() throws Exception {
        assertAlike(
                bag().put("fetch.txt", "https://example.org/sub 4 data/sub\n"),
                "fetch-path-unlisted fetch.txt, line 1");
    }

    @Test
    void a_folder_that_a_manifest_lists_is_told_as_one() throws Exception {
        var bag = bag();
        bag.append("manifest-sha256.txt", BagMaking.hex("sha256", "") + "  data/sub\n");
        assertAlike(bag, "manifest-line-malformed data/sub");
    }

    @Test
    void a_folder_above_one_that_has_an_entry() throws Exception {
        var bag = bag().put("data/d/e/x", "x");
        bag.manifest("sha256").append("manifest-sha256.txt", BagMaking.hex("sha256", "") + "  data/d\n");
        var archive = folder.resolve("bag.tar");
        try (var out = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            out.putArchiveEntry(new TarArchiveEntry("bag/data/d/e/"));
            out.closeArchiveEntry();
            put(bag.path(), out);
        }
        assertThat(judge(archive)).containsExactly("manifest-line-malformed data/d");
    }

    private BagMaking bag() {
        return BagMaking.simple(folder.resolve("bag"));
    }

    private void assertAlike(BagMaking bag, String... expected) throws Exception {
        assertThat(judge(bag.path())).containsExactly(expected);
        assertThat(judge(tar(bag.path()))).containsExactly(expected);
    }

    private Path tar(Path bag) throws IOException {
        var archive = folder.resolve("bag.tar");
        try (var out = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            put(bag, out);
        }
        return archive;
    }

    private static void put(Path bag, TarArchiveOutputStream out) throws IOException {
        try (var files = Files.walk(bag)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var entry = new TarArchiveEntry(file, "bag/" + bag.relativize(file));
                out.putArchiveEntry(entry);
                Files.copy(file, out);
                out.closeArchiveEntry();
            }
        }
    }

    private static List<String> judge(Path bag) throws InterruptedException {
        return new Validator(Level.FULL, 1, Progress.SILENT)
                .judge(bag).findings().list().stream()
                        .map(finding -> finding.code().id() + " " + finding.location())
                        .toList();
    }
}
