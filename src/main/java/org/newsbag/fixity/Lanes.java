package org.newsbag.fixity;

import java.util.Optional;

/**
 * The state of one algorithm for several messages, one a slot. Slots move on one by one, or, in the lanes of a vector, a whole group of
 * neighbours by the same number of bytes; the two may be mixed as one likes.
 */
abstract class Lanes {
    /** Every algorithm here takes in a multiple of this at a time, in bytes. */
    static final int UNIT = 128;

    private final Algorithm algorithm;
    private final int width;
    private final int fewest;

    /** @param fewest how many lanes must be in use to be faster than Java's own digest of one message after the other */
    Lanes(Algorithm algorithm, int width, int fewest) {
        this.algorithm = algorithm;
        this.width = width;
        this.fewest = fewest;
    }

    /** Does this algorithm have lanes at all? */
    static boolean serve(Algorithm algorithm) {
        return algorithm.equals(Algorithm.SHA_512)
                || algorithm.equals(Algorithm.SHA_384)
                || algorithm.equals(Algorithm.MD5);
    }

    /**
     * The lanes of an algorithm on this processor; nothing where it has none, or where its vectors are too narrow to be worth it.
     *
     * @param slots a multiple of the number of lanes, or less
     */
    static Optional<Lanes> of(Algorithm algorithm, int slots) {
        if (!serve(algorithm) || !wideVectors()) return Optional.empty();
        return Optional.of(algorithm.equals(Algorithm.MD5) ? new Md5Lanes(slots) : new Sha512Lanes(algorithm, slots));
    }

    /** Are there vectors of 256 bits or more? */
    private static boolean wideVectors() {
        return VectorModule.load() && Sha512Vectors.LANES >= 4;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    /** How many slots make a group. */
    int width() {
        return width;
    }

    int fewest() {
        return fewest;
    }

    /** A new message begins in a slot. */
    abstract void begin(int slot);

    /** All slots of a group take in bytes, each from its own array and place; what idle ones take in is forgotten at their beginning. */
    abstract void together(int group, byte[][] blocks, int[] at, int length);

    /** One slot takes in bytes. */
    abstract void alone(int slot, byte[] block, int at, int length);

    /**
     * The digest of a slot's message.
     *
     * @param rest the last bytes, less than {@link #UNIT}
     * @param total the length of the whole message in bytes
     */
    abstract byte[] finish(int slot, byte[] block, int at, int rest, long total);
}
