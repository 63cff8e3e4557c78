package dev.assay.hash.blake3;

import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many chunks at once as a vector has lanes: word {@code i} of the state of every lane in one
 * vector.
 *
 * <p>Why it is laid out as it is:
 *
 * <ul>
 *   <li>Each lane walks a contiguous part of the input, not every sixteenth chunk. All lanes then
 *       reach the same node of their own subtrees together, two children lie side by side in memory
 *       as the message of their parent, and no parent but the last few needs a shuffle. Sixteen
 *       sequential streams are also what a prefetcher follows best.
 *   <li>{@code compress} is one round in a loop of seven. Unrolled, its bytecode is past what the
 *       first JIT tier can compile, and the method would stay interpreted or boxed for ever.
 *   <li>Every vector operation stands in the method itself. A helper of our own is not inlined any
 *       more once the graph of the method has grown past the compiler's limit, and one call that is
 *       not inlined boxes every vector: 0.2 instead of 5.8 GB/s.
 *   <li>Vectors pass between methods through one array, since a vector that crosses a call is an
 *       object.
 *   <li>The order of the statements interleaves four independent columns; the message is added to
 *       {@code a} before {@code b}, which comes later.
 * </ul>
 *
 * <p>Whoever changes it should run the benchmark of docs/benchmarks before and after.
 */
final class VectorKernel extends Kernel {
    private static final VectorSpecies<Integer> SPECIES = Simd.species();
    private static final int LANES = SPECIES.length();
    private static final int CVS = Spec.CV * LANES;
    private static final int[] SCHEDULE = Spec.schedule(LANES);
    private static final int[] IV = eachLane(Spec.iv());
    private static final IntVector LANE = IntVector.zero(SPECIES).addIndex(1);
    private static final VectorShuffle<Integer> EVEN = every(0);
    private static final VectorShuffle<Integer> ODD = every(1);

    /* The workspace: what one computation keeps, in units of ints. */
    private static final int MESSAGE = 0;
    private static final int IVS = MESSAGE + 2 * CVS;
    private static final int COUNTER = IVS + CVS;
    private static final int COUNTER_HIGH = COUNTER + LANES;
    private static final int LENGTH = COUNTER_HIGH + LANES;
    private static final int FLAGS = LENGTH + LANES;

    /** Chaining values of finished subtrees of every lane, the smallest on top. */
    private static final int STACK = FLAGS + LANES;

    /** A segment has 512 chunks, a lane at most 64 of them, so six levels and one to work in. */
    private static final int WORKSPACE = STACK + 8 * CVS;

    /** The largest subtree whose levels fit on the stack. */
    private static final long LARGEST = 64L * LANES * Spec.CHUNK;

    @Override
    boolean whole(
            MemorySegment bytes,
            long offset,
            long length,
            long chunk,
            int root,
            int[] out,
            int at) {
        int chunks = Math.toIntExact(Math.ceilDiv(length, Spec.CHUNK));
        if (chunks > LANES && (length > LARGEST || Long.bitCount(length) != 1)) {
            return false;
        }
        int[] w = new int[WORKSPACE];
        System.arraycopy(IV, 0, w, IVS, CVS);
        if (chunks > LANES) {
            lanes(w, bytes, offset, chunks / LANES, chunk);
        } else {
            few(w, bytes, offset, (int) length, chunk);
        }
        fold(w, Math.min(chunks, LANES), root);
        for (int i = 0; i < Spec.CV; i++) {
            out[at + i] = w[STACK + i * LANES];
        }
        return true;
    }

    @Override
    String description() {
        return LANES + " lanes";
    }

    /** A full subtree: every lane takes {@code perLane} chunks, a power of two, and joins them. */
    private static void lanes(int[] w, MemorySegment bytes, long offset, int perLane, long chunk) {
        long stride = (long) perLane * Spec.CHUNK;
        int top = STACK;
        for (int c = 0; c < perLane; c++) {
            count(w, chunk + c, perLane);
            chunks(w, bytes, offset + (long) c * Spec.CHUNK, stride, top);
            for (int done = c + 1; (done & 1) == 0; done >>= 1) {
                top -= CVS;
                parents(w, top, top, Spec.PARENT);
            }
            top += CVS;
        }
    }

