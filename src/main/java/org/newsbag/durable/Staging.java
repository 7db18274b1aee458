package org.newsbag.durable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;

/**
 * A folder beside the target, on the same file system, in which a bag grows until it is published. Its lock is the operating system's
 * and ends with the process, so a folder whose lock is free was left by a dead run and is removed, never adopted.
 */
public final class Staging implements AutoCloseable {
    public static final String PREFIX = ".newsbag-staging-";
    private static final int ATTEMPTS = 100;

    /** Another run that sweeps holds a lock for a moment only; one that works holds it for longer than these attempts. */
    private static final int HELD_ATTEMPTS = 20;

    private static final long PAUSE_NANOSECONDS = 10_000_000;

    private final Path folder;
    private final StagingLock lock;
    private boolean closed;

    private Staging(Path folder, StagingLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the staging folder of one bag name; empty where a living run holds it. */
    public static Optional<Staging> open(Path output, String name) throws IOException {
        var folder = output.resolve(PREFIX + shortened(name));
        int held = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean made = make(folder);
            StagingLock.Attempt reached;
            try {
                reached = StagingLock.reach(folder);
            } catch (IOException e) {
                if (made) alsoAfter(e, () -> Files.deleteIfExists(folder));
                throw e;
            }
            if (reached instanceof StagingLock.Taken taken)
                return Optional.of(prepared(new Staging(folder, taken.lock())));
            if (reached instanceof StagingLock.Held) {
                if (++held > HELD_ATTEMPTS) return Optional.empty();
                LockSupport.parkNanos(PAUSE_NANOSECONDS);
            }
        }
        throw new IOException(folder + " is made and removed again and again by other processes");
    }

    /** Tells whether it was made; where it stands already, it is a living run's or a dead one's, and the lock tells which. */
    private static boolean make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            // What a link leads to is somebody's, and would be cleared.
            if (Files.isSymbolicLink(folder) || Files.isRegularFile(folder, LinkOption.NOFOLLOW_LINKS))
                throw new FileAlreadyExistsException(
                        folder.toString(), null, "it is in the way and is not newsbag's; remove it");
            return false;
        }
    }

    private static Staging prepared(Staging staging) throws IOException {
        try {
            staging.clear();
            Files.createDirectory(staging.bag());
            Files.createDirectory(staging.temporary());
            return staging;
        } catch (IOException e) {
            alsoAfter(e, staging::close);
            throw e;
        }
    }

    /** Removes what dead runs left in an output folder, whatever bag it was for. What links lead to, and other users' folders, are left alone. */
    public static void sweep(Path output) throws IOException {
        try (var listing = Files.newDirectoryStream(output, PREFIX + "*")) {
            for (var folder : listing) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) continue;
                try {
                    if (StagingLock.reach(folder) instanceof StagingLock.Taken taken)
                        new Staging(folder, taken.lock()).close();
                } catch (AccessDeniedException e) {
                    // another user's, whose next run removes it
                }
            }
        }
    }

    /** The bag's folder while it grows. */
    public Path bag() {
        return folder.resolve("bag");
    }

    /** An archive while it is written. */
    public Path archive() {
        return folder.resolve("archive");
    }

    /** For files that are not part of the bag. */
    public Path temporary() {
        return folder.resolve("temporary");
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /** Removes the folder with all that is left in it, and gives up the lock. Tried once. */
    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        try (lock) {
            clear();
            lock.remove();
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // another run has just taken the folder over, with a lock of its own
            }
        }
    }

    private void clear() throws IOException {
        try (var listing = Files.newDirectoryStream(folder)) {
            for (var entry : listing) if (!entry.getFileName().toString().equals(StagingLock.NAME)) deleteTree(entry);
        }
    }

    /** Removes a folder with all that is in it, or a file. */
    public static void deleteTree(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                if (e != null) throw e;
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A name of up to 255 bytes must not make the staging folder's name longer than that. */
    private static String shortened(String name) {
        return Checksum.ofText(Algorithm.SHA_256, name).hex().substring(0, 16);
    }

    interface Tidying {
        void run() throws IOException;
    }

    /** What is tidied up after a failure must not hide it. */
    static void alsoAfter(IOException failure, Tidying tidying) {
        try {
            tidying.run();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
