package org.newsbag.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.newsbag.json.JsonObject;

/**
 * What shows that a leaf is in a Merkle tree: the hashes beside the way from it to the root (RFC 9162, section 2.1.3).
 *
 * @param index of the leaf, from 0
 * @param size how many leaves the tree has
 * @param hashes from the leaf to the root, each 32 bytes
 */
record MerklePath(long index, long size, List<byte[]> hashes) {
    /** Of a leaf among the hashes of all leaves. */
    static MerklePath of(List<byte[]> leaves, int index) {
        var hashes = new ArrayList<byte[]>();
        gather(leaves, index, hashes);
        return new MerklePath(index, leaves.size(), hashes);
    }

    private static void gather(List<byte[]> leaves, int index, List<byte[]> hashes) {
        if (leaves.size() <= 1) return;
        int split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        boolean isLeft = index < split;
        gather(isLeft ? left : right, isLeft ? index : index - split, hashes);
        hashes.add(root(isLeft ? right : left));
    }

    private static byte[] root(List<byte[]> leaves) {
        var root = new MerkleRoot();
        for (var leaf : leaves) root.add(leaf);
        return root.hash();
    }

    /** The root to which the path leads from a leaf (RFC 9162, section 2.1.3.2); no root of any tree where the path is not one. */
    byte[] root(byte[] leafHash) {
        if (index < 0 || index >= size) return new byte[0];
        long at = index;
        long last = size - 1;
        var hash = leafHash;
        for (var other : hashes) {
            if (last == 0) return new byte[0];
            if ((at & 1) == 1 || at == last) {
                hash = Sha256.node(other, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else hash = Sha256.node(hash, other);
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : new byte[0];
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("index", index)
                .put("size", size)
                .put("hashes", hashes.stream().map(HexFormat.of()::formatHex).toList())
                .build();
    }

    /** @throws IllegalArgumentException where it is none */
    static MerklePath read(JsonObject json) {
        var members = new Members(json);
        var hashes = new ArrayList<byte[]>();
        for (var hex : json.strings("hashes")) {
            var hash = HexFormat.of().parseHex(hex);
            if (hash.length != Sha256.LENGTH) throw new IllegalArgumentException("a hash of another length: " + hex);
            hashes.add(hash);
        }
        return new MerklePath(members.number("index"), members.number("size"), hashes);
    }
}
