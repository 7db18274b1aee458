package org.newsbag.ledger;

/**
 * The files that a check found intact.
 *
 * @param files how many
 * @param bytes in them
 * @param root of the Merkle tree of them, in the order of their paths
 */
public record IntactFiles(long files, long bytes, String root) {
    public static final IntactFiles NONE = new Gathering().done();

    /** In the order of their paths. */
    public static IntactFiles of(Iterable<KnownFile> files) {
        var gathering = new Gathering();
        for (var file : files) gathering.add(file);
        return gathering.done();
    }

    /** Takes them one by one, in the order of their paths. */
    public static final class Gathering {
        private final MerkleRoot root = new MerkleRoot();
        private long bytes;

        public void add(KnownFile file) {
            root.add(file.leaf());
            bytes += file.bytes();
        }

        public IntactFiles done() {
            return new IntactFiles(root.size(), bytes, root.hex());
        }
    }
}
