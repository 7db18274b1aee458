package org.newsbag.validation;

import java.util.Optional;
import org.newsbag.bag.ManifestName;
import org.newsbag.fixity.Algorithm;

/**
 * A manifest whose lines are in a {@link FileTable}.
 *
 * @param algorithm empty where it is not known here
 * @param number its bit in a row
 * @param offset where its checksums stand among those of a row, in bytes
 */
record ListedBy(ManifestName name, Optional<Algorithm> algorithm, int number, int offset) {
    int digestLength() {
        return algorithm.isPresent() ? algorithm.get().digestLength() : 0;
    }

    boolean lists(Row row) {
        return (row.listed & 1L << number) != 0;
    }
}
