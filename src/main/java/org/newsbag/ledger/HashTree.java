package org.newsbag.ledger;

import java.util.HexFormat;

/** A Merkle tree of events, by their hashes, in the order in which they are added. */
public final class HashTree {
    private final MerkleRoot root = new MerkleRoot();

    public void add(Event event) {
        root.add(leaf(event.hash()));
    }

    public long size() {
        return root.size();
    }

    /** In hexadecimal. */
    public String root() {
        return root.hex();
    }

    static byte[] leaf(String hash) {
        return Sha256.leaf(HexFormat.of().parseHex(hash));
    }
}
