package org.newsbag.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbag.Making;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;

/** What strangers put into zips: each thing brings exactly its findings. */
class HostileZipTest {
    private static final int UTF8_NAMES = 1 << 11;
    private static final int DEFLATED = 8;

    @TempDir
    Path folder;

    /** One entry, of which everything may be a lie. */
    private static final class Entry {
        byte[] name;
        byte[] localName;
        byte[] stored;
        long size;
        long sum;
        int method;
        int flags = UTF8_NAMES;
        int mode;
        int sharing = -1;

        static Entry of(String name, String content) {
            var entry = new Entry();
            entry.name = name.getBytes(UTF_8);
            entry.localName = entry.name;
            entry.stored = content.getBytes(UTF_8);
            entry.size = entry.stored.length;
            var crc = new CRC32();
            crc.update(entry.stored);
            entry.sum = crc.getValue();
            return entry;
        }

        Entry deflated() {
            var deflater = new Deflater(9, true);
            deflater.setInput(stored);
            deflater.finish();
            var out = new byte[stored.length + 100];
            stored = Arrays.copyOf(out, deflater.deflate(out));
            deflater.end();
            method = DEFLATED;
            return this;
        }
    }

    private Reading read(Entry... more) throws Exception {
        var entries = new ArrayList<>(List.of(Entry.of("bag/", ""), Entry.of("bag/bagit.txt", "BagIt")));
        entries.addAll(Arrays.asList(more));
        return Reading.of(Files.write(folder.resolve("bag.zip"), zip(entries)));
    }

    private static byte[] zip(List<Entry> entries) {
        var out = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        var places = new ArrayList<Integer>();
        for (var entry : entries) {
            int place = entry.sharing >= 0 ? places.get(entry.sharing) : out.size();
            places.add(place);
            if (entry.sharing < 0) {
                out.writeBytes(fields(entry, 0x04034b50, entry.localName.length).array());
                out.writeBytes(entry.localName);
                out.writeBytes(entry.stored);
            }
            var head = fields(entry, 0x02014b50, entry.name.length);
            var central = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
            central.putInt(0x02014b50).putShort((short) 0x031E).put(head.array(), 4, 26);
            central.putInt(38, entry.mode << 16).putInt(42, place);
            directory.writeBytes(central.array());
            directory.writeBytes(entry.name);
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        var end = ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putInt(0);
        end.putShort((short) entries.size())
                .putShort((short) entries.size())
                .putInt(directory.size())
                .putInt(start);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static ByteBuffer fields(Entry entry, int signature, int nameLength) {
        var head = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(signature)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method);
        head.putInt(0x21).putInt((int) entry.sum).putInt(entry.stored.length).putInt((int) entry.size);
        return head.putShort((short) nameLength).putShort((short) 0);
    }

    @Test
    void a_sound_zip_brings_no_finding() throws Exception {
        var found = read(
                Entry.of("bag/data/a", "aaa"),
                Entry.of("bag/data/b", "b".repeat(5000)).deflated());
        assertThat(found.said()).isEmpty();
        assertThat(found.content()).containsEntry("data/a", "aaa").containsEntry("data/b", "b".repeat(5000));
    }

    @Test
    void names_that_leave_the_bag_are_told_and_not_listed() throws Exception {
        var found = read(
                Entry.of("/etc/passwd", ""),
                Entry.of("bag/../../x", ""),
                Entry.of("C:/x", ""),
                Entry.of("..\\x", ""),
                Entry.of("bag/data/a\\b", "1"));
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "FILE data/a\\b");
        assertThat(found.said())
                .containsExactly(
                        "archive-name-refused ..\\x",
                        "archive-name-refused /etc/passwd",
                        "archive-name-refused C:/x",
                        "archive-name-refused bag/../../x",
                        "name-backslash bag/data/a\\b");
    }

    @Test
    void names_are_utf8_or_code_page_437() throws Exception {
        var unmarked = Entry.of("bag/data/خبر", "1");
        unmarked.flags = 0;
        var old = Entry.of("bag/data/x", "2");
        old.name = old.localName = "bag/data/\u0082".getBytes(ISO_8859_1);
        old.flags = 0;
        var wrong = Entry.of("bag/data/x", "3");
        wrong.name = wrong.localName = "bag/data/\u00ff".getBytes(ISO_8859_1);
        var found = read(unmarked, old, wrong);
        assertThat(found.content())
                .containsEntry("data/خبر", "1")
                .containsEntry("data/é", "2")
                .hasSize(3);
        assertThat(found.said()).containsExactly("store-name-not-utf8 bag/data/?", "archive-name-encoding bag/data/é");
    }

