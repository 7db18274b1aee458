package org.newsbag.fixity;

import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Digests blocks under one algorithm until it is interrupted. */
final class DigestThread extends Thread {
    private final Algorithm algorithm;
    private final MessageDigest digest;
    private final BlockingQueue<Block> blocks;
    private final BlockingQueue<Block> free;
    private final BlockingQueue<Checksum> results = new ArrayBlockingQueue<>(1);

    /** @param free takes the blocks that every user is done with; it has room for them all */
    DigestThread(Algorithm algorithm, MessageDigest digest, int capacity, BlockingQueue<Block> free) {
        super("newsbag-digest-" + algorithm);
        setDaemon(true);
        this.algorithm = algorithm;
        this.digest = digest;
        this.free = free;
        blocks = new ArrayBlockingQueue<>(capacity);
    }

    Algorithm algorithm() {
        return algorithm;
    }

    /** There are never more blocks than there is room for. */
    void take(Block block) {
        blocks.add(block);
    }

    /** Waits for the checksum of all up to a block that is the last. */
    Checksum result() throws InterruptedException {
        return results.take();
    }

    @Override
    public void run() {
        try {
            while (true) {
                var block = blocks.take();
                block.digest(digest);
                if (block.last()) results.put(Checksum.of(algorithm, digest.digest()));
                if (block.release()) free.add(block);
            }
        } catch (InterruptedException e) {
            // This is how it is told to end.
            interrupt();
        }
    }
}
