package org.newsbag.fixity;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** SHA-512 or SHA-384 for several messages (FIPS 180-4, section 6.4). */
final class Sha512Lanes extends Lanes {
    private static final int WORDS = 8;
    private static final int ROUNDS = 80;

    private final Sha512Vectors vectors = new Sha512Vectors();
    private final long[] initial;
    private final long[] state;
    private final long[] w = new long[ROUNDS];
    private final long[] words = new long[WORDS];
    private final byte[] end = new byte[2 * UNIT];

    Sha512Lanes(Algorithm algorithm, int slots) {
        super(algorithm, Sha512Vectors.LANES, Sha512Vectors.LANES / 2);
        initial = algorithm.equals(Algorithm.SHA_384) ? Sha512Constants.SHA_384 : Sha512Constants.SHA_512;
        state = new long[WORDS * Math.max(slots, width())];
    }

    @Override
    void begin(int slot) {
        for (int i = 0; i < WORDS; i++) state[index(slot, i)] = initial[i];
    }

    @Override
    void together(int group, byte[][] blocks, int[] at, int length) {
        vectors.compress(state, group * WORDS * width(), blocks, at, group * width(), length);
    }

    @Override
    void alone(int slot, byte[] block, int at, int length) {
        for (int i = 0; i < WORDS; i++) words[i] = state[index(slot, i)];
        var bytes = ByteBuffer.wrap(block);
        for (int offset = at; offset < at + length; offset += UNIT) compress(bytes, offset);
        for (int i = 0; i < WORDS; i++) state[index(slot, i)] = words[i];
    }

    @Override
    byte[] finish(int slot, byte[] block, int at, int rest, long total) {
        Arrays.fill(end, (byte) 0);
        System.arraycopy(block, at, end, 0, rest);
        end[rest] = (byte) 0x80;
        int length = rest < UNIT - 16 ? UNIT : 2 * UNIT;
        ByteBuffer.wrap(end).putLong(length - 16, total >>> 61).putLong(length - 8, total << 3);
        alone(slot, end, 0, length);
        var digest = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (int i = 0; i < WORDS; i++) digest.putLong(state[index(slot, i)]);
        return Arrays.copyOf(digest.array(), algorithm().digestLength());
    }

    /** Where a word of a slot is: word by word within a group. */
    private int index(int slot, int word) {
        return (slot / width() * WORDS + word) * width() + slot % width();
    }

    private void compress(ByteBuffer bytes, int at) {
        for (int t = 0; t < 16; t++) w[t] = bytes.getLong(at + t * Long.BYTES);
        for (int t = 16; t < ROUNDS; t++) w[t] = w[t - 16] + small0(w[t - 15]) + w[t - 7] + small1(w[t - 2]);
        long a = words[0], b = words[1], c = words[2], d = words[3];
        long e = words[4], f = words[5], g = words[6], h = words[7];
        for (int t = 0; t < ROUNDS; t++) {
            long t1 = h + large1(e) + (g ^ e & (f ^ g)) + Sha512Constants.ROUNDS[t] + w[t];
            long t2 = large0(a) + (a & b | c & (a | b));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        words[0] += a;
        words[1] += b;
        words[2] += c;
        words[3] += d;
        words[4] += e;
        words[5] += f;
        words[6] += g;
        words[7] += h;
    }

    private static long small0(long x) {
        return Long.rotateRight(x, 1) ^ Long.rotateRight(x, 8) ^ x >>> 7;
    }

    private static long small1(long x) {
        return Long.rotateRight(x, 19) ^ Long.rotateRight(x, 61) ^ x >>> 6;
    }

    private static long large0(long x) {
        return Long.rotateRight(x, 28) ^ Long.rotateRight(x, 34) ^ Long.rotateRight(x, 39);
    }

    private static long large1(long x) {
        return Long.rotateRight(x, 14) ^ Long.rotateRight(x, 18) ^ Long.rotateRight(x, 41);
    }
}
