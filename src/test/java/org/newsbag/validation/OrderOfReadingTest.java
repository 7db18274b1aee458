package org.newsbag.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.fixity.Progress;

/** Files are read in the order in which the store lists them: a disk with a head is not to seek at random. */
class OrderOfReadingTest {
    @TempDir
    Path folder;

    @Test
    void tag_files_come_first_then_the_payload_as_it_is_listed() throws Exception {
        var making = BagMaking.simple(folder);
        var expected = new ArrayList<>(List.of("bagit.txt", "manifest-sha256.txt", "data/a.txt"));
        for (int i = 0; i < 40; i++) expected.add("data/sub/%02d.txt".formatted(i));
        for (var path : expected.subList(3, expected.size())) making.put(path, "text of " + path);
        expected.add("data/sub/b.txt");
        var bag = making.manifest("sha256").tagManifest("sha256").path();

        var read = new ArrayList<String>();
        new Validator(Level.FULL, 1, Progress.SILENT).judge(bag, new Witness() {
            @Override
            public void read(ReadFile file) {
                read.add(file.path());
            }
        });

        assertThat(read).isEqualTo(expected);
    }
}