    /** One chunk in every lane. */
    private static void chunks(int[] w, MemorySegment bytes, long offset, long stride, int out) {
        int in = IVS;
        describe(w, Spec.CHUNK_START);
        for (int b = 0; b < Spec.BLOCKS; b++) {
            if (b == 1) {
                describe(w, 0);
            } else if (b == Spec.BLOCKS - 1) {
                describe(w, Spec.CHUNK_END);
            }
            transpose(bytes, offset + (long) b * Spec.BLOCK, stride, w);
            compress(w, in, MESSAGE, out);
            in = out;
        }
    }

    /**
     * Up to one chunk in every lane, the last one perhaps not full: it stops at its last block, and
     * its value is kept from there on. Lanes behind it compute what nobody reads.
     */
    private static void few(int[] w, MemorySegment bytes, long offset, int length, long chunk) {
        MemorySegment padded = MemorySegment.ofArray(new int[LANES * Spec.CHUNK / Integer.BYTES]);
        MemorySegment.copy(bytes, offset, padded, 0, length);
        int last = (length - 1) / Spec.CHUNK;
        int lastBlock = (length - 1 - last * Spec.CHUNK) / Spec.BLOCK;
        int lastLength = length - last * Spec.CHUNK - lastBlock * Spec.BLOCK;
        int[] kept = new int[Spec.CV];
        count(w, chunk, 1);
        for (int b = 0; b < Spec.BLOCKS; b++) {
            describe(w, flags(b));
            if (b == lastBlock) {
                w[LENGTH + last] = lastLength;
                w[FLAGS + last] |= Spec.CHUNK_END;
            }
            transpose(padded, (long) b * Spec.BLOCK, Spec.CHUNK, w);
            compress(w, b == 0 ? IVS : STACK, MESSAGE, STACK);
            if (b == lastBlock) {
                take(w, last, kept);
            }
        }
        put(w, last, kept);
    }

    private static int flags(int block) {
        return (block == 0 ? Spec.CHUNK_START : 0)
                | (block == Spec.BLOCKS - 1 ? Spec.CHUNK_END : 0);
    }

    /** Joins the values of the first {@code nodes} lanes; an odd one out goes up unchanged. */
    private static void fold(int[] w, int nodes, int root) {
        int[] odd = new int[Spec.CV];
        for (int n = nodes; n > 1; n = (n + 1) / 2) {
            take(w, n - 1, odd);
            for (int i = 0; i < CVS; i += LANES) {
                IntVector words = IntVector.fromArray(SPECIES, w, STACK + i);
                words.rearrange(EVEN).intoArray(w, MESSAGE + i);
                words.rearrange(ODD).intoArray(w, MESSAGE + CVS + i);
            }
            parents(w, MESSAGE, STACK, Spec.PARENT | (n == 2 ? root : 0));
            if ((n & 1) == 1) {
                put(w, n / 2, odd);
            }
        }
    }

    /** One parent in every lane; its children lie side by side. */
    private static void parents(int[] w, int children, int out, int flags) {
        Arrays.fill(w, COUNTER, COUNTER_HIGH + LANES, 0);
        describe(w, flags);
        compress(w, IVS, children, out);
    }

    /** Numbers the chunks of the lanes: {@code first}, {@code first + step} and so on. */
    private static void count(int[] w, long first, int step) {
        LANE.mul(step).add((int) first).intoArray(w, COUNTER);
        Arrays.fill(w, COUNTER_HIGH, COUNTER_HIGH + LANES, (int) (first >>> Integer.SIZE));
    }

    /** A full block with these flags in every lane. */
    private static void describe(int[] w, int flags) {
        Arrays.fill(w, LENGTH, LENGTH + LANES, Spec.BLOCK);
        Arrays.fill(w, FLAGS, FLAGS + LANES, flags);
    }

    private static void take(int[] w, int lane, int[] cv) {
        for (int i = 0; i < Spec.CV; i++) {
            cv[i] = w[STACK + i * LANES + lane];
        }
    }

