package org.newsbag.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is to be expected of a file from now on.
 *
 * @param file empty where the path is no longer expected
 */
public record BaselineChange(String path, Optional<KnownFile> file) {
    byte[] leaf() {
        return file.map(KnownFile::leaf).orElseGet(() -> Sha256.leaf(("- " + path).getBytes(StandardCharsets.UTF_8)));
    }
}
