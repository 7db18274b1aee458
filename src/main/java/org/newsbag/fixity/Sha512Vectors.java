package org.newsbag.fixity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The compression of SHA-384 and SHA-512 (FIPS 180-4, section 6.4.2) over as many messages at once as a vector has lanes. It needs the
 * module jdk.incubator.vector; everything else does without.
 */
final class Sha512Vectors {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BLOCK = 128;
    private static final int ROUNDS = 80;

    private final long[] w = new long[ROUNDS * LANES];

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
            schedule();
            rounds(state, base);
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

    private void schedule() {
        for (int t = 16 * LANES; t < ROUNDS * LANES; t += LANES) {
            var x = LongVector.fromArray(SPECIES, w, t - 15 * LANES);
            var y = LongVector.fromArray(SPECIES, w, t - 2 * LANES);
            var s0 = x.lanewise(VectorOperators.ROR, 1)
                    .lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.ROR, 8))
                    .lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 7));
            var s1 = y.lanewise(VectorOperators.ROR, 19)
                    .lanewise(VectorOperators.XOR, y.lanewise(VectorOperators.ROR, 61))
                    .lanewise(VectorOperators.XOR, y.lanewise(VectorOperators.LSHR, 6));
            s0.add(s1)
                    .add(LongVector.fromArray(SPECIES, w, t - 16 * LANES))
                    .add(LongVector.fromArray(SPECIES, w, t - 7 * LANES))
                    .intoArray(w, t);
        }
    }

    /** All in one method, which Java 17 would not inline otherwise: a third of the speed. */
    private void rounds(long[] state, int base) {
        var a = LongVector.fromArray(SPECIES, state, base);
        var b = LongVector.fromArray(SPECIES, state, base + LANES);
        var c = LongVector.fromArray(SPECIES, state, base + 2 * LANES);
        var d = LongVector.fromArray(SPECIES, state, base + 3 * LANES);
        var e = LongVector.fromArray(SPECIES, state, base + 4 * LANES);
        var f = LongVector.fromArray(SPECIES, state, base + 5 * LANES);
        var g = LongVector.fromArray(SPECIES, state, base + 6 * LANES);
        var h = LongVector.fromArray(SPECIES, state, base + 7 * LANES);
        for (int t = 0; t < ROUNDS; t++) {
            var s1 = e.lanewise(VectorOperators.ROR, 14)
                    .lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.ROR, 18))
                    .lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.ROR, 41));
            var ch = g.lanewise(VectorOperators.XOR, e.and(f.lanewise(VectorOperators.XOR, g)));
            var t1 = h.add(s1).add(ch).add(Sha512Constants.ROUNDS[t]).add(LongVector.fromArray(SPECIES, w, t * LANES));
            var s0 = a.lanewise(VectorOperators.ROR, 28)
                    .lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.ROR, 34))
                    .lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.ROR, 39));
            var maj = a.and(b).or(c.and(a.or(b)));
            h = g;
            g = f;
            f = e;
            e = d.add(t1);
            d = c;
            c = b;
            b = a;
            a = t1.add(s0).add(maj);
        }
        a.add(LongVector.fromArray(SPECIES, state, base)).intoArray(state, base);
        b.add(LongVector.fromArray(SPECIES, state, base + LANES)).intoArray(state, base + LANES);
        c.add(LongVector.fromArray(SPECIES, state, base + 2 * LANES)).intoArray(state, base + 2 * LANES);
        d.add(LongVector.fromArray(SPECIES, state, base + 3 * LANES)).intoArray(state, base + 3 * LANES);
        e.add(LongVector.fromArray(SPECIES, state, base + 4 * LANES)).intoArray(state, base + 4 * LANES);
        f.add(LongVector.fromArray(SPECIES, state, base + 5 * LANES)).intoArray(state, base + 5 * LANES);
        g.add(LongVector.fromArray(SPECIES, state, base + 6 * LANES)).intoArray(state, base + 6 * LANES);
        h.add(LongVector.fromArray(SPECIES, state, base + 7 * LANES)).intoArray(state, base + 7 * LANES);
    }
}