    private static void put(int[] w, int lane, int[] cv) {
        for (int i = 0; i < Spec.CV; i++) {
            w[STACK + i * LANES + lane] = cv[i];
        }
    }

    private static void transpose(MemorySegment bytes, long offset, long stride, int[] w) {
        if (LANES == SixteenLanes.LANES) {
            SixteenLanes.transpose(bytes, offset, stride, w);
        } else {
            EightLanes.transpose(bytes, offset, stride, w);
        }
    }

    /**
     * One block in every lane: chaining values at {@code in} and message words at {@code m} give
     * chaining values at {@code out}.
     */
    private static void compress(int[] w, int in, int m, int out) {
        IntVector v0 = IntVector.fromArray(SPECIES, w, in);
        IntVector v1 = IntVector.fromArray(SPECIES, w, in + LANES);
        IntVector v2 = IntVector.fromArray(SPECIES, w, in + 2 * LANES);
        IntVector v3 = IntVector.fromArray(SPECIES, w, in + 3 * LANES);
        IntVector v4 = IntVector.fromArray(SPECIES, w, in + 4 * LANES);
        IntVector v5 = IntVector.fromArray(SPECIES, w, in + 5 * LANES);
        IntVector v6 = IntVector.fromArray(SPECIES, w, in + 6 * LANES);
        IntVector v7 = IntVector.fromArray(SPECIES, w, in + 7 * LANES);
        IntVector v8 = IntVector.broadcast(SPECIES, Spec.IV0);
        IntVector v9 = IntVector.broadcast(SPECIES, Spec.IV1);
        IntVector v10 = IntVector.broadcast(SPECIES, Spec.IV2);
        IntVector v11 = IntVector.broadcast(SPECIES, Spec.IV3);
        IntVector v12 = IntVector.fromArray(SPECIES, w, COUNTER);
        IntVector v13 = IntVector.fromArray(SPECIES, w, COUNTER_HIGH);
        IntVector v14 = IntVector.fromArray(SPECIES, w, LENGTH);
        IntVector v15 = IntVector.fromArray(SPECIES, w, FLAGS);
        int[] s = SCHEDULE;
        for (int r = 0; r < Spec.ROUNDS * 16; r += 16) {
            v0 = v0.add(IntVector.fromArray(SPECIES, w, m + s[r])).add(v4);
            v1 = v1.add(IntVector.fromArray(SPECIES, w, m + s[r + 2])).add(v5);
            v2 = v2.add(IntVector.fromArray(SPECIES, w, m + s[r + 4])).add(v6);
            v3 = v3.add(IntVector.fromArray(SPECIES, w, m + s[r + 6])).add(v7);
            v12 = v12.lanewise(XOR, v0).lanewise(ROR, 16);
            v13 = v13.lanewise(XOR, v1).lanewise(ROR, 16);
            v14 = v14.lanewise(XOR, v2).lanewise(ROR, 16);
            v15 = v15.lanewise(XOR, v3).lanewise(ROR, 16);
            v8 = v8.add(v12);
            v9 = v9.add(v13);
            v10 = v10.add(v14);
            v11 = v11.add(v15);
            v4 = v4.lanewise(XOR, v8).lanewise(ROR, 12);
            v5 = v5.lanewise(XOR, v9).lanewise(ROR, 12);
            v6 = v6.lanewise(XOR, v10).lanewise(ROR, 12);
            v7 = v7.lanewise(XOR, v11).lanewise(ROR, 12);
            v0 = v0.add(IntVector.fromArray(SPECIES, w, m + s[r + 1])).add(v4);
            v1 = v1.add(IntVector.fromArray(SPECIES, w, m + s[r + 3])).add(v5);
            v2 = v2.add(IntVector.fromArray(SPECIES, w, m + s[r + 5])).add(v6);
            v3 = v3.add(IntVector.fromArray(SPECIES, w, m + s[r + 7])).add(v7);
            v12 = v12.lanewise(XOR, v0).lanewise(ROR, 8);
            v13 = v13.lanewise(XOR, v1).lanewise(ROR, 8);
            v14 = v14.lanewise(XOR, v2).lanewise(ROR, 8);
            v15 = v15.lanewise(XOR, v3).lanewise(ROR, 8);
            v8 = v8.add(v12);
            v9 = v9.add(v13);
            v10 = v10.add(v14);
            v11 = v11.add(v15);
            v4 = v4.lanewise(XOR, v8).lanewise(ROR, 7);
            v5 = v5.lanewise(XOR, v9).lanewise(ROR, 7);
            v6 = v6.lanewise(XOR, v10).lanewise(ROR, 7);
            v7 = v7.lanewise(XOR, v11).lanewise(ROR, 7);

            v0 = v0.add(IntVector.fromArray(SPECIES, w, m + s[r + 8])).add(v5);
            v1 = v1.add(IntVector.fromArray(SPECIES, w, m + s[r + 10])).add(v6);
            v2 = v2.add(IntVector.fromArray(SPECIES, w, m + s[r + 12])).add(v7);
            v3 = v3.add(IntVector.fromArray(SPECIES, w, m + s[r + 14])).add(v4);
            v15 = v15.lanewise(XOR, v0).lanewise(ROR, 16);
            v12 = v12.lanewise(XOR, v1).lanewise(ROR, 16);
            v13 = v13.lanewise(XOR, v2).lanewise(ROR, 16);
            v14 = v14.lanewise(XOR, v3).lanewise(ROR, 16);
            v10 = v10.add(v15);
            v11 = v11.add(v12);
            v8 = v8.add(v13);
            v9 = v9.add(v14);
            v5 = v5.lanewise(XOR, v10).lanewise(ROR, 12);
            v6 = v6.lanewise(XOR, v11).lanewise(ROR, 12);
            v7 = v7.lanewise(XOR, v8).lanewise(ROR, 12);
            v4 = v4.lanewise(XOR, v9).lanewise(ROR, 12);
            v0 = v0.add(IntVector.fromArray(SPECIES, w, m + s[r + 9])).add(v5);
            v1 = v1.add(IntVector.fromArray(SPECIES, w, m + s[r + 11])).add(v6);
            v2 = v2.add(IntVector.fromArray(SPECIES, w, m + s[r + 13])).add(v7);
            v3 = v3.add(IntVector.fromArray(SPECIES, w, m + s[r + 15])).add(v4);
            v15 = v15.lanewise(XOR, v0).lanewise(ROR, 8);
            v12 = v12.lanewise(XOR, v1).lanewise(ROR, 8);
            v13 = v13.lanewise(XOR, v2).lanewise(ROR, 8);
            v14 = v14.lanewise(XOR, v3).lanewise(ROR, 8);
            v10 = v10.add(v15);
            v11 = v11.add(v12);
            v8 = v8.add(v13);
            v9 = v9.add(v14);
            v5 = v5.lanewise(XOR, v10).lanewise(ROR, 7);
            v6 = v6.lanewise(XOR, v11).lanewise(ROR, 7);
            v7 = v7.lanewise(XOR, v8).lanewise(ROR, 7);
            v4 = v4.lanewise(XOR, v9).lanewise(ROR, 7);
        }
        v0.lanewise(XOR, v8).intoArray(w, out);
        v1.lanewise(XOR, v9).intoArray(w, out + LANES);
        v2.lanewise(XOR, v10).intoArray(w, out + 2 * LANES);
        v3.lanewise(XOR, v11).intoArray(w, out + 3 * LANES);
        v4.lanewise(XOR, v12).intoArray(w, out + 4 * LANES);
        v5.lanewise(XOR, v13).intoArray(w, out + 5 * LANES);
        v6.lanewise(XOR, v14).intoArray(w, out + 6 * LANES);
        v7.lanewise(XOR, v15).intoArray(w, out + 7 * LANES);
    }

    private static int[] eachLane(int[] words) {
        int[] all = new int[words.length * LANES];
        for (int i = 0; i < all.length; i++) {
            all[i] = words[i / LANES];
        }
        return all;
    }

    private static VectorShuffle<Integer> every(int first) {
        return VectorShuffle.fromOp(SPECIES, lane -> (2 * lane + first) % LANES);
    }
}
