package org.newsbag.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place for one source among several that are digested at once; used again for source after source. */
final class Slot<T> {
    private final byte[] block;
    private final Map<Algorithm, MessageDigest> plain = new HashMap<>();
    private Job<T> job;
    private InputStream in;
    private final List<MessageDigest> digests = new ArrayList<>();
    private List<Lanes> lanes = List.of();
    private int end;
    private boolean ended;
    private long total;

    Slot(byte[] block) {
        this.block = block;
    }

    boolean free() {
        return job == null;
    }

    Job<T> job() {
        return job;
    }

    /** How many bytes were read. */
    long total() {
        return total;
    }

    /** How many bytes are likely to come, the block's included. */
    long remaining(int at) {
        return free() ? 0 : Math.max(0, job.expectedSize() - total) + end - at;
    }

    /** Opens a source. Those of its algorithms that have no lanes are digested as its bytes are read. */
    void begin(Job<T> next, List<Lanes> withLanes, List<Algorithm> withoutLanes) throws IOException {
        job = next;
        lanes = withLanes;
        total = 0;
        end = 0;
        ended = false;
        digests.clear();
        for (var algorithm : withoutLanes) digests.add(plain.computeIfAbsent(algorithm, Algorithm::newDigest));
        in = job.source().open();
    }

    /** Is the source digested in these lanes? */
    boolean uses(Lanes algorithm) {
        return lanes.contains(algorithm);
    }

    /** How many bytes from a place on can go through lanes: whole units. */
    int whole(int at) {
        return (end - at) / Lanes.UNIT * Lanes.UNIT;
    }

    /** How many bytes are left from a place on. */
    int rest(int at) {
        return end - at;
    }

    /** Was all read? */
    boolean ended() {
        return ended;
    }

    /**
     * Reads the next block, whole but at the end of the source.
     *
     * @return how many bytes were read
     */
    int read() throws IOException {
        end = 0;
        while (end < block.length && !ended) {
            int read = in.read(block, end, block.length - end);
            if (read < 0) {
                ended = true;
                in.close();
                in = null;
            } else {
                end += read;
                total += read;
            }
        }
        for (var digest : digests) digest.update(block, 0, end);
        return end;
    }

    /** The digest under an algorithm that has no lanes. */
    byte[] digest(Algorithm algorithm) {
        return plain.get(algorithm).digest();
    }

    /** Forgets the source. */
    void clear() throws IOException {
        job = null;
        lanes = List.of();
        digests.forEach(MessageDigest::reset);
        try (var open = in) {
            in = null;
        }
    }
}
