package org.newsbag.fixity;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The compression of SHA-384 and SHA-512 (FIPS 180-4, section 6.4.2) over as many messages at once as a vector has lanes. It needs the
 * module jdk.incubator.vector; everything else does without.
 *
 * <p>Each round waits for the one before, so what does not need the latest word is added first, and the schedule is made beside the rounds,
 * four words a turn: the processor does both at once. Everything goes from turn to turn through memory, because Java 17 keeps vectors in
 * registers only within one method that goes round no loop, and would allocate an object for each otherwise.
 */
final class Sha512Vectors {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BLOCK = 128;
    private static final int BLOCK_WORDS = 16;
    private static final int ROUNDS = 80;
    private static final int TURN = 4;
    private static final int WORDS = 8;
    private static final long[] CONSTANTS = inEachLane(Sha512Constants.ROUNDS);

    private final long[] w = new long[ROUNDS * LANES];
    private final long[] words = new long[WORDS * LANES];

    private static long[] inEachLane(long[] constants) {
        var all = new long[constants.length * LANES];
        for (int i = 0; i < all.length; i++) all[i] = constants[i / LANES];
        return all;
    }

    /**
     * Takes in the same number of bytes for each lane.
     *
     * @param state the first word of every lane, then the second, and so on, from {@code base}
     * @param blocks where the bytes of lane n are: in the array {@code first + n}, from the same place of {@code at}
     * @param length in bytes, a multiple of 128
     */
    void compress(long[] state, int base, byte[][] blocks, int[] at, int first, int length) {
        for (int offset = 0; offset < length; offset += BLOCK) {
            load(blocks, at, first, offset);
            System.arraycopy(state, base, words, 0, WORDS * LANES);
            for (int t = 0; t < ROUNDS; t += TURN) {
                rounds(t);
                if (t < ROUNDS - BLOCK_WORDS) schedule(t + BLOCK_WORDS);
            }
            for (int i = 0; i < WORDS * LANES; i++) state[base + i] += words[i];
        }
    }

    /** Word for word by hand: in a loop it took half of all the time. */
    private void load(byte[][] blocks, int[] at, int first, int offset) {
        final long[] w = this.w;
        for (int lane = 0; lane < LANES; lane++) {
            byte[] block = blocks[first + lane];
            int p = at[first + lane] + offset;
            w[lane] = (long) VIEW.get(block, p);
            w[LANES + lane] = (long) VIEW.get(block, p + 8);
            w[2 * LANES + lane] = (long) VIEW.get(block, p + 16);
            w[3 * LANES + lane] = (long) VIEW.get(block, p + 24);
            w[4 * LANES + lane] = (long) VIEW.get(block, p + 32);
            w[5 * LANES + lane] = (long) VIEW.get(block, p + 40);
            w[6 * LANES + lane] = (long) VIEW.get(block, p + 48);
            w[7 * LANES + lane] = (long) VIEW.get(block, p + 56);
            w[8 * LANES + lane] = (long) VIEW.get(block, p + 64);
            w[9 * LANES + lane] = (long) VIEW.get(block, p + 72);
            w[10 * LANES + lane] = (long) VIEW.get(block, p + 80);
            w[11 * LANES + lane] = (long) VIEW.get(block, p + 88);
            w[12 * LANES + lane] = (long) VIEW.get(block, p + 96);
            w[13 * LANES + lane] = (long) VIEW.get(block, p + 104);
            w[14 * LANES + lane] = (long) VIEW.get(block, p + 112);
            w[15 * LANES + lane] = (long) VIEW.get(block, p + 120);
        }
    }

    /** Four words of the message schedule, from t on. */
    private void schedule(int t) {
        final long[] w = this.w;
        var x0 = LongVector.fromArray(SPECIES, w, (t - 15) * LANES);
        var y0 = LongVector.fromArray(SPECIES, w, (t - 2) * LANES);
        var n0 = LongVector.fromArray(SPECIES, w, (t - 16) * LANES)
                .add(LongVector.fromArray(SPECIES, w, (t - 7) * LANES))
                .add(x0.lanewise(ROR, 1).lanewise(XOR, x0.lanewise(ROR, 8)).lanewise(XOR, x0.lanewise(LSHR, 7)))
                .add(y0.lanewise(ROR, 19).lanewise(XOR, y0.lanewise(ROR, 61)).lanewise(XOR, y0.lanewise(LSHR, 6)));
        n0.intoArray(w, t * LANES);

        var x1 = LongVector.fromArray(SPECIES, w, (t - 14) * LANES);
        var y1 = LongVector.fromArray(SPECIES, w, (t - 1) * LANES);
        var n1 = LongVector.fromArray(SPECIES, w, (t - 15) * LANES)
                .add(LongVector.fromArray(SPECIES, w, (t - 6) * LANES))
                .add(x1.lanewise(ROR, 1).lanewise(XOR, x1.lanewise(ROR, 8)).lanewise(XOR, x1.lanewise(LSHR, 7)))
                .add(y1.lanewise(ROR, 19).lanewise(XOR, y1.lanewise(ROR, 61)).lanewise(XOR, y1.lanewise(LSHR, 6)));
        n1.intoArray(w, (t + 1) * LANES);

        var x2 = LongVector.fromArray(SPECIES, w, (t - 13) * LANES);
        var n2 = LongVector.fromArray(SPECIES, w, (t - 14) * LANES)
                .add(LongVector.fromArray(SPECIES, w, (t - 5) * LANES))
                .add(x2.lanewise(ROR, 1).lanewise(XOR, x2.lanewise(ROR, 8)).lanewise(XOR, x2.lanewise(LSHR, 7)))
                .add(n0.lanewise(ROR, 19).lanewise(XOR, n0.lanewise(ROR, 61)).lanewise(XOR, n0.lanewise(LSHR, 6)));
        n2.intoArray(w, (t + 2) * LANES);

        var x3 = LongVector.fromArray(SPECIES, w, (t - 12) * LANES);
        var n3 = LongVector.fromArray(SPECIES, w, (t - 13) * LANES)
                .add(LongVector.fromArray(SPECIES, w, (t - 4) * LANES))
                .add(x3.lanewise(ROR, 1).lanewise(XOR, x3.lanewise(ROR, 8)).lanewise(XOR, x3.lanewise(LSHR, 7)))
                .add(n1.lanewise(ROR, 19).lanewise(XOR, n1.lanewise(ROR, 61)).lanewise(XOR, n1.lanewise(LSHR, 6)));
        n3.intoArray(w, (t + 3) * LANES);
    }

