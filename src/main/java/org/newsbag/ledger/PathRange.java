package org.newsbag.ledger;

import java.nio.charset.StandardCharsets;
import org.newsbag.path.RelativePath;

/**
 * The paths of one part of a bag, in the order of their bytes.
 *
 * @param first the least, inclusive; empty where the part is the bag's first
 * @param beyond the first path of the next part; empty where there is none
 */
public record PathRange(String first, String beyond) {
    /** Every path. */
    public static final PathRange ALL = new PathRange("", "");

    public boolean contains(String path) {
        return RelativePath.compareUtf8(path, first) >= 0
                && (beyond.isEmpty() || RelativePath.compareUtf8(path, beyond) < 0);
    }

    byte[] firstBytes() {
        return first.getBytes(StandardCharsets.UTF_8);
    }

    byte[] beyondBytes() {
        return beyond.getBytes(StandardCharsets.UTF_8);
    }
}
