package org.newsbag.audit;

import java.util.Optional;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.KnownFile;

/**
 * A file that is not as expected, and what was found in its place.
 *
 * @param found the file at its path, or where it was moved to; empty where there is none, or it could not be read
 */
record Difference(FileFailure failure, Optional<KnownFile> found) {}
