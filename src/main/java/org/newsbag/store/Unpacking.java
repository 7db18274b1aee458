package org.newsbag.store;

import static org.newsbag.finding.FindingCode.UNPACK_REFUSED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.newsbag.finding.Findings;
import org.newsbag.path.RelativePath;
import org.newsbag.store.BagStore.Reach;

/**
 * Writes the files of a store below an empty folder, as regular files and folders and nothing else. What is there is never written over. To make it
 * durable is the caller's business.
 */
public final class Unpacking {
    private final Path folder;
    private final long limit;
    private long files;
    private long bytes;

    /** What came of it. */
    public sealed interface Outcome permits Unpacked, OverLimit {}

    /**
     * All was written that could be; findings tell what could not.
     *
     * @param files how many were written whole
     * @param bytes in them
     * @param reach whether all of the store was seen
     */
    public record Unpacked(long files, long bytes, Reach reach) implements Outcome {}

    /**
     * The files have more bytes than allowed. Nothing was written, unless a file grew meanwhile.
     *
     * @param bytes how many there are at least
     */
    public record OverLimit(long bytes) implements Outcome {}

    private Unpacking(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Unpacks.
     *
     * @param folder an empty folder that nobody else writes into
     * @param limit the most bytes to write; {@link Long#MAX_VALUE} for no limit
     * @throws IOException where the store cannot be read, the folder is not empty, or its disk fails or is full
     */
    public static Outcome unpack(BagStore store, Path folder, long limit, Findings findings) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) throw new NotDirectoryException(folder.toString());
        try (var entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) throw new DirectoryNotEmptyException(folder.toString());
        }
        return new Unpacking(folder, limit).run(store, findings);
    }

    private Outcome run(BagStore store, Findings findings) throws IOException {
        var needed = new long[1];
        store.list(
                entry -> needed[0] += entry.isFile() ? Math.min(entry.size(), Long.MAX_VALUE - needed[0]) : 0,
                findings);
        if (needed[0] > limit) return new OverLimit(needed[0]);
        store.list(entry -> folder(entry, findings), new Findings());
        try {
            var reach = store.readAll(file -> true, (file, content) -> file(file, content, findings));
            return new Unpacked(files, bytes, reach);
        } catch (LimitReached e) {
            return new OverLimit(bytes);
        }
    }

    private void folder(StoredEntry entry, Findings findings) throws IOException {
        if (entry.kind() != StoredEntry.Kind.FOLDER) return;
        if (!RelativePath.isLegal(entry.path())) refuse(entry, findings, "because its name would leave the folder");
        else makeFolders(entry, folder.resolve(entry.path()), findings);
    }

    private void file(StoredEntry file, InputStream content, Findings findings) throws IOException {
        if (!RelativePath.isLegal(file.path())) {
            refuse(file, findings, "because its name would leave the folder");
            return;
        }
        var target = folder.resolve(file.path());
        if (!makeFolders(file, target.getParent(), findings)) return;
        try {
            write(content, target);
            files++;
        } catch (FileAlreadyExistsException e) {
            refuse(file, findings, TAKEN);
        } catch (DamagedArchive e) {
            findings.add(
                    e.code(),
                    file.path(),
                    e.getMessage() + ". It was not unpacked; take the archive from another copy.");
            Files.delete(target);
        }
    }

    private static final String TAKEN =
            "because this file system takes its name for that of a file or folder which is there already. Unpack on a file system that keeps the two apart";

    private static boolean makeFolders(StoredEntry entry, Path target, Findings findings) throws IOException {
        try {
            Files.createDirectories(target);
            return true;
        } catch (FileAlreadyExistsException e) {
            refuse(entry, findings, TAKEN);
            return false;
        }
    }

    private static void refuse(StoredEntry entry, Findings findings, String why) {
        findings.add(UNPACK_REFUSED, entry.path(), "It was not unpacked, " + why + ".");
    }

    private void write(InputStream content, Path target) throws IOException {
        try (var out = Files.newOutputStream(
                target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            var buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                if (n > limit - bytes) throw new LimitReached();
                out.write(buffer, 0, n);
                bytes += n;
            }
        }
    }

    /** A file of a folder grew between its listing and its reading. */
    private static final class LimitReached extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
