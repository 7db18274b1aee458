package org.newsbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;

class BagFinderTest {
    @TempDir
    Path folder;

    @Test
    void bags_are_folders_and_archives_also_without_a_declaration_and_by_short_endings() throws IOException {
        for (var name : List.of(
                "a/bagit.txt",
                "a/data/inner/bagit.txt",
                "b/data/x",
                "b/manifest-md5.txt",
                "c/notes/x.txt",
                "d.tar",
                "e.txz",
                "f.TAR.ZST",
                "g.zip",
                "h.tgz")) Making.file(folder, name);
        assertThat(BagFinder.below(List.of(folder)))
                .extracting(bag -> folder.relativize(bag).toString())
                .containsExactly("a", "b", "d.tar", "e.txz", "f.TAR.ZST", "g.zip", "h.tgz");
    }

    @Test
    void an_argument_may_be_a_link_to_a_folder_of_bags() throws IOException {
        Making.file(folder, "bags/a/bagit.txt");
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("bags"));
        assertThat(BagFinder.below(List.of(link)))
                .extracting(bag -> bag.getFileName().toString())
                .containsExactly("a");
    }
}
