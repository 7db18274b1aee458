package org.newsbag.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Digester;

/**
 * A folder beside the target, on the same file system, in which a bag grows until it is published. Its lock is the operating system's
 * and ends with the process, so a folder whose lock is free was left by a dead run and is removed, never adopted.
 */
final class Staging implements AutoCloseable {
    static final String PREFIX = ".newsbag-staging-";
    private static final String LOCK = "lock";
    private static final int ATTEMPTS = 100;

    private final Path folder;
    private final FileChannel channel;

    private Staging(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the staging folder of one bag name; empty where a living run holds it. */
    static Optional<Staging> open(Path output, String name) throws IOException {
        var folder = output.resolve(PREFIX + shortened(name));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                // a living run's, or a dead one's: the lock tells
            }
            if (Files.isSymbolicLink(folder))
                throw new IOException(
                        folder + " is a symbolic link; what it points to is not touched. Remove the link");
            var lock = lock(folder);
            if (lock.isHeld()) return Optional.empty();
            if (lock.isTaken()) {
                var staging = new Staging(folder, lock.channel().orElseThrow());
                staging.clear();
                Files.createDirectory(staging.bag());
                Files.createDirectory(staging.temporary());
                return Optional.of(staging);
            }
        }
        throw new IOException(folder + " is made and removed again and again by other processes");
    }

    /** Removes what dead runs left in an output folder, whatever bag it was for. */
    static void sweep(Path output) throws IOException {
        try (var listing = Files.newDirectoryStream(output, PREFIX + "*")) {
            for (var folder : listing) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) continue;
                var lock = lock(folder);
                if (lock.isTaken()) new Staging(folder, lock.channel().orElseThrow()).close();
            }
        }
    }

    /** The bag's folder while it grows. */
    Path bag() {
        return folder.resolve("bag");
    }

    /** An archive while it is written. */
    Path archive() {
        return folder.resolve("archive");
    }

    /** For files that are not part of the bag. */
    Path temporary() {
        return folder.resolve("temporary");
    }

    /** Removes the folder with all that is left in it, and gives up the lock. */
    @Override
    public void close() throws IOException {
        try (channel) {
            clear();
            Files.deleteIfExists(folder.resolve(LOCK));
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // another run has just taken the folder over, with a lock of its own
            }
        }
    }

    private void clear() throws IOException {
        try (var listing = Files.newDirectoryStream(folder)) {
            for (var entry : listing) if (!entry.getFileName().toString().equals(LOCK)) deleteTree(entry);
        }
    }

    static void deleteTree(Path path) throws IOException {
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
        var digester = Digester.of(List.of(Algorithm.SHA_256));
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        digester.update(bytes, 0, bytes.length);
        return digester.finish().get(Algorithm.SHA_256).hex().substring(0, 16);
    }

    /** What came of reaching for a lock: taken (with its channel), held by another, or the folder vanished meanwhile. */
    private record Lock(Optional<FileChannel> channel, boolean isHeld) {
        boolean isTaken() {
            return channel.isPresent();
        }
    }

    private static Lock lock(Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return new Lock(Optional.empty(), false);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) return held(channel);
            var owner = owner();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner));
            if (isStill(file, owner)) return new Lock(Optional.of(channel), false);
            channel.close();
            return new Lock(Optional.empty(), false);
        } catch (OverlappingFileLockException e) {
            return held(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Lock held(FileChannel channel) throws IOException {
        channel.close();
        return new Lock(Optional.empty(), true);
    }

    /** Between opening and locking, a run that ended may have removed the file: then the lock is on nothing. */
    private static boolean isStill(Path file, byte[] owner) throws IOException {
        try {
            return Arrays.equals(Files.readAllBytes(file), owner);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static byte[] owner() {
        var process = ProcessHandle.current();
        var start = process.info().startInstant().map(Object::toString).orElse("unknown");
        return ("process " + process.pid() + ", started " + start + ", thread "
                        + Thread.currentThread().getId() + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
