package org.newsbag.packaging;

import static org.newsbag.finding.FindingCode.SOURCE_CHANGED;
import static org.newsbag.finding.FindingCode.SOURCE_UNREADABLE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.fixity.Progress;
import org.newsbag.inventory.SourceFile;

/** Reads source files once: digests, and copies where asked. A file that changes meanwhile is told from one that does not. */
final class SourceReading {
    private static final int BLOCK = 1 << 18;

    private final ThreadLocal<Digester> digesters;
    private final ThreadLocal<ByteBuffer> blocks = ThreadLocal.withInitial(() -> ByteBuffer.allocate(BLOCK));
    private final ThreadLocal<Path> looked = new ThreadLocal<>();
    private final Progress progress;

    /** @param size octets that were read, digested and written */
    record Read(long size, Map<Algorithm, Checksum> checksums) {}

    SourceReading(Collection<Algorithm> algorithms, Progress progress) {
        digesters = ThreadLocal.withInitial(() -> Digester.of(algorithms));
        this.progress = progress;
    }

    /** What takes the bytes that are read. */
    private interface Sink {
        void write(ByteBuffer block) throws IOException;
    }

    /**
     * Copies a file to a path that does not exist.
     *
     * @throws SourceProblem where the source cannot be read or changes under our hands
     * @throws IOException where the copy cannot be written
     */
    Read copy(SourceFile source, Path target) throws IOException {
        return guarded(source, location -> {
            try (var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                return read(source, location, block -> {
                    while (block.hasRemaining()) out.write(block);
                });
            }
        });
    }

    /**
     * Digests a file where it lies.
     *
     * @throws SourceProblem where the source cannot be read or changes under our hands
     */
    Read digest(SourceFile source) throws IOException {
        return guarded(source, location -> read(source, location, block -> {}));
    }

    private interface Pass {
        long over(Path location) throws IOException;
    }

    /** Looks at the file before and after the pass: what changed meanwhile is a problem. */
    private Read guarded(SourceFile source, Pass pass) throws IOException {
        var location = source.location();
        requireFolderInside(source, location.getParent());
        var before = Look.at(source, location);
        if (!before.isFile()) throw changed(source, "It was a file and is one no longer", null);
        long size = pass.over(location);
        var after = Look.at(source, location);
        if (size != before.size() || !before.equals(after))
            throw changed(
                    source,
                    "It changed while it was being read (" + before.size() + " bytes before, " + size + " read, "
                            + after.size() + " after)",
                    null);
        progress.advance(1, 0);
        return new Read(size, digesters.get().finish());
    }

    private long read(SourceFile source, Path location, Sink sink) throws IOException {
        var digester = digesters.get();
        digester.reset();
        var block = blocks.get();
        long size = 0;
        try (var in = open(source, location)) {
            while (read(source, in, block.clear()) >= 0) {
                int length = block.position();
                digester.update(block.array(), 0, length);
                sink.write(block.flip());
                size += length;
                progress.advance(0, length);
            }
        }
        return size;
    }

    /**
     * What a file was at one moment.
     *
     * @param changed the time that no program can set: one that writes and then restores the modification time (cp -p, rsync) is seen by it
     */
    private record Look(boolean isFile, boolean isLink, long size, FileTime modified, FileTime changed, Object key) {
        private static final String ATTRIBUTES =
                "unix:isRegularFile,isSymbolicLink,size,lastModifiedTime,ctime,dev,ino";

        static Look at(SourceFile source, Path location) throws SourceProblem {
            try {
                var look = of(Files.readAttributes(location, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
                if (!look.isLink) return look;
                requireInside(source, location);
                return of(Files.readAttributes(location, ATTRIBUTES));
            } catch (SourceProblem e) {
                throw e;
            } catch (IOException e) {
                throw problem(source, e);
            }
        }

        private static Look of(Map<String, Object> found) {
            return new Look(
                    (Boolean) found.get("isRegularFile"),
                    (Boolean) found.get("isSymbolicLink"),
                    (Long) found.get("size"),
                    (FileTime) found.get("lastModifiedTime"),
                    (FileTime) found.get("ctime"),
                    List.of(found.get("dev"), found.get("ino")));
        }
    }

    /** A folder may have become a link since the inventory; each thread looks once for each folder that it comes to. */
    private void requireFolderInside(SourceFile source, Path folder) throws SourceProblem {
        if (folder.equals(looked.get())) return;
        requireInside(source, folder);
        looked.set(folder);
    }

    /** The inventory refused links that lead outside; one may have come since. */
    private static void requireInside(SourceFile source, Path path) throws SourceProblem {
        try {
            if (!source.isInside(path.toRealPath()))
                throw changed(source, "It has become a link that leads outside the source", null);
        } catch (SourceProblem e) {
            throw e;
        } catch (IOException e) {
            throw problem(source, e);
        }
    }

    private static FileChannel open(SourceFile source, Path location) throws SourceProblem {
        try {
            return FileChannel.open(location, StandardOpenOption.READ);
        } catch (IOException e) {
            throw problem(source, e);
        }
    }

    private static int read(SourceFile source, FileChannel in, ByteBuffer block) throws IOException {
        try {
            return in.read(block);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw problem(source, e);
        }
    }

    private static SourceProblem problem(SourceFile source, IOException e) {
        if (e instanceof NoSuchFileException)
            return changed(source, "It was removed while the source was being packaged", e);
        var reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return problem(
                SOURCE_UNREADABLE,
                source,
                "It could not be read: " + reason + ". Restore it from another copy, or leave it out.",
                e);
    }

    private static SourceProblem changed(SourceFile source, String what, IOException cause) {
        return problem(SOURCE_CHANGED, source, what + ". Run again when nothing writes to the source.", cause);
    }

    private static SourceProblem problem(FindingCode code, SourceFile source, String message, IOException cause) {
        return new SourceProblem(new Finding(code, source.name(), message), cause);
    }
}
