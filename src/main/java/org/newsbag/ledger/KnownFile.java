package org.newsbag.ledger;

import java.nio.charset.StandardCharsets;
import org.newsbag.fixity.Checksum;

/**
 * What the ledger expects of a file.
 *
 * @param path in the bag, as its store spells it
 */
public record KnownFile(String path, long bytes, Checksum checksum) {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** The hash of the file's leaf in the Merkle tree of a check: of {@code ALGORITHM HEX BYTES PATH}, parted by single spaces. */
    byte[] leaf() {
        var name = checksum.algorithm().name();
        var digest = checksum.digest();
        var size = Long.toString(bytes);
        var utf8 = path.getBytes(StandardCharsets.UTF_8);
        var data = new byte[name.length() + 2 * digest.length + size.length() + utf8.length + 3];
        int at = ascii(name, data, 0);
        data[at++] = ' ';
        for (byte octet : digest) {
            data[at++] = HEX[octet >> 4 & 0xF];
            data[at++] = HEX[octet & 0xF];
        }
        data[at++] = ' ';
        at = ascii(size, data, at);
        data[at++] = ' ';
        System.arraycopy(utf8, 0, data, at, utf8.length);
        return Sha256.leaf(data);
    }

    private static int ascii(String text, byte[] data, int at) {
        for (int i = 0; i < text.length(); i++) data[at + i] = (byte) text.charAt(i);
        return at + text.length();
    }
}
