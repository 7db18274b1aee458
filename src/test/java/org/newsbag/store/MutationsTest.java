package org.newsbag.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.finding.Findings;

/** Archives with random bytes changed or cut: they give entries and findings, or are refused in words; nothing else ever comes out. */
class MutationsTest {
    @TempDir
    Path folder;

    @Test
    void a_mutated_archive_throws_nothing_but_what_is_documented() throws Exception {
        var originals = originals();
        var edits = lists().of(integers().between(0, Integer.MAX_VALUE)).ofSizeBetween(1, 12);
        qt().withExamples(1500)
                .forAll(
                        integers().between(0, originals.size() - 1),
                        edits,
                        integers().between(0, 9))
                .checkAssert((which, places, cut) -> read(mutated(originals.get(which), places, cut)));
    }

    private List<byte[]> originals() throws IOException {
        var bag = folder.resolve("bag");
        Making.file(bag, "bagit.txt", "BagIt-Version: 1.0\n");
        Making.file(bag, "data/" + "long".repeat(40) + "/a", "a".repeat(700));
        Making.file(bag, "data/خبر", "b");
        var all = new ArrayList<byte[]>();
        for (var form : List.of(Serialization.TAR, Serialization.TAR_GZ, Serialization.ZIP)) {
            var archive = folder.resolve("original" + form.extension());
            BagArchive.write(bag, "bag", archive, form, Making.NOON);
            all.add(Files.readAllBytes(archive));
        }
        var tar = all.get(0);
        all.add(Packing.compressed(Serialization.TAR_ZST, tar));
        all.add(Packing.compressed(Serialization.TAR_XZ, tar));
        all.add(Packing.tar()
                .file("bag/bagit.txt", "x")
                .holes("bag/s", 5000)
                .entry('L', "L", "", "bag/long\0".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .file("x", "y")
                .end()
                .toBytes());
        return all;
    }

    /** Half of the edits strike the last 400 bytes, where the directory of a zip stands, or the first, where the headers do. */
    private static byte[] mutated(byte[] original, List<Integer> places, int cut) {
        var bytes = cut == 0 ? Arrays.copyOf(original, places.get(0) % original.length) : original.clone();
        for (int place : places) {
            if (bytes.length == 0) break;
            int at = (place >>> 8) % bytes.length;
            if ((place & 3) == 0) at = Math.max(0, bytes.length - 1 - at % 400);
            bytes[at] = (place & 4) == 0 ? (byte) (place >>> 3) : (byte) (bytes[at] ^ 1 << (place & 7));
        }
        return bytes;
    }

    private void read(byte[] bytes) {
        try (var store = BagStore.open(Files.write(folder.resolve("mutated"), bytes))) {
            var entries = new ArrayList<StoredEntry>();
            var findings = new Findings();
            var reach = store.list(entries::add, findings);
            if (reach == BagStore.Reach.PARTIAL)
                assertThat(findings.hasErrors()).isTrue();
            for (var entry : entries) if (entry.isFile()) drain(store, entry);
            store.readAll(file -> true, (file, content) -> drain(content));
        } catch (UnknownForm e) {
            assertThat(e.getMessage()).contains("expected a folder, or a tar");
        } catch (DamagedArchive e) {
            assertThat(e.getMessage()).isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drain(BagStore store, StoredEntry entry) throws IOException {
        try (var in = store.open(entry)) {
            drain(in);
        } catch (DamagedArchive e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void drain(java.io.InputStream in) throws IOException {
        try {
            in.skipNBytes(Math.max(0, in.available()));
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (DamagedArchive e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
