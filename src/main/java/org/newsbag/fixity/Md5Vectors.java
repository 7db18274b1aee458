package org.newsbag.fixity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The compression of MD5 (RFC 1321, section 3.4) over as many messages at once as a vector has lanes. It needs the module
 * jdk.incubator.vector; everything else does without.
 */
final class Md5Vectors {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 64;

    private final int[] w = new int[16 * LANES];
    private final int[] sums = new int[4 * LANES];

    /**
     * Takes in the same number of bytes for each lane.
     *
     * @param state the first word of every lane, then the second, and so on, from {@code base}
     * @param blocks where the bytes of lane n are: in the array {@code first + n}, from the same place of {@code at}
     * @param length in bytes, a multiple of 64
     */
    void compress(int[] state, int base, byte[][] blocks, int[] at, int first, int length) {
        for (int offset = 0; offset < length; offset += BLOCK) {
            load(blocks, at, first, offset);
            System.arraycopy(state, base, sums, 0, 4 * LANES);
            firstRound();
            secondRound();
            thirdRound();
            fourthRound();
            for (int i = 0; i < 4 * LANES; i += LANES)
                IntVector.fromArray(SPECIES, state, base + i)
                        .add(IntVector.fromArray(SPECIES, sums, i))
                        .intoArray(state, base + i);
        }
    }

    /** Word for word by hand: in a loop it took half of all the time. */
    private void load(byte[][] blocks, int[] at, int first, int offset) {
        final int[] w = this.w;
        for (int lane = 0; lane < LANES; lane++) {
            byte[] block = blocks[first + lane];
            int p = at[first + lane] + offset;
            w[lane] = (int) VIEW.get(block, p);
            w[LANES + lane] = (int) VIEW.get(block, p + 4);
            w[2 * LANES + lane] = (int) VIEW.get(block, p + 8);
            w[3 * LANES + lane] = (int) VIEW.get(block, p + 12);
            w[4 * LANES + lane] = (int) VIEW.get(block, p + 16);
            w[5 * LANES + lane] = (int) VIEW.get(block, p + 20);
            w[6 * LANES + lane] = (int) VIEW.get(block, p + 24);
            w[7 * LANES + lane] = (int) VIEW.get(block, p + 28);
            w[8 * LANES + lane] = (int) VIEW.get(block, p + 32);
            w[9 * LANES + lane] = (int) VIEW.get(block, p + 36);
            w[10 * LANES + lane] = (int) VIEW.get(block, p + 40);
            w[11 * LANES + lane] = (int) VIEW.get(block, p + 44);
            w[12 * LANES + lane] = (int) VIEW.get(block, p + 48);
            w[13 * LANES + lane] = (int) VIEW.get(block, p + 52);
            w[14 * LANES + lane] = (int) VIEW.get(block, p + 56);
            w[15 * LANES + lane] = (int) VIEW.get(block, p + 60);
        }
    }

    private void firstRound() {
        var a = IntVector.fromArray(SPECIES, sums, 0);
        var b = IntVector.fromArray(SPECIES, sums, LANES);
        var c = IntVector.fromArray(SPECIES, sums, 2 * LANES);
        var d = IntVector.fromArray(SPECIES, sums, 3 * LANES);
        for (int t = 0; t < 16; t += 4) {
            a = a.add(d.lanewise(VectorOperators.XOR, b.and(c.lanewise(VectorOperators.XOR, d))))
                    .add(Md5Lanes.ROUNDS[t])
                    .add(IntVector.fromArray(SPECIES, w, (t) * LANES))
                    .lanewise(VectorOperators.ROL, 7)
                    .add(b);
            d = d.add(c.lanewise(VectorOperators.XOR, a.and(b.lanewise(VectorOperators.XOR, c))))
                    .add(Md5Lanes.ROUNDS[t + 1])
                    .add(IntVector.fromArray(SPECIES, w, (t + 1) * LANES))
                    .lanewise(VectorOperators.ROL, 12)
                    .add(a);
            c = c.add(b.lanewise(VectorOperators.XOR, d.and(a.lanewise(VectorOperators.XOR, b))))
                    .add(Md5Lanes.ROUNDS[t + 2])
                    .add(IntVector.fromArray(SPECIES, w, (t + 2) * LANES))
                    .lanewise(VectorOperators.ROL, 17)
                    .add(d);
            b = b.add(a.lanewise(VectorOperators.XOR, c.and(d.lanewise(VectorOperators.XOR, a))))
                    .add(Md5Lanes.ROUNDS[t + 3])
                    .add(IntVector.fromArray(SPECIES, w, (t + 3) * LANES))
                    .lanewise(VectorOperators.ROL, 22)
                    .add(c);
        }
        a.intoArray(sums, 0);
        b.intoArray(sums, LANES);
        c.intoArray(sums, 2 * LANES);
        d.intoArray(sums, 3 * LANES);
    }

