package org.newsbag.durable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock of a staging folder: the operating system's on a file in it, which ends with the process. POSIX gives such a lock up as soon as
 * the process closes <em>any</em> descriptor of the file, so this process opens the file for nothing else, and keeps both of its own open.
 */
final class StagingLock implements AutoCloseable {
    static final String NAME = "lock";

    /** The folders this process holds: it must not even open their locks again, because closing them would give them up. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path file;
    private final FileChannel channel;
    private FileChannel reader;

    /** What comes of reaching for a lock. */
    sealed interface Attempt permits Taken, Held, Gone {}

    /** It is ours. */
    record Taken(StagingLock lock) implements Attempt {}

    /** It is a living run's. */
    record Held() implements Attempt {}

    /** The folder vanished meanwhile. */
    record Gone() implements Attempt {}

    private StagingLock(Path folder, Path file, FileChannel channel) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
    }

    /** Reaches for the lock of an existing folder, without waiting. On failure no file of ours is left in it. */
    static Attempt reach(Path folder) throws IOException {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (NoSuchFileException e) {
            return new Gone();
        }
        if (!OURS.add(real)) return new Held();
        boolean taken = false;
        try {
            var attempt = attempt(real);
            taken = attempt instanceof Taken;
            return attempt;
        } finally {
            if (!taken) OURS.remove(real);
        }
    }

    private static Attempt attempt(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return new Gone();
        }
        var lock = new StagingLock(folder, file, channel);
        Attempt attempt = new Gone();
        try {
            if (channel.tryLock() == null) attempt = new Held();
            else if (lock.sign()) attempt = new Taken(lock);
            return attempt;
        } finally {
            if (!(attempt instanceof Taken)) lock.closeChannels();
        }
    }

    /** Writes the owner down, and tells whether the file is still in its place: between opening and locking, a run that ended may have removed it. */
    private boolean sign() throws IOException {
        var owner = owner();
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner));
            reader = FileChannel.open(file, StandardOpenOption.READ);
            var found = ByteBuffer.allocate(owner.length + 1);
            while (reader.read(found) > 0) continue;
            return Arrays.equals(Arrays.copyOf(found.array(), found.position()), owner);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            Staging.alsoAfter(e, () -> Files.deleteIfExists(file));
            if (e instanceof ClosedByInterruptException || e instanceof FileSystemException) throw e;
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    /** Removes the file; the lock is held until it is closed. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        closeChannels();
        OURS.remove(folder);
    }

    private void closeChannels() throws IOException {
        try (channel;
                var ignored = reader) {
            reader = null;
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
