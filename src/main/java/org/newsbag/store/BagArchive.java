package org.newsbag.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;

/** A bag as one file: the bag's folder stands in it under its own name (RFC 8493, section 4). Written and read as a stream. */
public final class BagArchive {
    private static final int BLOCK = 1 << 16;

    private BagArchive() {}

    /**
     * Writes a folder into a new archive.
     *
     * @param root the name of the top folder in the archive
     * @param time the modification time of every entry
     */
    public static void write(Path folder, String root, Path archive, Serialization form, Instant time)
            throws IOException {
        try (var out = ArchiveFormat.create(archive, form)) {
            writeEntries(out, folder, root, form, time);
            out.finish();
        }
    }

    private static <E extends ArchiveEntry> void writeEntries(
            ArchiveOutputStream<E> out, Path folder, String root, Serialization form, Instant time) throws IOException {
        put(out, ArchiveFormat.entry(form, root, true, 0, time));
        out.closeArchiveEntry();
        for (var entry : new BagFolder(folder)) {
            long size = entry.isFolder() ? 0 : Files.size(entry.path());
            put(out, ArchiveFormat.entry(form, root + "/" + entry.name(), entry.isFolder(), size, time));
            if (!entry.isFolder()) Files.copy(entry.path(), out);
            out.closeArchiveEntry();
        }
    }

    @SuppressWarnings("unchecked") // the format that made the stream made the entry
    private static <E extends ArchiveEntry> void put(ArchiveOutputStream<E> out, ArchiveEntry entry)
            throws IOException {
        out.putArchiveEntry((E) entry);
    }

    /** Reads a closed archive back to its end and compares every name and byte with the folder; gives the first difference. */
    public static Optional<String> firstDifference(Path folder, String root, Path archive, Serialization form)
            throws IOException {
        try (var in = ArchiveFormat.open(archive, form)) {
            var top = in.getNextEntry();
            if (top == null || !top.getName().equals(root + "/")) return Optional.of("no top folder " + root);
            for (var expected : new BagFolder(folder)) {
                var found = in.getNextEntry();
                var name = root + "/" + expected.name() + (expected.isFolder() ? "/" : "");
                if (found == null || !found.getName().equals(name))
                    return Optional.of("expected " + name + ", found " + (found == null ? "the end" : found.getName()));
                if (!expected.isFolder() && !sameBytes(in, expected.path()))
                    return Optional.of("other bytes in " + name);
            }
            var extra = in.getNextEntry();
            return extra == null ? Optional.empty() : Optional.of("an entry too many: " + extra.getName());
        }
    }

    private static boolean sameBytes(InputStream entry, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var left = new byte[BLOCK];
            var right = new byte[BLOCK];
            while (true) {
                int a = entry.readNBytes(left, 0, BLOCK);
                int b = in.readNBytes(right, 0, BLOCK);
                if (a != b || !Arrays.equals(left, 0, a, right, 0, b)) return false;
                if (a < BLOCK) return true;
            }
        }
    }
}