    @Test
    void a_name_in_utf8_beside_another_counts_where_its_sum_is_right() throws Exception {
        for (boolean isRight : new boolean[] {true, false}) {
            try (var out = new ZipArchiveOutputStream(folder.resolve("bag.zip"))) {
                out.setUseLanguageEncodingFlag(false);
                for (var name : List.of("bag/bagit.txt", "bag/data/e.txt")) {
                    var entry = new ZipArchiveEntry(name);
                    var raw = (isRight ? name : "other").getBytes(UTF_8);
                    if (name.endsWith("e.txt"))
                        entry.addExtraField(new UnicodePathExtraField("bag/data/\u00E9.txt", raw));
                    out.putArchiveEntry(entry);
                    out.closeArchiveEntry();
                }
            }
            assertThat(Reading.of(folder.resolve("bag.zip")).listed())
                    .contains("FILE data/" + (isRight ? "\u00E9" : "e") + ".txt");
        }
    }

    @Test
    void links_and_devices_are_errors_and_never_opened() throws Exception {
        var link = Entry.of("bag/data/link", "/etc/passwd");
        link.mode = 0120777;
        var pipe = Entry.of("bag/data/pipe", "");
        pipe.mode = 010644;
        var file = Entry.of("bag/data/file", "1");
        file.mode = 0100644;
        var found = read(link, pipe, file);
        assertThat(found.listed())
                .containsExactly("FILE bagit.txt", "FILE data/file", "LINK data/link", "SPECIAL data/pipe");
        assertThat(found.said())
                .containsExactly("store-link-refused bag/data/link", "store-special-file bag/data/pipe");
    }

