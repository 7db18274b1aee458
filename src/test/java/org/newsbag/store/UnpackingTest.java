package org.newsbag.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.finding.Findings;

/** What is unpacked stays below its folder, and is never written over. */
class UnpackingTest {
    @TempDir
    Path folder;

    private Path target;
    private final Findings findings = new Findings();

    @BeforeEach
    void target() throws IOException {
        target = Files.createDirectory(folder.resolve("target"));
    }

    @Test
    void a_hostile_tar_gives_its_files_and_nothing_else() throws Exception {
        var tar = Packing.tar()
                .file("bag/bagit.txt", "BagIt")
                .folder("bag/data/empty/")
                .file("../evil", "x")
                .file("/evil", "x")
                .entry('2', "bag/data/link", "/etc", new byte[0])
                .file("bag/data/link/passwd", "x")
                .entry('6', "bag/data/pipe", "", new byte[0])
                .file("bag/data/a", "aaa")
                .end();
        assertThat(unpack(tar, Long.MAX_VALUE)).isEqualTo(new Unpacking.Unpacked(3, 9, BagStore.Reach.WHOLE));
        assertThat(Making.names(target)).containsExactly("bagit.txt", "data/a", "data/link/passwd");
        assertThat(target.resolve("data/link")).isDirectory();
        assertThat(Files.isSymbolicLink(target.resolve("data/link"))).isFalse();
        assertThat(target.resolve("data/empty")).isEmptyDirectory();
        assertThat(target.resolve("data/a")).hasContent("aaa");
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(findings.hasErrors()).isTrue();
    }

    @Test
    void a_limit_is_kept_before_anything_is_written() throws Exception {
        var tar = Packing.tar()
                .file("bag/bagit.txt", "BagIt")
                .file("bag/data/a", "aaa")
                .end();
        assertThat(unpack(tar, 7)).isEqualTo(new Unpacking.OverLimit(8));
        assertThat(target).isEmptyDirectory();
        assertThat(unpack(tar, 8)).isEqualTo(new Unpacking.Unpacked(2, 8, BagStore.Reach.WHOLE));
    }

    @Test
    void a_damaged_file_is_told_and_not_left_behind() throws Exception {
        var tar = Packing.tar()
                .file("bag/bagit.txt", "BagIt")
                .file("bag/data/a", "a".repeat(2000))
                .end()
                .toBytes();
        var cut = Packing.tar().bytes(Arrays.copyOf(tar, 2048));
        assertThat(unpack(cut, Long.MAX_VALUE)).isEqualTo(new Unpacking.Unpacked(1, 5, BagStore.Reach.PARTIAL));
        assertThat(Making.names(target)).containsExactly("bagit.txt");
    }

    @Test
    void names_that_collide_or_leave_are_refused_whatever_the_store_says() throws Exception {
        var paths = List.of("a", "a", "a/b", "../evil", "/evil", "c/../../evil", "ok/x");
        try (var store = new Liar(paths)) {
            assertThat(Unpacking.unpack(store, target, Long.MAX_VALUE, findings))
                    .isEqualTo(new Unpacking.Unpacked(2, 8, BagStore.Reach.WHOLE));
        }
        assertThat(Making.names(folder)).containsExactly("target/a", "target/ok/x");
        assertThat(findings.list())
                .extracting(f -> f.location().path())
                .containsExactlyInAnyOrder("a", "a/b", "../evil", "/evil", "c/../../evil");
    }

    @Test
    void a_folder_that_is_not_empty_or_is_a_link_is_refused() throws Exception {
        Making.file(target, "x");
        try (var store = new Liar(List.of("a"))) {
            assertThatThrownBy(() -> Unpacking.unpack(store, target, 9, findings))
                    .isInstanceOf(DirectoryNotEmptyException.class);
            var link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("empty")));
            assertThatThrownBy(() -> Unpacking.unpack(store, link, 9, findings))
                    .isInstanceOf(NotDirectoryException.class);
        }
    }

    private Unpacking.Outcome unpack(Packing tar, long limit) throws Exception {
        try (var store = BagStore.open(tar.to(folder.resolve("bag.tar")))) {
            return Unpacking.unpack(store, target, limit, findings);
        }
    }

    /** A store that lists whatever paths it is given, each a file of four bytes. */
    private record Liar(List<String> paths) implements BagStore {
        @Override
        public Serialization form() {
            return Serialization.NONE;
        }

        @Override
        public Reach list(EntrySink sink, Findings findings) throws IOException {
            for (var path : paths) sink.accept(new StoredEntry(path, StoredEntry.Kind.FILE, 4, 0));
            return Reach.WHOLE;
        }

        @Override
        public InputStream open(StoredEntry file) {
            return new ByteArrayInputStream("four".getBytes(UTF_8));
        }

        @Override
        public boolean isRandomAccess() {
            return true;
        }

        @Override
        public void close() {}
    }
}
