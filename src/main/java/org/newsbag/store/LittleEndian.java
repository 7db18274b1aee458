package org.newsbag.store;

/** Numbers without a sign in the order of bytes that a zip has: the lowest first. */
final class LittleEndian {
    private LittleEndian() {}

    static int two(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    static long four(byte[] bytes, int at) {
        return two(bytes, at) | (long) two(bytes, at + 2) << 16;
    }

    /** Negative where it is larger than any file could be. */
    static long eight(byte[] bytes, int at) {
        return four(bytes, at) | four(bytes, at + 4) << 32;
    }
}