    private void secondRound() {
        var a = IntVector.fromArray(SPECIES, sums, 0);
        var b = IntVector.fromArray(SPECIES, sums, LANES);
        var c = IntVector.fromArray(SPECIES, sums, 2 * LANES);
        var d = IntVector.fromArray(SPECIES, sums, 3 * LANES);
        for (int t = 0; t < 16; t += 4) {
            a = a.add(c.lanewise(VectorOperators.XOR, d.and(b.lanewise(VectorOperators.XOR, c))))
                    .add(Md5Lanes.ROUNDS[16 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((5 * t + 1) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 5)
                    .add(b);
            d = d.add(b.lanewise(VectorOperators.XOR, c.and(a.lanewise(VectorOperators.XOR, b))))
                    .add(Md5Lanes.ROUNDS[17 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((5 * t + 6) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 9)
                    .add(a);
            c = c.add(a.lanewise(VectorOperators.XOR, b.and(d.lanewise(VectorOperators.XOR, a))))
                    .add(Md5Lanes.ROUNDS[18 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((5 * t + 11) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 14)
                    .add(d);
            b = b.add(d.lanewise(VectorOperators.XOR, a.and(c.lanewise(VectorOperators.XOR, d))))
                    .add(Md5Lanes.ROUNDS[19 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((5 * t + 16) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 20)
                    .add(c);
        }
        a.intoArray(sums, 0);
        b.intoArray(sums, LANES);
        c.intoArray(sums, 2 * LANES);
        d.intoArray(sums, 3 * LANES);
    }

    private void thirdRound() {
        var a = IntVector.fromArray(SPECIES, sums, 0);
        var b = IntVector.fromArray(SPECIES, sums, LANES);
        var c = IntVector.fromArray(SPECIES, sums, 2 * LANES);
        var d = IntVector.fromArray(SPECIES, sums, 3 * LANES);
        for (int t = 0; t < 16; t += 4) {
            a = a.add(b.lanewise(VectorOperators.XOR, c).lanewise(VectorOperators.XOR, d))
                    .add(Md5Lanes.ROUNDS[32 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((3 * t + 5) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 4)
                    .add(b);
            d = d.add(a.lanewise(VectorOperators.XOR, b).lanewise(VectorOperators.XOR, c))
                    .add(Md5Lanes.ROUNDS[33 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((3 * t + 8) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 11)
                    .add(a);
            c = c.add(d.lanewise(VectorOperators.XOR, a).lanewise(VectorOperators.XOR, b))
                    .add(Md5Lanes.ROUNDS[34 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((3 * t + 11) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 16)
                    .add(d);
            b = b.add(c.lanewise(VectorOperators.XOR, d).lanewise(VectorOperators.XOR, a))
                    .add(Md5Lanes.ROUNDS[35 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((3 * t + 14) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 23)
                    .add(c);
        }
        a.intoArray(sums, 0);
        b.intoArray(sums, LANES);
        c.intoArray(sums, 2 * LANES);
        d.intoArray(sums, 3 * LANES);
    }

    private void fourthRound() {
        var a = IntVector.fromArray(SPECIES, sums, 0);
        var b = IntVector.fromArray(SPECIES, sums, LANES);
        var c = IntVector.fromArray(SPECIES, sums, 2 * LANES);
        var d = IntVector.fromArray(SPECIES, sums, 3 * LANES);
        for (int t = 0; t < 16; t += 4) {
            a = a.add(c.lanewise(VectorOperators.XOR, b.or(d.not())))
                    .add(Md5Lanes.ROUNDS[48 + t])
                    .add(IntVector.fromArray(SPECIES, w, (7 * t % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 6)
                    .add(b);
            d = d.add(b.lanewise(VectorOperators.XOR, a.or(c.not())))
                    .add(Md5Lanes.ROUNDS[49 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((7 * t + 7) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 10)
                    .add(a);
            c = c.add(a.lanewise(VectorOperators.XOR, d.or(b.not())))
                    .add(Md5Lanes.ROUNDS[50 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((7 * t + 14) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 15)
                    .add(d);
            b = b.add(d.lanewise(VectorOperators.XOR, c.or(a.not())))
                    .add(Md5Lanes.ROUNDS[51 + t])
                    .add(IntVector.fromArray(SPECIES, w, ((7 * t + 21) % 16) * LANES))
                    .lanewise(VectorOperators.ROL, 21)
                    .add(c);
        }
        a.intoArray(sums, 0);
        b.intoArray(sums, LANES);
        c.intoArray(sums, 2 * LANES);
        d.intoArray(sums, 3 * LANES);
    }
}
