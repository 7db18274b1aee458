package org.newsbag.ledger;

import java.nio.charset.StandardCharsets;
import org.newsbag.fixity.Checksum;

/**
 * What the ledger expects of a file.
 *
 * @param path in the bag, as its store spells it
 */
public record KnownFile(String path, long bytes, Checksum checksum) {
    /** The hash of the file's leaf in the Merkle tree of a check: of {@code ALGORITHM HEX BYTES PATH}, parted by single spaces. */
    byte[] leaf() {
        return Sha256.leaf((checksum.algorithm() + " " + checksum.hex() + " " + bytes + " " + path)
                .getBytes(StandardCharsets.UTF_8));
    }
}
