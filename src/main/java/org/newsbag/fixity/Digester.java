package org.newsbag.fixity;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** One pass over bytes for many algorithms. A digester belongs to one thread and may be used again after {@link #finish}. */
public final class Digester {
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
