package org.newsbag.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as the ledger uses it: of a text's bytes in UTF-8, and of the leaves and nodes of a tree of hashes. */
final class Sha256 {
    static final int LENGTH = 32;
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::digest);

    private Sha256() {}

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    static byte[] of(byte[] bytes) {
        return DIGEST.get().digest(bytes);
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of a leaf (RFC 9162, section 2.1.1): of a byte 0 and the leaf's data. */
    static byte[] leaf(byte[] data) {
        var digest = DIGEST.get();
        digest.update((byte) 0);
        return digest.digest(data);
    }

    /** The hash of a node (RFC 9162, section 2.1.1): of a byte 1 and the hashes of its two children. */
    static byte[] node(byte[] left, byte[] right) {
        var digest = DIGEST.get();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
