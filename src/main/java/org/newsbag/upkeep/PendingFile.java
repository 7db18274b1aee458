package org.newsbag.upkeep;

import java.util.Map;
import org.newsbag.bag.FetchItem;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;

/**
 * A file that is still to be fetched.
 *
 * @param expected its checksums in the manifests; empty where it could not be verified
 */
record PendingFile(FetchItem item, Map<Algorithm, Checksum> expected) {}