    @Test
    void duplicates_and_second_roots_are_errors() throws Exception {
        var found = read(Entry.of("bag/data/a", "1"), Entry.of("bag/data/a", "2"), Entry.of("__MACOSX/x", "3"));
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "UNREADABLE data/a");
        assertThat(found.said()).containsExactly("archive-second-root __MACOSX", "archive-duplicate bag/data/a");
    }

    @Test
    void what_is_encrypted_or_packed_by_an_unknown_method_cannot_be_verified() throws Exception {
        var encrypted = Entry.of("bag/data/e", "1");
        encrypted.flags |= 1;
        var unknown = Entry.of("bag/data/u", "1");
        unknown.method = 98;
        var stranger = Entry.of("bag/data/s", "1");
        stranger.method = 4711;
        var found = read(encrypted, unknown, stranger);
        assertThat(found.listed())
                .containsExactly("FILE bagit.txt", "UNREADABLE data/e", "UNREADABLE data/s", "UNREADABLE data/u");
        assertThat(found.said())
                .containsExactly(
                        "archive-encrypted bag/data/e",
                        "archive-method-unknown bag/data/s",
                        "archive-method-unknown bag/data/u");
    }

    @Test
    void sizes_and_sums_that_are_not_as_declared_are_damage() throws Exception {
        var more = Entry.of("bag/data/more", "m".repeat(1000)).deflated();
        more.size = 999;
        var less = Entry.of("bag/data/less", "m".repeat(1000)).deflated();
        less.size = 1001;
        var sum = Entry.of("bag/data/sum", "abc");
        sum.sum ^= 1;
        var corrupt = Entry.of("bag/data/corrupt", "abc".repeat(100)).deflated();
        Arrays.fill(corrupt.stored, (byte) 0xFF);
        var found = read(more, less, sum, corrupt);
        assertThat(found.said()).isEmpty();
        assertThat(found.content().get("data/more")).startsWith("damaged: data/more: expected 999 bytes, found more");
        assertThat(found.content().get("data/less"))
                .startsWith("damaged: data/less: expected 1001 bytes, found only 1000");
        assertThat(found.content().get("data/sum")).contains("CRC-32 expected");
        assertThat(found.content().get("data/corrupt")).startsWith("damaged: data/corrupt, at byte 0 of 300: ");
    }

    @Test
    void a_stored_entry_of_two_sizes_and_one_beyond_the_file_are_damaged() throws Exception {
        var two = Entry.of("bag/data/two", "abc");
        two.size = 4;
        assertThat(read(two).said()).containsExactly("archive-damaged bag/data/two");
    }

    @Test
    void a_local_header_that_says_another_name_is_damage() throws Exception {
        var liar = Entry.of("bag/data/a", "1");
        liar.localName = "bag/data/b".getBytes(UTF_8);
        assertThat(read(liar).content().get("data/a")).contains("are not the same");
    }

    @Test
    void an_entry_that_cannot_be_opened_keeps_no_other_from_being_unpacked() throws Exception {
        var liar = Entry.of("bag/data/a", "x");
        liar.localName = "bag/data/b".getBytes(UTF_8);
        read(liar, Entry.of("bag/data/c", "sound"));
        var target = Files.createDirectory(folder.resolve("target"));
        var findings = new Findings();
        try (var store = BagStore.open(folder.resolve("bag.zip"))) {
            assertThat(Unpacking.unpack(store, target, Long.MAX_VALUE, findings))
                    .isEqualTo(new Unpacking.Unpacked(2, 10, BagStore.Reach.WHOLE));
        }
        assertThat(Making.names(target)).containsExactly("bagit.txt", "data/c");
        assertThat(findings.list()).extracting(Finding::code).containsExactly(FindingCode.ARCHIVE_DAMAGED);
    }

    @Test
    void bombs_are_told_and_not_opened() throws Exception {
        var bomb = Entry.of("bag/data/bomb", "0".repeat(1000)).deflated();
        bomb.size = 0xF0000000L;
        var found = read(bomb);
        assertThat(found.said()).containsExactly("archive-bomb bag/data/bomb");
        assertThat(found.listed()).containsExactly("FILE bagit.txt", "UNREADABLE data/bomb");
        var first = Entry.of("bag/data/first", "0".repeat(1000)).deflated();
        var second = Entry.of("bag/data/first", "0".repeat(1000)).deflated();
        second.name = "bag/data/again".getBytes(UTF_8);
        second.sharing = 2;
        assertThat(read(first, second).said())
                .containsExactly("archive-bomb bag/data/again", "archive-bomb bag/data/first");
    }

    @Test
    void many_small_bombs_are_one() throws Exception {
        var bombs = new Entry[4];
        for (int i = 0; i < bombs.length; i++) {
            bombs[i] = Entry.of("bag/data/" + i, "0".repeat(1000)).deflated();
            bombs[i].size = (1 << 29) - 100;
        }
        var found = read(bombs);
        assertThat(found.said()).containsExactly("archive-bomb bag/data/2", "archive-bomb bag/data/3");
        assertThat(found.message()).startsWith("With the entries before it, ");
        assertThat(found.listed()).contains("FILE data/0", "FILE data/1", "UNREADABLE data/2", "UNREADABLE data/3");
    }

    @Test
    void stray_bytes_are_a_warning_and_a_lost_directory_an_error() throws Exception {
        var zip = zip(List.of(Entry.of("bag/bagit.txt", "1"), Entry.of("bag/data/a", "2")));
        assertThat(said(join(zip, "behind".getBytes(UTF_8)))).containsExactly("archive-trailing-bytes bag.zip");
        var before = join("PK\3\4 before".getBytes(ISO_8859_1), zip);
        assertThat(said(before)).containsExactly("archive-trailing-bytes bag.zip");
        var program = join("MZ a program that unpacks it".getBytes(ISO_8859_1), zip);
        assertThat(said(program)).containsExactly("archive-trailing-bytes bag.zip");
        assertThat(Reading.of(folder.resolve("bag.zip")).content()).containsEntry("data/a", "2");
        var cut = Reading.of(Files.write(folder.resolve("bag.zip"), Arrays.copyOf(zip, zip.length - 30)));
        assertThat(cut.reach()).isEqualTo(BagStore.Reach.PARTIAL);
        assertThat(cut.said()).containsExactly("archive-damaged bag.zip");
        assertThat(said(zip(List.of()))).containsExactly("archive-empty bag.zip");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 3, counts 3 entries",
        "10, 1, counts 1 entries",
        "12, 300, cannot be",
        "12, 60, no entry",
        "16, 30000, cannot be",
        "4, 2, one part of a zip in several",
        "20, 5, comment at the end of the zip is cut off"
    })
    void an_end_that_says_what_is_not_so_is_damage(int at, int number, String told) throws Exception {
        var zip = zip(List.of(Entry.of("bag/bagit.txt", "1"), Entry.of("bag/data/a", "2")));
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putShort(zip.length - 22 + at, (short) number);
        var found = Reading.of(Files.write(folder.resolve("bag.zip"), zip));
        assertThat(found.reach()).isEqualTo(BagStore.Reach.PARTIAL);
        assertThat(found.listed()).isEmpty();
        assertThat(found.said()).containsExactly("archive-damaged bag.zip");
        assertThat(found.message()).contains(told);
    }

    @Test
    void the_records_for_large_archives_are_read_where_a_small_one_has_them() throws Exception {
        var archive = folder.resolve("bag.zip");
        try (var out = new ZipArchiveOutputStream(archive)) {
            out.setUseZip64(Zip64Mode.Always);
            for (var name : List.of("bag/bagit.txt", "bag/data/a")) {
                out.putArchiveEntry(new ZipArchiveEntry(name));
                out.write(name.getBytes(UTF_8));
                out.closeArchiveEntry();
            }
        }
        var found = Reading.of(archive);
        assertThat(found.said()).isEmpty();
        assertThat(found.content()).containsEntry("data/a", "bag/data/a");
    }

    private List<String> said(byte[] zip) throws Exception {
        return Reading.of(Files.write(folder.resolve("bag.zip"), zip)).said();
    }

    private static byte[] join(byte[] left, byte[] right) {
        var all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        return all;
    }

    @Test
    void two_hundred_thousand_entries_are_listed() throws Exception {
        var archive = folder.resolve("bag.zip");
        try (var out = new ZipArchiveOutputStream(archive)) {
            for (int i = 0; i < 200_000; i++) {
                out.putArchiveEntry(new ZipArchiveEntry("bag/data/" + i));
                out.closeArchiveEntry();
            }
        }
        try (var store = BagStore.open(archive)) {
            var count = new int[1];
            var findings = new Findings();
            store.list(e -> count[0]++, findings);
            assertThat(count[0]).isEqualTo(200_000);
            assertThat(findings.list()).isEmpty();
        }
    }
}
