package org.newsbag.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One pass over the bytes of one large stream, each algorithm on a thread of its own, so that it takes no longer than the slowest of them.
 * Fed by one thread; may be used again after {@link #finish}; holds {@value #BLOCKS} blocks of memory whatever the length.
 */
public final class ParallelDigester implements AutoCloseable {
    private static final int BLOCKS = 8;
    private static final int BLOCK = 1 << 17;

    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
    private final List<DigestThread> threads = new ArrayList<>();
    private Block current;

    /** Goes on with digests that have taken in the bytes before; they are the caller's again after {@link #close}. */
    ParallelDigester(Map<Algorithm, MessageDigest> digests) {
        for (int i = 0; i < BLOCKS; i++) free.add(new Block(BLOCK));
        digests.forEach((algorithm, digest) -> threads.add(new DigestThread(algorithm, digest, BLOCKS, free)));
        threads.forEach(Thread::start);
    }

    public static ParallelDigester of(Collection<Algorithm> algorithms) {
        var digests = new TreeMap<Algorithm, MessageDigest>();
        for (var algorithm : algorithms) digests.put(algorithm, algorithm.newDigest());
        return new ParallelDigester(digests);
    }

    /** Takes the bytes in; they may be changed at once. */
    public void update(byte[] bytes, int offset, int length) throws InterruptedException {
        while (length > 0) {
            var block = current();
            int taken = Math.min(length, block.room());
            block.append(bytes, offset, taken);
            offset += taken;
            length -= taken;
            if (block.room() == 0) handOver();
        }
    }

    /**
     * Takes in what one read of a stream gives.
     *
     * @return the number of bytes, or -1 at the end of the stream
     */
    int update(InputStream in) throws IOException, InterruptedException {
        int read = current().append(in);
        if (current.room() == 0) handOver();
        return read;
    }

    /** The checksums of all bytes since the last call, by algorithm in the order of their names. */
    public Map<Algorithm, Checksum> finish() throws InterruptedException {
        current();
        current.end();
        handOver();
        var checksums = new TreeMap<Algorithm, Checksum>();
        for (var thread : threads) checksums.put(thread.algorithm(), thread.result());
        return checksums;
    }

    /** Ends the threads; what they have in hand is given up. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (var thread : threads)
            while (thread.isAlive())
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private Block current() throws InterruptedException {
        if (current == null) current = free.take();
        return current;
    }

    private void handOver() {
        current.share(threads.size());
        for (var thread : threads) thread.take(current);
        current = null;
    }
}
