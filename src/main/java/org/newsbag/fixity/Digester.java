package org.newsbag.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** One pass over bytes for many algorithms. A digester belongs to one thread and may be used again after {@link #finish}. */
public final class Digester {
    private static final int BLOCK = 1 << 16;

    private final Map<Algorithm, MessageDigest> digests = new TreeMap<>();

    private Digester(Collection<Algorithm> algorithms) {
        for (var algorithm : algorithms) digests.put(algorithm, algorithm.newDigest());
    }

    public static Digester of(Collection<Algorithm> algorithms) {
        return new Digester(algorithms);
    }

    public void update(byte[] bytes, int offset, int length) {
        for (var digest : digests.values()) digest.update(bytes, offset, length);
    }

    /** Takes in all of a stream, and finishes. */
    public Map<Algorithm, Checksum> finish(InputStream in) throws IOException {
        var block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) update(block, 0, n);
        return finish();
    }

    /** The checksums of all bytes since the last call, by algorithm in the order of their names. */
    public Map<Algorithm, Checksum> finish() {
        var checksums = new TreeMap<Algorithm, Checksum>();
        digests.forEach((algorithm, digest) -> checksums.put(algorithm, Checksum.of(algorithm, digest.digest())));
        return checksums;
    }

    /** Forgets the bytes since the last {@link #finish}. */
    public void reset() {
        digests.values().forEach(MessageDigest::reset);
    }
}
