package org.newsbag.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.finding.Findings;

/** What strangers put into tars: each thing brings exactly its findings, plain and compressed alike. */
class HostileTarTest {
    @TempDir
    Path folder;

    private static Packing bag() {
        return Packing.tar().folder("bag/").file("bag/bagit.txt", "BagIt");
    }

    /** Reads a tar plain and compressed, which must agree. */
    private Reading read(Packing tar) throws Exception {
        var plain = Reading.of(tar.to(folder.resolve("bag.tar")));
        var gzip = Packing.compressed(Serialization.TAR_GZ, tar.toBytes());
        var compressed = Reading.of(Files.write(folder.resolve("bag.tar.gz"), gzip));
        assertThat(compressed.listed()).isEqualTo(plain.listed());
        assertThat(compressed.content()).isEqualTo(plain.content());
        assertThat(compressed.reach()).isEqualTo(plain.reach());
        assertThat(compressed.said().stream().map(s -> s.replace("bag.tar.gz", "bag.tar")))
                .isEqualTo(plain.said());
        return plain;
    }

    @Test
    void harmless_spellings_of_names_bring_no_finding() throws Exception {
        var found = read(Packing.tar()
                .folder("./")
                .folder("./bag/")
                .folder("bag")
                .file("./bag//bagit.txt", "x")
                .file("bag/data/./a", "y")
                .end());
        assertThat(found.said()).isEmpty();
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "FILE data/a");
        assertThat(found.content()).containsEntry("data/a", "y");
    }

    @Test
    void names_that_leave_the_bag_are_told_and_not_listed() throws Exception {
        var names = List.of(
                "/etc/passwd",
                "../evil",
                "bag/../../evil",
                "bag/data/..",
                "C:\\evil",
                "c:evil",
                "bag\\..\\..\\evil",
                "\\\\server\\share",
                "");
        var tar = bag();
        for (var name : names) tar.file(name, "evil");
        var found = read(tar.pax("path", "/absolute/in/pax")
                .file("x", "evil")
                .entry('L', "././@LongLink", "", "/absolute/in/gnu\0".getBytes(UTF_8))
                .file("y", "evil")
                .end());
        assertThat(found.listed()).containsExactly("FILE bagit.txt");
        assertThat(found.said())
                .containsExactlyInAnyOrder(
                        "archive-name-refused /etc/passwd",
                        "archive-name-refused ../evil",
                        "archive-name-refused bag/../../evil",
                        "archive-name-refused bag/data/..",
                        "archive-name-refused C:\\evil",
                        "archive-name-refused c:evil",
                        "archive-name-refused bag\\..\\..\\evil",
                        "archive-name-refused \\\\server\\share",
                        "archive-name-refused ",
                        "archive-name-refused /absolute/in/pax",
                        "archive-name-refused /absolute/in/gnu");
    }

    @Test
    void a_backslash_within_a_name_is_a_warning() throws Exception {
        var found = read(bag().file("bag/data/a\\b", "x").end());
        assertThat(found.said()).containsExactly("name-backslash bag/data/a\\b");
        assertThat(found.content()).containsEntry("data/a\\b", "x");
    }

    @Test
    void a_label_of_the_whole_archive_is_none_of_its_entries() throws Exception {
        var found = read(Packing.tar()
                .entry('V', "tape of 2009", "", new byte[0])
                .file("bag/bagit.txt", "x")
                .end());
        assertThat(found.said()).isEmpty();
        assertThat(found.listed()).containsExactly("FILE bagit.txt");
    }

    @Test
    void links_and_devices_are_errors_and_never_opened() throws Exception {
        var found = read(bag().entry('2', "bag/data/s", "../../etc/passwd", new byte[0])
                .entry('1', "bag/data/h", "bag/data/later", new byte[0])
                .file("bag/data/later", "x")
                .entry('3', "bag/data/c", "", new byte[0])
                .entry('4', "bag/data/b", "", new byte[0])
                .entry('6', "bag/data/p", "", new byte[0])
                .entry('V', "bag/data/v", "", new byte[0])
                .end());
        assertThat(found.listed())
                .containsExactly(
                        "FILE bagit.txt",
                        "FILE data/later",
                        "LINK data/h",
                        "LINK data/s",
                        "SPECIAL data/b",
                        "SPECIAL data/c",
                        "SPECIAL data/p",
                        "SPECIAL data/v");
        assertThat(found.said())
                .containsExactly(
                        "store-link-refused bag/data/h",
                        "store-link-refused bag/data/s",
                        "store-special-file bag/data/b",
                        "store-special-file bag/data/c",
                        "store-special-file bag/data/p",
                        "store-special-file bag/data/v");
    }

    @Test
    void a_hard_link_is_a_further_name_of_a_file_before_it() throws Exception {
        var found = read(bag().file("bag/data/a", "text")
                .entry('1', "bag/data/b", "./bag/data/a", new byte[0])
                .entry('1', "bag/data/c", "bag/data/b", new byte[0])
                .entry('1', "bag/copy.txt", "bag/bagit.txt", new byte[0])
                .end());
        assertThat(found.listed())
                .containsExactly("FILE bagit.txt", "FILE copy.txt", "FILE data/a", "FILE data/b", "FILE data/c");
        assertThat(found.content())
                .containsEntry("data/a", "text")
                .containsEntry("data/b", "text")
                .containsEntry("data/c", "text")
                .containsEntry("copy.txt", "BagIt");
        assertThat(found.said())
                .containsExactly(
                        "store-link-followed bag/copy.txt",
                        "store-link-followed bag/data/b",
                        "store-link-followed bag/data/c");
    }

    @Test
    void a_hard_link_is_refused_where_it_leads_to_no_file_that_is_trusted() throws Exception {
        var found = read(bag().file("bag/data/a", "one")
                .file("bag/data/a", "another")
                .entry('1', "bag/data/b", "bag/data/a", new byte[0])
                .entry('1', "bag/data/c", "/bag/bagit.txt", new byte[0])
                .entry('1', "bag/data/d", "bag/data/../bagit.txt", new byte[0])
                .entry('1', "bag/data/e", "bag/data/e", new byte[0])
                .entry('1', "bag/data/f", "bag", new byte[0])
                .entry('1', "bag/data/g", "bag/bagit.txt", "content".getBytes(UTF_8))
                .end());
        assertThat(found.content()).containsOnlyKeys("bagit.txt");
        assertThat(found.said())
                .containsExactlyInAnyOrder(
                        "archive-duplicate bag/data/a",
                        "store-link-refused bag/data/b",
                        "store-link-refused bag/data/c",
                        "store-link-refused bag/data/d",
                        "store-link-refused bag/data/e",
                        "store-link-refused bag/data/f",
                        "store-link-refused bag/data/g");
    }

    @Test
    void hard_links_to_a_large_file_are_read_each_in_its_own_pass() throws Exception {
        var large = "0123456789abcdef".repeat((CompressedTarStore.KEPT >> 4) + 1);
        var found = read(bag().file("bag/data/a", large)
                .entry('1', "bag/data/b", "bag/data/a", new byte[0])
                .file("bag/data/c", "small")
                .entry('1', "bag/data/d", "bag/data/c", new byte[0])
                .entry('1', "bag/data/e", "bag/data/a", new byte[0])
                .end());
        assertThat(found.content().keySet())
                .containsExactlyInAnyOrder("bagit.txt", "data/a", "data/b", "data/c", "data/d", "data/e");
        for (var name : List.of("data/a", "data/b", "data/e"))
            assertThat(found.content().get(name).equals(large)).isTrue();
        assertThat(found.content()).containsEntry("data/d", "small");
    }

    @Test
    void many_hard_links_to_much_are_a_bomb() throws Exception {
        var tar = bag().file("bag/data/a", "x".repeat(1 << 20));
        for (int i = 0; i < 1100; i++) tar.entry('1', "bag/data/" + i, "bag/data/a", new byte[0]);
        var found = Reading.of(tar.end().to(folder.resolve("bag.tar")));
        assertThat(found.said()).contains("archive-bomb bag/data/a");
        assertThat(found.listed().stream().filter(s -> s.startsWith("UNREADABLE")))
                .hasSizeBetween(50, 110);
    }

    @Test
    void of_entries_that_claim_one_place_none_is_trusted() throws Exception {
        var found = read(bag().file("bag/data/a", "first")
                .file("./bag/data/a", "second")
                .file("bag/data/a", "third")
                .file("bag/f", "a file")
                .file("bag/f/x", "in a file")
                .folder("bag/data")
                .folder("bag/data")
                .folder("bag/g")
                .file("bag/g", "g")
                .file("bag/g-1", "ok")
                .file("bag/g/in", "ok")
                .end());
        assertThat(found.listed())
                .containsExactly(
                        "FILE bagit.txt",
                        "FILE f/x",
                        "FILE g-1",
                        "FILE g/in",
                        "FOLDER data",
                        "UNREADABLE data/a",
                        "UNREADABLE f",
                        "UNREADABLE g");
        assertThat(found.said())
                .containsExactly("archive-duplicate bag/data/a", "archive-duplicate bag/f", "archive-duplicate bag/g");
        assertThat(found.message()).contains("none of them is trusted");
        try (var store = BagStore.open(folder.resolve("bag.tar.gz"))) {
            store.list(e -> {}, new Findings());
            var read = new ArrayList<String>();
            store.readAll(e -> true, (file, content) -> read.add(file.path()));
            assertThat(read).containsExactly("bagit.txt", "f/x", "g-1", "g/in");
        }
    }

    @Test
    void what_stands_beside_the_one_folder_is_an_error_and_not_listed() throws Exception {
        var found = read(Packing.tar()
                .folder("other/")
                .file("other/x", "1")
                .file("bag/bagit.txt", "2")
                .file("readme", "3")
                .end());
        assertThat(found.listed()).containsExactly("FILE bagit.txt");
        assertThat(found.said()).containsExactly("archive-second-root other", "archive-second-root readme");
    }

    @Test
    void an_archive_without_a_folder_is_an_error_and_its_content_judged() throws Exception {
        var found = read(Packing.tar()
                .folder("./")
                .file("./bagit.txt", "1")
                .file("./data/a", "2")
                .end());
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "FILE data/a");
        assertThat(found.said()).containsExactly("archive-no-base-directory bagit.txt");
        assertThat(read(Packing.tar().file("lonely", "1").end()).said())
                .containsExactly("archive-no-base-directory lonely");
    }

    @Test
    void an_empty_archive_and_a_folder_of_another_name_are_told() throws Exception {
        assertThat(read(Packing.tar().end()).said()).containsExactly("archive-empty bag.tar");
        assertThat(read(Packing.tar().file("gab/bagit.txt", "1").end()).said())
                .containsExactly("archive-root-name gab");
    }

    @Test
    void a_tar_that_is_cut_off_tells_where_and_that_it_is_not_whole() throws Exception {
        var whole = bag().file("bag/data/a", "1".repeat(3000))
                .file("bag/data/b", "2")
                .end()
                .toBytes();
        var inContent = read(Packing.tar().bytes(Arrays.copyOf(whole, 512 * 6)));
        assertThat(inContent.reach()).isEqualTo(BagStore.Reach.PARTIAL);
        assertThat(inContent.said()).containsExactly("archive-damaged bag/data/a");
        assertThat(inContent.listed()).containsExactly("FILE bagit.txt", "UNREADABLE data/a");
        var inHeader = read(Packing.tar().bytes(Arrays.copyOf(whole, 512 * 10 + 100)));
        assertThat(inHeader.reach()).isEqualTo(BagStore.Reach.PARTIAL);
        assertThat(inHeader.said()).containsExactly("archive-damaged bag/data/a");
        assertThat(inHeader.content()).containsKey("data/a");
        var atEntry = read(Packing.tar().bytes(Arrays.copyOf(whole, 512 * 10)));
        assertThat(atEntry.reach()).isEqualTo(BagStore.Reach.WHOLE);
        assertThat(atEntry.said()).containsExactly("archive-no-end bag/data/a");
    }

    @Test
    void a_corrupt_header_ends_the_listing_with_an_error() throws Exception {
        var found = read(bag().header('0', "bag/data/a".getBytes(UTF_8), "", 07777777777777L)
                .end());
        assertThat(found.reach()).isEqualTo(BagStore.Reach.PARTIAL);
        assertThat(found.said()).containsExactly("archive-damaged bag/data/a");
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "UNREADABLE data/a");
    }

    @Test
    void corrupt_compression_is_told_with_its_place() throws Exception {
        var tar = bag().entry('0', "bag/data/a", "", noise(200_000))
                .file("bag/data/b", "2")
                .end()
                .toBytes();
        for (var form : List.of(Serialization.TAR_GZ, Serialization.TAR_ZST, Serialization.TAR_XZ)) {
            var whole = Packing.compressed(form, tar);
            var cut = Reading.of(
                    Files.write(folder.resolve("bag" + form.extension()), Arrays.copyOf(whole, whole.length / 2)));
            assertThat(cut.reach()).isEqualTo(BagStore.Reach.PARTIAL);
            assertThat(cut.said()).as(form.id()).containsExactly("archive-damaged bag/data/a");
            assertThat(cut.message()).contains("at byte ");
            var beginning = Reading.of(Files.write(folder.resolve("bag" + form.extension()), Arrays.copyOf(whole, 15)));
            assertThat(beginning.reach()).isEqualTo(BagStore.Reach.PARTIAL);
            assertThat(beginning.said()).as(form.id()).contains("archive-damaged bag" + form.extension());
        }
    }

    @Test
    void a_wrong_sum_at_the_end_of_a_gzip_is_told() throws Exception {
        var gzip = Packing.compressed(Serialization.TAR_GZ, bag().end().toBytes());
        gzip[gzip.length - 6] ^= 1;
        var found = Reading.of(Files.write(folder.resolve("bag.tar.gz"), gzip));
        assertThat(found.said()).containsExactly("archive-damaged bag/bagit.txt");
        assertThat(found.content()).containsKey("bagit.txt");
    }

    @Test
    void bytes_behind_the_end_are_a_warning() throws Exception {
        var second = Packing.tar().file("evil", "x").end().toBytes();
        assertThat(read(bag().end().bytes(new byte[20_000])).said()).isEmpty();
        assertThat(read(bag().end().bytes(second)).said()).containsExactly("archive-trailing-bytes bag.tar");
        assertThat(read(bag().end().bytes(new byte[50_000]).bytes(second)).said())
                .containsExactly("archive-trailing-bytes bag.tar");
    }

    @Test
    void names_that_are_not_utf8_are_errors_and_question_marks_are_names() throws Exception {
        var tar = bag().header('0', "bag/data/\u00ff".getBytes(ISO_8859_1), "", 0)
                .file("bag/data/why?", "x")
                .end();
        var found = read(tar);
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "FILE data/why?", "UNREADABLE data/?");
        assertThat(found.said()).containsExactly("store-name-not-utf8 bag/data/?");
    }

    @Test
    void so_are_names_in_extended_headers_and_a_replacement_character_may_be_one() throws Exception {
        var found = read(bag().entry('x', "x", "", "19 path=bag/data/\u00ff\n".getBytes(ISO_8859_1))
                .file("y", "x")
                .pax("path", "bag/data/true\uFFFD")
                .file("z", "x")
                .end());
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "FILE data/true\uFFFD", "UNREADABLE data/\uFFFD");
        assertThat(found.said()).containsExactly("store-name-not-utf8 bag/data/\uFFFD");
    }

    @Test
    void a_long_or_parted_name_may_have_question_marks() throws Exception {
        var long1 = "bag/data/why?/" + "\u062E?/".repeat(200);
        var prefixed = Packing.tar().header('0', "why?".getBytes(UTF_8), "", 0).toBytes();
        System.arraycopy("bag/data/who?".getBytes(UTF_8), 0, prefixed, 345, 13);
        var found = read(bag().pax("path", long1 + "x")
                .file("short", "1")
                .pax("path", long1 + "folder")
                .folder("short")
                .bytes(Packing.summed(prefixed))
                .end());
        assertThat(found.said()).isEmpty();
        assertThat(found.listed())
                .containsExactly(
                        "FILE bagit.txt",
                        "FILE data/who?/why?",
                        "FILE " + long1.substring(4) + "x",
                        "FOLDER " + long1.substring(4) + "folder");
    }

    @Test
    @Timeout(30)
    void names_that_almost_repeat_take_no_longer_than_others() throws Exception {
        var segments = new StringBuilder();
        for (int i = 0; segments.length() < 65_000; i++)
            segments.append('?').append(Integer.toString(i, 36)).append('/');
        var tar = bag();
        for (int i = 0; i < 3; i++)
            tar.pax("comment", "/a".repeat(480_000))
                    .pax("path", "bag/data/" + i + "/a".repeat(32_000) + "b")
                    .file("x", "1")
                    .pax("comment", "?".repeat(900_000))
                    .pax("path", "bag/data/" + i + segments + "z")
                    .file("x", "2");
        var found = read(tar.end());
        assertThat(found.said()).isEmpty();
        assertThat(found.content()).hasSize(7);
    }

    @Test
    void long_names_are_read_in_every_dialect() throws Exception {
        var name = "bag/data/" + "خ/".repeat(500) + "x";
        var pax = read(bag().pax("path", name).file("short", "1").end());
        assertThat(pax.content()).containsEntry(name.substring(4), "1");
        var gnu = read(bag().entry('L', "././@LongLink", "", (name + "\0").getBytes(UTF_8))
                .file("short", "1")
                .end());
        assertThat(gnu.content()).containsEntry(name.substring(4), "1");
        assertThat(pax.said()).isEmpty();
        assertThat(gnu.said()).isEmpty();
    }

    @Test
    void headers_that_never_end_are_stopped() throws Exception {
        var longName = read(bag().entry('L', "././@LongLink", "", new byte[5 << 20])
                .file("short", "1")
                .end());
        assertThat(longName.said()).containsExactly("archive-damaged bag/bagit.txt");
        assertThat(longName.message()).contains("the headers of one entry are longer than");
        var chain = bag();
        for (int i = 0; i < 50_000; i++) chain.entry('L', "././@LongLink", "", "name\0".getBytes(UTF_8));
        assertThat(read(chain.file("x", "").end()).said()).containsExactly("archive-damaged bag/bagit.txt");
        var deep = read(
                bag().pax("path", "a/".repeat(100_000) + "x").file("short", "1").end());
        assertThat(deep.said()).hasSize(1).allMatch(s -> s.startsWith("archive-name-refused a/a/"));
    }

    @Test
    void a_sparse_file_is_read_with_its_holes_and_a_bomb_of_holes_is_not() throws Exception {
        var map = "1\n1048576\n3\n";
        var content = Arrays.copyOf(map.getBytes(UTF_8), 512 + 3);
        System.arraycopy("end".getBytes(UTF_8), 0, content, 512, 3);
        var found = read(bag().file("bag/data/before", "1")
                .bytes(sparse(1_048_579))
                .entry('0', "GNUSparseFile.0/a", "", content)
                .file("bag/data/after", "2")
                .end());
        assertThat(found.said()).isEmpty();
        assertThat(found.content()).containsKeys("data/before", "data/after");
        assertThat(found.content().get("data/a")).hasSize(1_048_579).endsWith("\0end");
        var bomb = read(bag().holes("bag/data/a", 077777777777L)
                .file("bag/data/after", "2")
                .end());
        assertThat(bomb.said()).containsExactly("archive-bomb bag/data/a");
        assertThat(bomb.listed()).containsExactly("FILE bagit.txt", "UNREADABLE data/a");
        assertThat(bomb.reach()).isEqualTo(BagStore.Reach.PARTIAL);
    }

    @Test
    void many_small_bombs_of_holes_are_one() throws Exception {
        var tar = bag();
        for (int i = 0; i < 5; i++) tar.holes("bag/data/" + i, (1 << 30) / 4);
        var found = new Findings();
        try (var store = BagStore.open(tar.end().to(folder.resolve("bag.tar")))) {
            var listed = new ArrayList<String>();
            assertThat(store.list(e -> listed.add(e.kind() + " " + e.path()), found))
                    .isEqualTo(BagStore.Reach.PARTIAL);
            assertThat(listed).contains("FILE data/3", "UNREADABLE data/4");
        }
        assertThat(found.list()).hasSize(1).allMatch(f -> f.code().id().equals("archive-bomb"));
    }

    private static byte[] sparse(long size) {
        var one = Packing.tar().pax("GNU.sparse.major", "1").toBytes();
        var records = List.of(
                "22 GNU.sparse.major=1\n",
                "22 GNU.sparse.minor=0\n",
                line("GNU.sparse.name", "bag/data/a"),
                line("GNU.sparse.realsize", Long.toString(size)));
        assertThat(new String(one, UTF_8)).contains("22 GNU.sparse.major=1\n");
        return Packing.tar()
                .entry('x', "PaxHeaders/a", "", String.join("", records).getBytes(UTF_8))
                .toBytes();
    }

    private static String line(String key, String value) {
        var rest = " " + key + "=" + value + "\n";
        return rest.length() + 2 + rest;
    }

    @Test
    void a_bomb_of_zeros_is_stopped_on_the_way() throws Exception {
        long size = 1300L << 20;
        var bytes = new ByteArrayOutputStream();
        try (var zstd = new org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream(bytes)) {
            zstd.write(bag().header('0', "bag/data/zeros".getBytes(UTF_8), "", size)
                    .toBytes());
            var block = new byte[1 << 20];
            for (long i = 0; i < size; i += block.length) zstd.write(block);
            zstd.write(new byte[1024]);
        }
        var found = new Findings();
        try (var store = BagStore.open(Files.write(folder.resolve("bag.tar.zst"), bytes.toByteArray()))) {
            var kinds = new ArrayList<StoredEntry.Kind>();
            assertThat(store.list(e -> kinds.add(e.kind()), found)).isEqualTo(BagStore.Reach.PARTIAL);
            assertThat(kinds).containsExactly(StoredEntry.Kind.FILE, StoredEntry.Kind.UNREADABLE);
        }
        assertThat(found.list()).hasSize(1).allMatch(f -> f.code().id().equals("archive-bomb"));
    }

    @Test
    void two_hundred_thousand_entries_are_listed() throws Exception {
        var tar = bag();
        for (int i = 0; i < 200_000; i++) tar.file("bag/data/" + i, "");
        try (var store = BagStore.open(tar.end().to(folder.resolve("bag.tar")))) {
            var count = new int[1];
            var findings = new Findings();
            store.list(e -> count[0]++, findings);
            assertThat(count[0]).isEqualTo(200_001);
            assertThat(findings.list()).isEmpty();
        }
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_header_whose_checksum_is_wrong_is_damage_wherever_it_stands() throws Exception {
        var bytes = bag().file("bag/data/a", "x").file("bag/data/b", "y").end().toBytes();
        // The last header's modification time: everything else in it still reads well.
        int header = indexOf(bytes, "bag/data/b");
        bytes[header + 140] ^= 1;
        var found = Reading.of(Files.write(folder.resolve("bag.tar"), bytes));
        assertThat(found.said()).containsExactly("archive-damaged bag/data/a");
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "FILE data/a");
    }

    @Test
    void padding_and_garbage_behind_a_compressed_tar_is_a_warning() throws Exception {
        var gzip = Packing.compressed(Serialization.TAR_GZ, bag().end().toBytes());
        for (byte behind : new byte[] {0, 'x'}) {
            var padded = java.util.Arrays.copyOf(gzip, gzip.length + 100);
            java.util.Arrays.fill(padded, gzip.length, padded.length, behind);
            var found = Reading.of(Files.write(folder.resolve("bag.tar.gz"), padded));
            assertThat(found.said()).containsExactly("archive-trailing-bytes bag.tar.gz");
        }
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
