package dev.assay.hash.blake3;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposes eight blocks of sixteen words, as {@link SixteenLanes} does, in two halves of eight
 * words and three stages. A CPU with AVX2 has no two-vector shuffle; a shuffle and a blend do it.
 */
final class EightLanes {
    private static final int LANES = 8;
    private static final int HALF_BYTES = LANES * Integer.BYTES;
    private static final int HALF = LANES * LANES;

    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_256;
    private static final VectorShuffle<Integer> UP4 = moved(-4);
    private static final VectorShuffle<Integer> UP2 = moved(-2);
    private static final VectorShuffle<Integer> UP1 = moved(-1);
    private static final VectorShuffle<Integer> DOWN4 = moved(4);
    private static final VectorShuffle<Integer> DOWN2 = moved(2);
    private static final VectorShuffle<Integer> DOWN1 = moved(1);
    private static final VectorMask<Integer> RIGHT4 = right(4);
    private static final VectorMask<Integer> RIGHT2 = right(2);
    private static final VectorMask<Integer> RIGHT1 = right(1);

    private EightLanes() {}

    /**
     * Puts word {@code i} of the blocks at {@code offset + lane * stride} into vector {@code i}.
     */
    static void transpose(MemorySegment bytes, long offset, long stride, int[] w) {
        half(bytes, offset, stride, w, 0);
        half(bytes, offset + HALF_BYTES, stride, w, HALF);
    }

    private static void half(MemorySegment bytes, long offset, long stride, int[] w, int at) {
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
        IntVector x0;
        IntVector x1;
        IntVector x2;
        IntVector x3;
        IntVector x4;
        IntVector x5;
        IntVector x6;
        IntVector x7;
        x0 = r0.blend(r4.rearrange(UP4), RIGHT4);
        x4 = r0.rearrange(DOWN4).blend(r4, RIGHT4);
        x1 = r1.blend(r5.rearrange(UP4), RIGHT4);
        x5 = r1.rearrange(DOWN4).blend(r5, RIGHT4);
        x2 = r2.blend(r6.rearrange(UP4), RIGHT4);
        x6 = r2.rearrange(DOWN4).blend(r6, RIGHT4);
        x3 = r3.blend(r7.rearrange(UP4), RIGHT4);
        x7 = r3.rearrange(DOWN4).blend(r7, RIGHT4);
        r0 = x0.blend(x2.rearrange(UP2), RIGHT2);
        r2 = x0.rearrange(DOWN2).blend(x2, RIGHT2);
        r1 = x1.blend(x3.rearrange(UP2), RIGHT2);
        r3 = x1.rearrange(DOWN2).blend(x3, RIGHT2);
        r4 = x4.blend(x6.rearrange(UP2), RIGHT2);
        r6 = x4.rearrange(DOWN2).blend(x6, RIGHT2);
        r5 = x5.blend(x7.rearrange(UP2), RIGHT2);
        r7 = x5.rearrange(DOWN2).blend(x7, RIGHT2);
        r0.blend(r1.rearrange(UP1), RIGHT1).intoArray(w, at + 0);
        r0.rearrange(DOWN1).blend(r1, RIGHT1).intoArray(w, at + 8);
        r2.blend(r3.rearrange(UP1), RIGHT1).intoArray(w, at + 16);
        r2.rearrange(DOWN1).blend(r3, RIGHT1).intoArray(w, at + 24);
        r4.blend(r5.rearrange(UP1), RIGHT1).intoArray(w, at + 32);
        r4.rearrange(DOWN1).blend(r5, RIGHT1).intoArray(w, at + 40);
        r6.blend(r7.rearrange(UP1), RIGHT1).intoArray(w, at + 48);
        r6.rearrange(DOWN1).blend(r7, RIGHT1).intoArray(w, at + 56);
    }

    /** Lane {@code i} takes lane {@code i + by}. */
    private static VectorShuffle<Integer> moved(int by) {
        return VectorShuffle.fromOp(SPECIES, i -> (i + by) & (LANES - 1));
    }

    /** The lanes of the right squares. */
    private static VectorMask<Integer> right(int side) {
        boolean[] lanes = new boolean[LANES];
        for (int i = 0; i < LANES; i++) {
            lanes[i] = (i & side) != 0;
        }
        return VectorMask.fromArray(SPECIES, lanes, 0);
    }
}
