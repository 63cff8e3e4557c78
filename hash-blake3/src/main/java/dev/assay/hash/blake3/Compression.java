package dev.assay.hash.blake3;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The compression function, one block at a time. */
final class Compression {
    private static final ValueLayout.OfInt WORD =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int[] IV = Spec.iv();

    private Compression() {}

    /** The chaining value of one chunk of at most 1 KiB. */
    static void chunk(
            MemorySegment bytes,
            long offset,
            int length,
            long counter,
            int root,
            int[] out,
            int at) {
        int[] block = new int[Spec.WORDS];
        System.arraycopy(IV, 0, out, at, Spec.CV);
        int flags = Spec.CHUNK_START;
        int done = 0;
        for (; length - done > Spec.BLOCK; done += Spec.BLOCK) {
            load(bytes, offset + done, block);
            compress(out, at, block, counter, Spec.BLOCK, flags);
            flags = 0;
        }
        loadLast(bytes, offset + done, length - done, block);
        compress(out, at, block, counter, length - done, flags | Spec.CHUNK_END | root);
    }

    /** The chaining value of the parent of two nodes, given their eight words each. */
    static void parent(int[] children, int root, int[] out, int at) {
        System.arraycopy(IV, 0, out, at, Spec.CV);
        compress(out, at, children, 0, Spec.BLOCK, Spec.PARENT | root);
    }

    private static void load(MemorySegment bytes, long offset, int[] block) {
        MemorySegment.copy(bytes, WORD, offset, block, 0, Spec.WORDS);
    }

