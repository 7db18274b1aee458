package org.newsbag.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.newsbag.cli.ToldFindings;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.path.RelativePath;

/**
 * Everything that a stranger's archive gives, each file opened by itself, once the promises of {@link BagStore} are known to be kept.
 *
 * @param entries as listed, but for their positions
 * @param content what came of each file: its length and sum, or {@link #DAMAGED}
 */
record ArchiveReading(
        BagStore.Reach reach,
        List<StoredEntry> entries,
        List<FindingCode> codes,
        List<String> told,
        Map<String, String> content) {
    static final String DAMAGED = "damaged";

    /** As many bytes of a file are looked at; a sparse one may have any number. */
    private static final int LOOKED_AT = 1 << 20;

    /** One folder for a million inputs, one after the other. */
    private static final Path FOLDER = temporaryFolder();

    /** Reads an archive that has these bytes; empty where it is refused as no archive. */
    static Optional<ArchiveReading> of(byte[] archive, String name) throws IOException {
        var file = FOLDER.resolve(name);
        file.toFile().deleteOnExit();
        return of(Files.write(file, archive));
    }

    private static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ArchiveReading> of(Path archive) throws IOException {
        try (var store = BagStore.open(archive)) {
            var reading = list(store);
            assertThat(list(store)).isEqualTo(reading);
            return Optional.of(reading);
        } catch (UnknownForm e) {
            assertThat(e.getMessage()).contains("expected a folder, or a tar");
            return Optional.empty();
        }
    }

    private static ArchiveReading list(BagStore store) throws IOException {
        var listed = new ArrayList<StoredEntry>();
        var findings = new Findings();
        var reach = store.list(listed::add, findings);
        if (reach == BagStore.Reach.PARTIAL) assertThat(findings.hasErrors()).isTrue();
        expectSafe(listed);
        var content = new TreeMap<String, String>();
        for (var entry : listed) if (entry.isFile()) content.put(entry.path(), opened(store, entry));
        expectSameInOnePass(store, content);
        var entries = listed.stream()
                .map(e -> new StoredEntry(e.path(), e.kind(), e.size(), 0))
                .toList();
        var codes = new ArrayList<>(findings.counts().keySet());
        return new ArchiveReading(reach, entries, codes, ToldFindings.of(findings), content);
    }

    /** Each place once, none outside the bag, and no length that cannot be. */
    private static void expectSafe(List<StoredEntry> entries) {
        var places = new HashSet<String>();
        for (var entry : entries) {
            assertThat(RelativePath.isLegal(entry.path())).as(entry.path()).isTrue();
            if (entry.isFile()) {
                assertThat(entry.size()).isNotNegative();
                assertThat(places.add(entry.path())).as(entry.path()).isTrue();
            }
        }
        for (var entry : entries) if (!entry.isFile()) assertThat(places).doesNotContain(entry.path());
    }

    private static void expectSameInOnePass(BagStore store, Map<String, String> content) throws IOException {
        var passed = new TreeMap<String, String>();
        try {
            store.readAll(
                    file -> true,
                    (file, stream) -> assertThat(passed.put(file.path(), looked(file, stream)))
                            .isNull());
        } catch (DamagedArchive e) {
            assertThat(content).isEmpty(); // nothing of it can be decompressed
        }
        for (var file : content.entrySet())
            assertThat(passed.getOrDefault(file.getKey(), DAMAGED)).isEqualTo(file.getValue());
    }

    private static String opened(BagStore store, StoredEntry file) throws IOException {
        try (var stream = store.open(file)) {
            return looked(file, stream);
        } catch (DamagedArchive e) {
            assertThat(e.getMessage()).isNotBlank();
            return DAMAGED;
        }
    }

    private static String looked(StoredEntry file, InputStream stream) throws IOException {
        var sum = new CRC32();
        var buffer = new byte[1 << 13];
        long length = 0;
        try {
            for (int n = stream.read(buffer); n >= 0 && length < LOOKED_AT; n = stream.read(buffer)) {
                sum.update(buffer, 0, n);
                length += n;
            }
        } catch (DamagedArchive e) {
            assertThat(e.getMessage()).isNotBlank();
            return DAMAGED;
        }
        if (length < LOOKED_AT) assertThat(length).isEqualTo(file.size());
        return length + " " + sum.getValue();
    }
}
