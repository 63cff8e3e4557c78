package dev.assay.hash.blake3;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposes sixteen blocks of sixteen words, in four stages of two-vector shuffles (Eklundh,
 * 1972): stage {@code d} swaps the off-diagonal squares of side {@code d}. One such shuffle is one
 * instruction on a CPU with AVX-512; written out, since a loop over the rows would keep them in
 * memory between the stages.
 */
final class SixteenLanes {
    static final int LANES = 16;

    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_512;
    private static final IntVector LOW8 = low(8);
    private static final IntVector HIGH8 = high(8);
    private static final IntVector LOW4 = low(4);
    private static final IntVector HIGH4 = high(4);
    private static final IntVector LOW2 = low(2);
    private static final IntVector HIGH2 = high(2);
    private static final IntVector LOW1 = low(1);
    private static final IntVector HIGH1 = high(1);

    private SixteenLanes() {}

    /**
     * Puts word {@code i} of the blocks at {@code offset + lane * stride} into vector {@code i}.
     */
    static void transpose(MemorySegment bytes, long offset, long stride, int[] w) {
        IntVector r0 = IntVector.fromMemorySegment(SPECIES, bytes, offset, LITTLE_ENDIAN);
        IntVector r1 = IntVector.fromMemorySegment(SPECIES, bytes, offset + stride, LITTLE_ENDIAN);
        IntVector r2 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 2 * stride, LITTLE_ENDIAN);
        IntVector r3 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 3 * stride, LITTLE_ENDIAN);
        IntVector r4 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 4 * stride, LITTLE_ENDIAN);
        IntVector r5 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 5 * stride, LITTLE_ENDIAN);
        IntVector r6 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 6 * stride, LITTLE_ENDIAN);
        IntVector r7 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 7 * stride, LITTLE_ENDIAN);
        IntVector r8 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 8 * stride, LITTLE_ENDIAN);
        IntVector r9 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 9 * stride, LITTLE_ENDIAN);
        IntVector r10 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 10 * stride, LITTLE_ENDIAN);
        IntVector r11 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 11 * stride, LITTLE_ENDIAN);
        IntVector r12 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 12 * stride, LITTLE_ENDIAN);
        IntVector r13 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 13 * stride, LITTLE_ENDIAN);
        IntVector r14 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 14 * stride, LITTLE_ENDIAN);
        IntVector r15 =
                IntVector.fromMemorySegment(SPECIES, bytes, offset + 15 * stride, LITTLE_ENDIAN);
        IntVector x0;
        IntVector x1;
        IntVector x2;
        IntVector x3;
        IntVector x4;
        IntVector x5;
        IntVector x6;
        IntVector x7;
        IntVector x8;
        IntVector x9;
        IntVector x10;
        IntVector x11;
        IntVector x12;
        IntVector x13;
        IntVector x14;
        IntVector x15;
        x0 = LOW8.selectFrom(r0, r8);
        x8 = HIGH8.selectFrom(r0, r8);
        x1 = LOW8.selectFrom(r1, r9);
        x9 = HIGH8.selectFrom(r1, r9);
        x2 = LOW8.selectFrom(r2, r10);
        x10 = HIGH8.selectFrom(r2, r10);
        x3 = LOW8.selectFrom(r3, r11);
        x11 = HIGH8.selectFrom(r3, r11);
        x4 = LOW8.selectFrom(r4, r12);
        x12 = HIGH8.selectFrom(r4, r12);
        x5 = LOW8.selectFrom(r5, r13);
        x13 = HIGH8.selectFrom(r5, r13);
        x6 = LOW8.selectFrom(r6, r14);
        x14 = HIGH8.selectFrom(r6, r14);
        x7 = LOW8.selectFrom(r7, r15);
        x15 = HIGH8.selectFrom(r7, r15);
        r0 = LOW4.selectFrom(x0, x4);
        r4 = HIGH4.selectFrom(x0, x4);
        r1 = LOW4.selectFrom(x1, x5);
        r5 = HIGH4.selectFrom(x1, x5);
        r2 = LOW4.selectFrom(x2, x6);
        r6 = HIGH4.selectFrom(x2, x6);
        r3 = LOW4.selectFrom(x3, x7);
        r7 = HIGH4.selectFrom(x3, x7);
        r8 = LOW4.selectFrom(x8, x12);
        r12 = HIGH4.selectFrom(x8, x12);
        r9 = LOW4.selectFrom(x9, x13);
        r13 = HIGH4.selectFrom(x9, x13);
        r10 = LOW4.selectFrom(x10, x14);
        r14 = HIGH4.selectFrom(x10, x14);
        r11 = LOW4.selectFrom(x11, x15);
        r15 = HIGH4.selectFrom(x11, x15);
        x0 = LOW2.selectFrom(r0, r2);
        x2 = HIGH2.selectFrom(r0, r2);
        x1 = LOW2.selectFrom(r1, r3);
        x3 = HIGH2.selectFrom(r1, r3);
        x4 = LOW2.selectFrom(r4, r6);
        x6 = HIGH2.selectFrom(r4, r6);
        x5 = LOW2.selectFrom(r5, r7);
        x7 = HIGH2.selectFrom(r5, r7);
        x8 = LOW2.selectFrom(r8, r10);
        x10 = HIGH2.selectFrom(r8, r10);
        x9 = LOW2.selectFrom(r9, r11);
        x11 = HIGH2.selectFrom(r9, r11);
        x12 = LOW2.selectFrom(r12, r14);
        x14 = HIGH2.selectFrom(r12, r14);
        x13 = LOW2.selectFrom(r13, r15);
        x15 = HIGH2.selectFrom(r13, r15);
        LOW1.selectFrom(x0, x1).intoArray(w, 0);
        HIGH1.selectFrom(x0, x1).intoArray(w, 16);
        LOW1.selectFrom(x2, x3).intoArray(w, 32);
        HIGH1.selectFrom(x2, x3).intoArray(w, 48);
        LOW1.selectFrom(x4, x5).intoArray(w, 64);
        HIGH1.selectFrom(x4, x5).intoArray(w, 80);
        LOW1.selectFrom(x6, x7).intoArray(w, 96);
        HIGH1.selectFrom(x6, x7).intoArray(w, 112);
        LOW1.selectFrom(x8, x9).intoArray(w, 128);
        HIGH1.selectFrom(x8, x9).intoArray(w, 144);
        LOW1.selectFrom(x10, x11).intoArray(w, 160);
        HIGH1.selectFrom(x10, x11).intoArray(w, 176);
        LOW1.selectFrom(x12, x13).intoArray(w, 192);
        HIGH1.selectFrom(x12, x13).intoArray(w, 208);
        LOW1.selectFrom(x14, x15).intoArray(w, 224);
        HIGH1.selectFrom(x14, x15).intoArray(w, 240);
    }

    /** For the upper row of a pair: its own left squares, and the left ones of the lower row. */
    private static IntVector low(int side) {
        return picks(side, 0, LANES - side);
    }

    /** For the lower row of a pair: the right squares of the upper row, and its own. */
    private static IntVector high(int side) {
        return picks(side, side, LANES);
    }

    /** Index 0 to 15 picks from the first vector, 16 to 31 from the second. */
    private static IntVector picks(int side, int fromFirst, int fromSecond) {
        int[] picks = new int[LANES];
        for (int i = 0; i < LANES; i++) {
            picks[i] = i + ((i & side) == 0 ? fromFirst : fromSecond);
        }
        return IntVector.fromArray(SPECIES, picks, 0);
    }
}
