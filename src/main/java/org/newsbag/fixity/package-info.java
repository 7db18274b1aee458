/** Digests: an algorithm, a checksum that cannot hold a bad value, and one pass over bytes for many algorithms. Commons Codec stops here. */
package org.newsbag.fixity;
