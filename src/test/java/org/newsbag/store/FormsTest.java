package org.newsbag.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsbag.Making;
import org.newsbag.finding.Findings;

/** The same bag reads the same in every form. */
class FormsTest {
    private static final List<Serialization> COMPRESSED =
            List.of(Serialization.TAR_GZ, Serialization.TAR_ZST, Serialization.TAR_XZ);

    @TempDir
    Path folder;

    private final Map<Serialization, Path> bags = new EnumMap<>(Serialization.class);

    @BeforeEach
    void bag() throws IOException {
        var bag = folder.resolve("bag");
        Making.file(bag, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Making.file(bag, "data/empty", "");
        Making.file(bag, "data/خبر عاجل.txt");
        Making.file(bag, "data/" + "long/".repeat(60) + "x".repeat(200));
        Making.file(bag, "data/big", "0123456789".repeat(50_000));
        Making.file(bag, "manifest-sha256.txt", "");
        bags.put(Serialization.NONE, bag);
        for (var form : List.of(Serialization.TAR, Serialization.TAR_GZ, Serialization.ZIP)) {
            var archive = folder.resolve("bag" + form.extension());
            BagArchive.write(bag, "bag", archive, form, Making.NOON);
            bags.put(form, archive);
        }
        var tar = Files.readAllBytes(bags.get(Serialization.TAR));
        for (var form : List.of(Serialization.TAR_ZST, Serialization.TAR_XZ))
            bags.put(form, Files.write(folder.resolve("bag" + form.extension()), Packing.compressed(form, tar)));
    }

    @ParameterizedTest
    @EnumSource
    void every_form_gives_the_same_entries_and_bytes_without_a_finding(Serialization form) throws Exception {
        var expected = Reading.of(bags.get(Serialization.NONE));
        var found = Reading.of(bags.get(form));
        assertThat(found.said()).isEmpty();
        assertThat(found.reach()).isEqualTo(BagStore.Reach.WHOLE);
        assertThat(found.listed()).isEqualTo(expected.listed()).contains("FILE data/empty", "FOLDER data");
        assertThat(found.content()).isEqualTo(expected.content()).hasSize(6);
        try (var store = BagStore.open(bags.get(form))) {
            assertThat(store.form()).isEqualTo(form);
            assertThat(store.isRandomAccess()).isEqualTo(!COMPRESSED.contains(form));
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_pass_gives_every_wanted_file_once_and_as_it_was_listed(Serialization form) throws Exception {
        try (var store = BagStore.open(bags.get(form))) {
            var listed = new ArrayList<StoredEntry>();
            store.list(listed::add, new Findings());
            listed.removeIf(e -> !e.isFile() || !e.path().startsWith("data/"));
            var read = new ArrayList<StoredEntry>();
            var reach = store.readAll(e -> e.path().startsWith("data/"), (file, content) -> {
                read.add(file);
                assertThat(content.readAllBytes()).hasSize((int) file.size());
                content.close();
            });
            assertThat(reach).isEqualTo(BagStore.Reach.WHOLE);
            assertThat(read).isEqualTo(listed).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_threads_open_files_at_once(Serialization form) throws Exception {
        try (var store = BagStore.open(bags.get(form))) {
            var files = new ArrayList<StoredEntry>();
            store.list(
                    e -> {
                        if (e.isFile()) files.add(e);
                    },
                    new Findings());
            var threads = Executors.newFixedThreadPool(4);
            try {
                var work = new ArrayList<Callable<Integer>>();
                for (int i = 0; i < 60; i++) {
                    var file = files.get(i % files.size());
                    work.add(() -> {
                        try (var in = store.open(file)) {
                            return Arrays.hashCode(in.readAllBytes());
                        }
                    });
                }
                var first = new ArrayList<Integer>();
                for (var result : threads.invokeAll(work)) first.add(result.get());
                for (int i = 0; i < first.size(); i++) {
                    var file = bags.get(Serialization.NONE)
                            .resolve(files.get(i % files.size()).path());
                    assertThat(first.get(i)).isEqualTo(Arrays.hashCode(Files.readAllBytes(file)));
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void the_tag_files_of_a_compressed_tar_are_not_read_twice() throws Exception {
        for (var form : COMPRESSED)
            try (var store = BagStore.open(bags.get(form))) {
                var files = new ArrayList<StoredEntry>();
                store.list(
                        e -> {
                            if (e.isFile()) files.add(e);
                        },
                        new Findings());
                // With the archive emptied behind our back, only what is in memory can still be read.
                Files.write(bags.get(form), new byte[0]);
                for (var file : files)
                    if (file.path().startsWith("data/"))
                        assertThatThrownBy(() -> store.open(file).readAllBytes())
                                .isInstanceOf(IOException.class);
                    else assertThat(store.open(file).readAllBytes()).hasSize((int) file.size());
            }
    }

    @Test
    void several_gzip_members_and_zstd_frames_are_one_tar() throws Exception {
        var tar = Files.readAllBytes(bags.get(Serialization.TAR));
        for (var form : COMPRESSED) {
            var parts = Packing.compressed(
                    form,
                    Arrays.copyOf(tar, 1000),
                    Arrays.copyOfRange(tar, 1000, 70_000),
                    Arrays.copyOfRange(tar, 70_000, tar.length));
            var found = Reading.of(Files.write(folder.resolve("bag" + form.extension()), parts));
            assertThat(found.said()).as(form.id()).isEmpty();
            assertThat(found.content()).as(form.id()).hasSize(6);
        }
    }

    @Test
    void the_form_is_told_by_the_content_and_a_wrong_ending_by_a_warning() throws Exception {
        for (var form : Serialization.values()) {
            if (form == Serialization.NONE) continue;
            var wrong = Files.copy(
                    bags.get(form), folder.resolve("bag.rar"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            var found = Reading.of(wrong);
            assertThat(found.said()).containsExactly("archive-root-name bag", "archive-extension bag.rar");
            assertThat(found.content()).hasSize(6);
        }
        var zip = Files.copy(bags.get(Serialization.ZIP), folder.resolve("bag.tgz"));
        assertThat(Reading.of(zip).said()).containsExactly("archive-extension bag.tgz");
        var tgz = Files.move(bags.get(Serialization.TAR_GZ), zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(Reading.of(tgz).said()).isEmpty();
    }

    @Test
    void what_is_no_archive_of_these_is_refused_with_what_was_found() throws Exception {
        var text = "a text ".repeat(200).getBytes(UTF_8);
        refused(new byte[0], "found an empty file");
        refused(text, "found a file of another kind (1400 bytes)");
        refused(Arrays.copyOf(text, 100), "found a file of another kind (100 bytes)");
        for (var form : COMPRESSED)
            refused(Packing.compressed(form, text), "found " + form.id() + " compression of something that is no tar");
    }

    private void refused(byte[] content, String found) throws IOException {
        var file = Files.write(folder.resolve("some.tar"), content);
        assertThatThrownBy(() -> BagStore.open(file))
                .isInstanceOf(UnknownForm.class)
                .hasMessageContaining(found);
    }

    @Test
    void every_form_has_its_media_types_and_only_some_are_written() {
        assertThat(Serialization.written())
                .containsExactly(Serialization.NONE, Serialization.TAR, Serialization.TAR_GZ, Serialization.ZIP);
        assertThat(Serialization.NONE.mediaTypes()).isEmpty();
        assertThat(Serialization.TAR.mediaTypes())
                .contains("application/tar", "application/x-tar", "application/x-gtar");
        assertThat(Serialization.TAR_GZ.mediaTypes())
                .contains(
                        "application/gzip",
                        "application/x-gzip",
                        "application/x-tar+gzip",
                        "application/x-gtar-compressed");
        assertThat(Serialization.ZIP.mediaTypes()).contains("application/zip", "application/x-zip-compressed");
        assertThat(Serialization.TAR_ZST.mediaTypes()).contains("application/zstd");
        assertThat(Serialization.TAR_XZ.mediaTypes()).contains("application/x-xz");
        assertThatThrownBy(() -> BagArchive.write(folder, "x", folder.resolve("x"), Serialization.TAR_XZ, Making.NOON))
                .hasMessage("no archive is written as tar.xz");
    }
}
