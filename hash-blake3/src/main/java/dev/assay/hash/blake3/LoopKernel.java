package dev.assay.hash.blake3;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Many chunks at once, in loops so plain that the JIT makes vector instructions of them by itself:
 * no incubator module, and small methods, so that it is at full speed before the {@link
 * VectorKernel}.
 *
 * <p>Why it is laid out as it is:
 *
 * <ul>
 *   <li>Word {@code i} of the state of all chunks is an array of its own, and a step of the
 *       function a loop over the chunks. The loop of {@code mix} has nothing in it but four arrays
 *       that change and two that do not: four steps in one loop run at two thirds of the speed.
 *   <li>{@code mix} is called from one place, with its arrays looked up in a table. Called from
 *       several, it is compiled into each.
 *   <li>The compiler begins and ends such a loop without vectors, a few turns each; with fewer than
 *       128 chunks there is little between.
 *   <li>The words of a message are read four bytes at a time from a copy of the input in an array:
 *       indices into an array cost the compiler less than those into a segment.
 * </ul>
 */
final class LoopKernel extends Kernel {
    private static final ValueLayout.OfInt WORD =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK_WORDS = Spec.CHUNK / Integer.BYTES;
    private static final int[][] STEPS = steps();
    private static final int[] IV = Spec.iv();

    /** Chunks below which one after the other is as fast. */
    private static final int LEAST = 128;

    /** The shortest input that has so many. */
    static final int SHORTEST = LEAST * Spec.CHUNK;

    /** Chunks whose state and message, 128 bytes each, lie well in the cache next to the core. */
    private static final int MOST = 256;

    /** Parents below which one after the other is as fast. */
    private static final int FEW_PARENTS = 32;

    /** As many as threads were here at once; new arrays each time would be new to the cache. */
    private final ConcurrentLinkedDeque<Workspace> idle = new ConcurrentLinkedDeque<>();

    /** What one computation needs. */
    private static final class Workspace {
        final int[] input = new int[MOST * CHUNK_WORDS];
        final int[][] state = new int[2 * Spec.CV][MOST];
        final int[][] message = new int[Spec.WORDS][MOST];
    }

    @Override
    boolean whole(
            MemorySegment bytes,
            long offset,
            long length,
            long chunk,
            int root,
            int[] out,
            int at) {
        if (length < SHORTEST || length > MOST * Spec.CHUNK || Long.bitCount(length) != 1) {
            return false;
        }
        Workspace had = idle.poll();
        Workspace work = had == null ? new Workspace() : had;
        MemorySegment.copy(bytes, WORD, offset, work.input, 0, (int) (length / Integer.BYTES));
        int chunks = (int) (length / Spec.CHUNK);
        chunks(work.state, work.message, work.input, chunks, chunk);
        int nodes = parents(work.state, work.message, chunks);
        lastParents(work.state, nodes, root, out, at);
        idle.push(work);
        return true;
    }

    @Override
    String description() {
        return "loops";
    }

    private static void chunks(int[][] v, int[][] m, int[] input, int chunks, long first) {
        initial(v, chunks);
        for (int b = 0; b < Spec.BLOCKS; b++) {
            words(input, b * Spec.WORDS, m, chunks);
            count(v[12], v[13], chunks, first);
            compress(v, m, chunks, flags(b));
        }
    }

    private static int flags(int block) {
        return (block == 0 ? Spec.CHUNK_START : 0)
                | (block == Spec.BLOCKS - 1 ? Spec.CHUNK_END : 0);
    }

    private static void initial(int[][] v, int nodes) {
        for (int i = 0; i < Spec.CV; i++) {
            Arrays.fill(v[i], 0, nodes, IV[i]);
        }
    }

    private static void count(int[] low, int[] high, int chunks, long first) {
        for (int i = 0; i < chunks; i++) {
            low[i] = (int) (first + i);
            high[i] = (int) ((first + i) >>> Integer.SIZE);
        }
    }

