package dev.assay.hash.spi.contract;

import dev.assay.hash.spi.TreeHash;
import dev.assay.hash.spi.Workload;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** What a hash of parts in any order must keep. */
final class TreeClauses {
    private static final int SMALLEST = 64 << 10;
    private static final int LARGEST = 4 << 20;

    /** Plans for which an algorithm may choose different implementations. */
    private static final List<Workload> RUNS =
            List.of(Workload.of(0), Workload.of(1L << 30), Workload.of(Long.MAX_VALUE));

    private TreeClauses() {}

    static List<Clause> of(TreeHash hash) {
        return List.of(
                new Clause(
                        "segmentSize() is a power of two from 64 KiB to 4 MiB, always the same",
                        () -> sizesSegments(hash)),
                new Clause(
                        "finish() gives length() bytes, for one empty segment too",
                        () -> keepsLength(hash)),
                new Clause(
                        "the value does not depend on the order of the segments",
                        () -> anyOrder(hash)),
                new Clause(
                        "the value does not depend on the threads of the segments",
                        () -> anyThreads(hash)),
                new Clause("the value does not depend on the workload", () -> anyWorkload(hash)),
                new Clause(
                        "an input of unknown length has the same value, if it has one",
                        () -> anyPipe(hash)),
                new Clause("update() keeps no part of its segment", () -> keepsNothing(hash)),
                new Clause("computations do not disturb each other", () -> keepsApart(hash)),
                new Clause("other bytes give another value", () -> tellsApart(hash)));
    }

    private static void sizesSegments(TreeHash hash) {
        int size = hash.segmentSize();
        Expect.that(Integer.bitCount(size) == 1, size + " bytes");
        Expect.that(size >= SMALLEST && size <= LARGEST, size + " bytes");
        Expect.same(size, hash.segmentSize());
    }

    private static void keepsLength(TreeHash hash) {
        for (int length : lengths(hash)) {
            Expect.same(hash.length(), inOrder(hash, sample(length), RUNS.getFirst()).length);
        }
    }

    private static void anyOrder(TreeHash hash) {
        for (int length : lengths(hash)) {
            MemorySegment bytes = sample(length);
            byte[] expected = inOrder(hash, bytes, RUNS.getFirst());
            for (int seed = 0; seed < 3; seed++) {
                TreeHash.Hasher hasher = hash.newHasher(length, RUNS.getFirst());
                shuffled(count(hash, length), seed)
                        .forEach(index -> hasher.update(index, segment(hash, bytes, index)));
                Expect.same(expected, hasher.finish());
            }
        }
    }

    private static void anyThreads(TreeHash hash) {
        int length = 9 * hash.segmentSize() + 1;
        MemorySegment bytes = sample(length);
        TreeHash.Hasher hasher = hash.newHasher(length, RUNS.getFirst());
        IntStream.range(0, count(hash, length))
                .parallel()
                .forEach(index -> hasher.update(index, segment(hash, bytes, index)));
        Expect.same(inOrder(hash, bytes, RUNS.getFirst()), hasher.finish());
    }

    private static void anyWorkload(TreeHash hash) {
        MemorySegment bytes = sample(2 * hash.segmentSize() + 333);
        byte[] expected = inOrder(hash, bytes, RUNS.getFirst());
        RUNS.forEach(run -> Expect.same(expected, inOrder(hash, bytes, run)));
    }

    private static void anyPipe(TreeHash hash) {
        for (int length : lengths(hash)) {
            MemorySegment bytes = sample(length);
            Optional<TreeHash.Hasher> hasher = hash.newHasher(RUNS.getFirst());
            if (hasher.isPresent()) {
                shuffled(count(hash, length), 1)
                        .forEach(index -> hasher.get().update(index, segment(hash, bytes, index)));
                Expect.same(inOrder(hash, bytes, RUNS.getFirst()), hasher.get().finish());
            }
        }
    }

    private static void keepsNothing(TreeHash hash) {
        int length = 3 * hash.segmentSize();
        MemorySegment bytes = sample(length);
        TreeHash.Hasher hasher = hash.newHasher(length, RUNS.getFirst());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment reused = arena.allocate(hash.segmentSize());
            for (int index = 0; index < 3; index++) {
                reused.copyFrom(segment(hash, bytes, index));
                hasher.update(index, reused.asReadOnly());
                reused.fill((byte) 0);
            }
        }
        Expect.same(inOrder(hash, bytes, RUNS.getFirst()), hasher.finish());
    }

    private static void keepsApart(TreeHash hash) {
        int length = 2 * hash.segmentSize();
        MemorySegment bytes = sample(length);
        byte[] expected = inOrder(hash, bytes, RUNS.getFirst());
        TreeHash.Hasher one = hash.newHasher(length, RUNS.getFirst());
        TreeHash.Hasher other = hash.newHasher(length, RUNS.getFirst());
        one.update(1, segment(hash, bytes, 1));
        other.update(0, segment(hash, bytes, 1));
        one.update(0, segment(hash, bytes, 0));
        Expect.same(expected, one.finish());
    }

    private static void tellsApart(TreeHash hash) {
        int length = 2 * hash.segmentSize() + 5;
        byte[] changed = Expect.sample(length);
        changed[length - 1] ^= 1;
        Expect.differ(
                inOrder(hash, sample(length), RUNS.getFirst()),
                inOrder(hash, outsideTheHeap(changed), RUNS.getFirst()));
    }

    private static List<Integer> lengths(TreeHash hash) {
        int size = hash.segmentSize();
        return List.of(0, 1, size - 1, size, size + 1, 2 * size, 3 * size, 4 * size, 5 * size - 7);
    }

    private static byte[] inOrder(TreeHash hash, MemorySegment bytes, Workload run) {
        TreeHash.Hasher hasher = hash.newHasher(bytes.byteSize(), run);
        for (int index = 0; index < count(hash, bytes.byteSize()); index++) {
            hasher.update(index, segment(hash, bytes, index));
        }
        return hasher.finish();
    }

    private static int count(TreeHash hash, long length) {
        return Math.max(1, Math.toIntExact(Math.ceilDiv(length, hash.segmentSize())));
    }

    private static MemorySegment segment(TreeHash hash, MemorySegment bytes, int index) {
        long from = (long) index * hash.segmentSize();
        return bytes.asSlice(from, Math.min(hash.segmentSize(), bytes.byteSize() - from));
    }

    private static List<Integer> shuffled(int count, int seed) {
        List<Integer> order = new java.util.ArrayList<>(IntStream.range(0, count).boxed().toList());
        java.util.Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static MemorySegment sample(int length) {
        return outsideTheHeap(Expect.sample(length));
    }

    private static MemorySegment outsideTheHeap(byte[] bytes) {
        return Arena.ofAuto()
                .allocate(Math.max(1, bytes.length))
                .asSlice(0, bytes.length)
                .copyFrom(MemorySegment.ofArray(bytes))
                .asReadOnly();
    }
}
