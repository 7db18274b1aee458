package org.newsbag.fixity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** MD5 for several messages (RFC 1321). */
final class Md5Lanes extends Lanes {
    /** One for each step: the sines of 1 to 64 (section 3.4). */
    static final int[] ROUNDS = new int[64];

    static {
        for (int i = 0; i < ROUNDS.length; i++)
            ROUNDS[i] = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * (1L << Integer.SIZE));
    }

    private static final int WORDS = 4;
    private static final int BLOCK = 64;
    private static final int[] INITIAL = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    private static final int[] ROTATIONS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

    private final Md5Vectors vectors = new Md5Vectors();
    private final int[] state;
    private final int[] w = new int[16];
    private final int[] words = new int[WORDS];
    private final byte[] end = new byte[UNIT + BLOCK];

    Md5Lanes(int slots) {
        super(Algorithm.MD5, Md5Vectors.LANES, Md5Vectors.LANES / 4);
        state = new int[WORDS * Math.max(slots, width())];
    }

    @Override
    void begin(int slot) {
        for (int i = 0; i < WORDS; i++) state[index(slot, i)] = INITIAL[i];
    }

    @Override
    void together(int group, byte[][] blocks, int[] at, int length) {
        vectors.compress(state, group * WORDS * width(), blocks, at, group * width(), length);
    }

    @Override
    void alone(int slot, byte[] block, int at, int length) {
        for (int i = 0; i < WORDS; i++) words[i] = state[index(slot, i)];
        var bytes = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        for (int offset = at; offset < at + length; offset += BLOCK) compress(bytes, offset);
        for (int i = 0; i < WORDS; i++) state[index(slot, i)] = words[i];
    }

    @Override
    byte[] finish(int slot, byte[] block, int at, int rest, long total) {
        Arrays.fill(end, (byte) 0);
        System.arraycopy(block, at, end, 0, rest);
        end[rest] = (byte) 0x80;
        int length = (rest + 8) / BLOCK * BLOCK + BLOCK;
        ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).putLong(length - 8, total << 3);
        alone(slot, end, 0, length);
        var digest = ByteBuffer.allocate(WORDS * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < WORDS; i++) digest.putInt(state[index(slot, i)]);
        return digest.array();
    }

    /** Where a word of a slot is: word by word within a group. */
    private int index(int slot, int word) {
        return (slot / width() * WORDS + word) * width() + slot % width();
    }

    private void compress(ByteBuffer bytes, int at) {
        for (int t = 0; t < 16; t++) w[t] = bytes.getInt(at + t * Integer.BYTES);
        int a = words[0], b = words[1], c = words[2], d = words[3];
        for (int t = 0; t < ROUNDS.length; t++) {
            int mixed;
            int word;
            switch (t >> 4) {
                case 0 -> {
                    mixed = d ^ b & (c ^ d);
                    word = t;
                }
                case 1 -> {
                    mixed = c ^ d & (b ^ c);
                    word = 5 * t + 1;
                }
                case 2 -> {
                    mixed = b ^ c ^ d;
                    word = 3 * t + 5;
                }
                default -> {
                    mixed = c ^ (b | ~d);
                    word = 7 * t;
                }
            }
            int sum = a + mixed + ROUNDS[t] + w[word & 15];
            a = d;
            d = c;
            c = b;
            b += Integer.rotateLeft(sum, ROTATIONS[t >> 4 << 2 | t & 3]);
        }
        words[0] += a;
        words[1] += b;
        words[2] += c;
        words[3] += d;
    }
}