    /** Four rounds, from t on. */
    private void rounds(int t) {
        final long[] w = this.w;
        final long[] words = this.words;
        var a = LongVector.fromArray(SPECIES, words, 0);
        var b = LongVector.fromArray(SPECIES, words, LANES);
        var c = LongVector.fromArray(SPECIES, words, 2 * LANES);
        var d = LongVector.fromArray(SPECIES, words, 3 * LANES);
        var e = LongVector.fromArray(SPECIES, words, 4 * LANES);
        var f = LongVector.fromArray(SPECIES, words, 5 * LANES);
        var g = LongVector.fromArray(SPECIES, words, 6 * LANES);
        var h = LongVector.fromArray(SPECIES, words, 7 * LANES);

        h = h.add(LongVector.fromArray(SPECIES, w, t * LANES))
                .add(LongVector.fromArray(SPECIES, CONSTANTS, t * LANES))
                .add(g.lanewise(XOR, e.and(f.lanewise(XOR, g))))
                .add(e.lanewise(ROR, 14).lanewise(XOR, e.lanewise(ROR, 18)).lanewise(XOR, e.lanewise(ROR, 41)));
        d = d.add(h);
        h = a.lanewise(ROR, 28)
                .lanewise(XOR, a.lanewise(ROR, 34))
                .lanewise(XOR, a.lanewise(ROR, 39))
                .add(a.and(b).or(c.and(a.lanewise(XOR, b))))
                .add(h);

        g = g.add(LongVector.fromArray(SPECIES, w, (t + 1) * LANES))
                .add(LongVector.fromArray(SPECIES, CONSTANTS, (t + 1) * LANES))
                .add(f.lanewise(XOR, d.and(e.lanewise(XOR, f))))
                .add(d.lanewise(ROR, 14).lanewise(XOR, d.lanewise(ROR, 18)).lanewise(XOR, d.lanewise(ROR, 41)));
        c = c.add(g);
        g = h.lanewise(ROR, 28)
                .lanewise(XOR, h.lanewise(ROR, 34))
                .lanewise(XOR, h.lanewise(ROR, 39))
                .add(h.and(a).or(b.and(h.lanewise(XOR, a))))
                .add(g);

        f = f.add(LongVector.fromArray(SPECIES, w, (t + 2) * LANES))
                .add(LongVector.fromArray(SPECIES, CONSTANTS, (t + 2) * LANES))
                .add(e.lanewise(XOR, c.and(d.lanewise(XOR, e))))
                .add(c.lanewise(ROR, 14).lanewise(XOR, c.lanewise(ROR, 18)).lanewise(XOR, c.lanewise(ROR, 41)));
        b = b.add(f);
        f = g.lanewise(ROR, 28)
                .lanewise(XOR, g.lanewise(ROR, 34))
                .lanewise(XOR, g.lanewise(ROR, 39))
                .add(g.and(h).or(a.and(g.lanewise(XOR, h))))
                .add(f);

        e = e.add(LongVector.fromArray(SPECIES, w, (t + 3) * LANES))
                .add(LongVector.fromArray(SPECIES, CONSTANTS, (t + 3) * LANES))
                .add(d.lanewise(XOR, b.and(c.lanewise(XOR, d))))
                .add(b.lanewise(ROR, 14).lanewise(XOR, b.lanewise(ROR, 18)).lanewise(XOR, b.lanewise(ROR, 41)));
        a = a.add(e);
        e = f.lanewise(ROR, 28)
                .lanewise(XOR, f.lanewise(ROR, 34))
                .lanewise(XOR, f.lanewise(ROR, 39))
                .add(f.and(g).or(h.and(f.lanewise(XOR, g))))
                .add(e);

        e.intoArray(words, 0);
        f.intoArray(words, LANES);
        g.intoArray(words, 2 * LANES);
        h.intoArray(words, 3 * LANES);
        a.intoArray(words, 4 * LANES);
        b.intoArray(words, 5 * LANES);
        c.intoArray(words, 6 * LANES);
        d.intoArray(words, 7 * LANES);
    }
}
