package org.newsbag.ledger;

import java.util.ArrayDeque;
import java.util.HexFormat;

/** The root of a Merkle tree (RFC 9162, section 2.1.1) of leaves that come one after the other; it holds no more than a hash for each level. */
public final class MerkleRoot {
    private final ArrayDeque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    /** Takes the hash of the next leaf. */
    void add(byte[] leafHash) {
        var hash = leafHash;
        for (long left = size; (left & 1) == 1; left >>= 1) hash = Sha256.node(peaks.pop(), hash);
        peaks.push(hash);
        size++;
    }

    long size() {
        return size;
    }

    /** Of the leaves so far; of none, the hash of nothing. */
    byte[] hash() {
        if (size == 0) return Sha256.of(new byte[0]);
        byte[] root = null;
        for (var peak : peaks) root = root == null ? peak : Sha256.node(peak, root);
        return root;
    }

    String hex() {
        return HexFormat.of().formatHex(hash());
    }
}