    /** Joins pairs, level by level, until few are left, and returns how many. */
    private static int parents(int[][] v, int[][] m, int chunks) {
        int nodes = chunks;
        while (nodes >= 2 * FEW_PARENTS) {
            nodes /= 2;
            for (int i = 0; i < Spec.CV; i++) {
                pairs(v[i], m[i], m[Spec.CV + i], nodes);
            }
            initial(v, nodes);
            Arrays.fill(v[12], 0, nodes, 0);
            Arrays.fill(v[13], 0, nodes, 0);
            compress(v, m, nodes, Spec.PARENT);
        }
        return nodes;
    }

    private static void pairs(int[] all, int[] left, int[] right, int nodes) {
        for (int i = 0; i < nodes; i++) {
            left[i] = all[2 * i];
            right[i] = all[2 * i + 1];
        }
    }

    private static void lastParents(int[][] v, int nodes, int root, int[] out, int at) {
        int[] values = new int[nodes * Spec.CV];
        for (int i = 0; i < values.length; i++) {
            values[i] = v[i % Spec.CV][i / Spec.CV];
        }
        int[] children = new int[2 * Spec.CV];
        for (int n = nodes; n > 1; n /= 2) {
            for (int i = 0; i < n / 2; i++) {
                System.arraycopy(values, i * 2 * Spec.CV, children, 0, 2 * Spec.CV);
                Compression.parent(children, n == 2 ? root : 0, values, i * Spec.CV);
            }
        }
        System.arraycopy(values, 0, out, at, Spec.CV);
    }

    /** The words of one block of every chunk, from {@code start} on in each. */
    private static void words(int[] input, int start, int[][] m, int chunks) {
        for (int quarter = 0; quarter < Spec.WORDS; quarter += 4) {
            fourWords(
                    input,
                    start + quarter,
                    m[quarter],
                    m[quarter + 1],
                    m[quarter + 2],
                    m[quarter + 3],
                    chunks);
        }
    }

    private static void fourWords(
            int[] input, int start, int[] m0, int[] m1, int[] m2, int[] m3, int chunks) {
        for (int i = 0; i < chunks; i++) {
            int from = start + i * CHUNK_WORDS;
            m0[i] = input[from];
            m1[i] = input[from + 1];
            m2[i] = input[from + 2];
            m3[i] = input[from + 3];
        }
    }

    /**
     * One full block in every lane, on top of the chaining values in the first half of {@code v}.
     */
    private static void compress(int[][] v, int[][] m, int lanes, int flags) {
        for (int i = 0; i < 4; i++) {
            Arrays.fill(v[Spec.CV + i], 0, lanes, IV[i]);
        }
        Arrays.fill(v[14], 0, lanes, Spec.BLOCK);
        Arrays.fill(v[15], 0, lanes, flags);
        for (int[] step : STEPS) {
            mix(v[step[0]], v[step[1]], v[step[2]], v[step[3]], m[step[4]], m[step[5]], lanes);
        }
        for (int i = 0; i < Spec.CV; i++) {
            xor(v[i], v[Spec.CV + i], lanes);
        }
    }

    /** Which words of the state and of the message each step takes, four and two of them. */
    private static int[][] steps() {
        int[] schedule = Spec.schedule(1);
        int[][] steps = new int[Spec.ROUNDS * 8][];
        for (int i = 0; i < steps.length; i++) {
            int column = i % 4;
            int shift = i % 8 / 4;
            steps[i] =
                    new int[] {
                        column,
                        4 + (column + shift) % 4,
                        8 + (column + 2 * shift) % 4,
                        12 + (column + 3 * shift) % 4,
                        schedule[2 * i],
                        schedule[2 * i + 1]
                    };
        }
        return steps;
    }

    private static void mix(int[] as, int[] bs, int[] cs, int[] ds, int[] x, int[] y, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int a = as[i];
            int b = bs[i];
            int c = cs[i];
            int d = ds[i];
            a += b + x[i];
            d = Integer.rotateRight(d ^ a, 16);
            c += d;
            b = Integer.rotateRight(b ^ c, 12);
            a += b + y[i];
            d = Integer.rotateRight(d ^ a, 8);
            c += d;
            b = Integer.rotateRight(b ^ c, 7);
            as[i] = a;
            bs[i] = b;
            cs[i] = c;
            ds[i] = d;
        }
    }

    private static void xor(int[] low, int[] high, int lanes) {
        for (int i = 0; i < lanes; i++) {
            low[i] ^= high[i];
        }
    }
}