    private static void loadLast(MemorySegment bytes, long offset, int length, int[] block) {
        byte[] padded = new byte[Spec.BLOCK];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, padded, 0, length);
        load(MemorySegment.ofArray(padded), 0, block);
    }

    /**
     * Replaces the chaining value at {@code at} by that of one more block.
     *
     * <p>The message stays in sixteen variables that are permuted after each round. A table of
     * indices, or seven rounds written out, is a third slower: the compiler then loads every word
     * from memory, and spills more.
     */
    private static void compress(int[] cv, int at, int[] m, long counter, int length, int flags) {
        int v0 = cv[at];
        int v1 = cv[at + 1];
        int v2 = cv[at + 2];
        int v3 = cv[at + 3];
        int v4 = cv[at + 4];
        int v5 = cv[at + 5];
        int v6 = cv[at + 6];
        int v7 = cv[at + 7];
        int v8 = Spec.IV0;
        int v9 = Spec.IV1;
        int v10 = Spec.IV2;
        int v11 = Spec.IV3;
        int v12 = (int) counter;
        int v13 = (int) (counter >>> 32);
        int v14 = length;
        int v15 = flags;
        int m0 = m[0];
        int m1 = m[1];
        int m2 = m[2];
        int m3 = m[3];
        int m4 = m[4];
        int m5 = m[5];
        int m6 = m[6];
        int m7 = m[7];
        int m8 = m[8];
        int m9 = m[9];
        int m10 = m[10];
        int m11 = m[11];
        int m12 = m[12];
        int m13 = m[13];
        int m14 = m[14];
        int m15 = m[15];
        for (int round = 1; ; round++) {
            v0 = v0 + m0 + v4;
            v1 = v1 + m2 + v5;
            v2 = v2 + m4 + v6;
            v3 = v3 + m6 + v7;
            v12 = Integer.rotateRight(v12 ^ v0, 16);
            v13 = Integer.rotateRight(v13 ^ v1, 16);
            v14 = Integer.rotateRight(v14 ^ v2, 16);
            v15 = Integer.rotateRight(v15 ^ v3, 16);
            v8 = v8 + v12;
            v9 = v9 + v13;
            v10 = v10 + v14;
            v11 = v11 + v15;
            v4 = Integer.rotateRight(v4 ^ v8, 12);
            v5 = Integer.rotateRight(v5 ^ v9, 12);
            v6 = Integer.rotateRight(v6 ^ v10, 12);
            v7 = Integer.rotateRight(v7 ^ v11, 12);
            v0 = v0 + m1 + v4;
            v1 = v1 + m3 + v5;
            v2 = v2 + m5 + v6;
            v3 = v3 + m7 + v7;
            v12 = Integer.rotateRight(v12 ^ v0, 8);
            v13 = Integer.rotateRight(v13 ^ v1, 8);
            v14 = Integer.rotateRight(v14 ^ v2, 8);
            v15 = Integer.rotateRight(v15 ^ v3, 8);
            v8 = v8 + v12;
            v9 = v9 + v13;
            v10 = v10 + v14;
            v11 = v11 + v15;
            v4 = Integer.rotateRight(v4 ^ v8, 7);
            v5 = Integer.rotateRight(v5 ^ v9, 7);
            v6 = Integer.rotateRight(v6 ^ v10, 7);
            v7 = Integer.rotateRight(v7 ^ v11, 7);

            v0 = v0 + m8 + v5;
            v1 = v1 + m10 + v6;
            v2 = v2 + m12 + v7;
            v3 = v3 + m14 + v4;
            v15 = Integer.rotateRight(v15 ^ v0, 16);
            v12 = Integer.rotateRight(v12 ^ v1, 16);
            v13 = Integer.rotateRight(v13 ^ v2, 16);
            v14 = Integer.rotateRight(v14 ^ v3, 16);
            v10 = v10 + v15;
            v11 = v11 + v12;
            v8 = v8 + v13;
            v9 = v9 + v14;
            v5 = Integer.rotateRight(v5 ^ v10, 12);
            v6 = Integer.rotateRight(v6 ^ v11, 12);
            v7 = Integer.rotateRight(v7 ^ v8, 12);
            v4 = Integer.rotateRight(v4 ^ v9, 12);
            v0 = v0 + m9 + v5;
            v1 = v1 + m11 + v6;
            v2 = v2 + m13 + v7;
            v3 = v3 + m15 + v4;
            v15 = Integer.rotateRight(v15 ^ v0, 8);
            v12 = Integer.rotateRight(v12 ^ v1, 8);
            v13 = Integer.rotateRight(v13 ^ v2, 8);
            v14 = Integer.rotateRight(v14 ^ v3, 8);
            v10 = v10 + v15;
            v11 = v11 + v12;
            v8 = v8 + v13;
            v9 = v9 + v14;
            v5 = Integer.rotateRight(v5 ^ v10, 7);
            v6 = Integer.rotateRight(v6 ^ v11, 7);
            v7 = Integer.rotateRight(v7 ^ v8, 7);
            v4 = Integer.rotateRight(v4 ^ v9, 7);
            if (round == Spec.ROUNDS) {
                break;
            }
            int t0 = m2;
            int t1 = m6;
            int t2 = m3;
            int t3 = m10;
            int t4 = m7;
            int t5 = m0;
            int t6 = m4;
            int t7 = m13;
            int t8 = m1;
            int t9 = m11;
            int t10 = m12;
            int t11 = m5;
            int t12 = m9;
            int t13 = m14;
            int t14 = m15;
            int t15 = m8;
            m0 = t0;
            m1 = t1;
            m2 = t2;
            m3 = t3;
            m4 = t4;
            m5 = t5;
            m6 = t6;
            m7 = t7;
            m8 = t8;
            m9 = t9;
            m10 = t10;
            m11 = t11;
            m12 = t12;
            m13 = t13;
            m14 = t14;
            m15 = t15;
        }
        cv[at] = v0 ^ v8;
        cv[at + 1] = v1 ^ v9;
        cv[at + 2] = v2 ^ v10;
        cv[at + 3] = v3 ^ v11;
        cv[at + 4] = v4 ^ v12;
        cv[at + 5] = v5 ^ v13;
        cv[at + 6] = v6 ^ v14;
        cv[at + 7] = v7 ^ v15;
    }
}
