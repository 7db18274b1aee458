package org.newsbag.ledger;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;

/** The files of a bag in the order of their paths, in little room: a check holds a million of them. */
final class KnownFiles extends AbstractList<KnownFile> implements RandomAccess {
    private final Algorithm algorithm;
    private String[] paths = new String[16];
    private long[] bytes = new long[16];
    private byte[][] digests = new byte[16][];
    private int size;

    KnownFiles(Algorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** @param digest is kept, and must not be changed */
    void add(String path, long length, byte[] digest) {
        if (size == paths.length) {
            int room = size + size / 2;
            paths = Arrays.copyOf(paths, room);
            bytes = Arrays.copyOf(bytes, room);
            digests = Arrays.copyOf(digests, room);
        }
        paths[size] = path;
        bytes[size] = length;
        digests[size++] = digest;
    }

    @Override
    public KnownFile get(int index) {
        if (index >= size) throw new IndexOutOfBoundsException(index);
        return new KnownFile(paths[index], bytes[index], Checksum.of(algorithm, digests[index]));
    }

    @Override
    public int size() {
        return size;
    }
}
