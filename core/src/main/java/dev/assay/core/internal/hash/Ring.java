package dev.assay.core.internal.hash;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of one sweep: either free, or holding bytes that somebody still has to hash. */
final class Ring {
    private final List<Block> all;
    private final Deque<Block> free = new ArrayDeque<>();
    private volatile boolean lost;

    Ring(int count, int size) {
        this.all = Blocks.allocate(count, size).map(Block::new).toList();
        freeAll();
    }

    /** Tells that a read into one of the blocks hangs and may still write into it at any time. */
    void lose() {
        lost = true;
    }

    /** {@return whether nobody may use it again} */
    boolean isLost() {
        return lost;
    }

    /** Makes the ring as good as new. */
    final void freeAll() {
        free.clear();
        free.addAll(all);
    }

    /** Some bytes of the input, and how many hashes have not seen them yet. */
    static final class Block {
        private final MemorySegment memory;
        private long position;
        private int length;
        private int pending;

        private Block(MemorySegment memory) {
            this.memory = memory;
        }

        /** {@return the memory to read into} */
        MemorySegment memory() {
            return memory;
        }

        void filled(long from, int count) {
            position = from;
            length = count;
        }

        MemorySegment bytes() {
            return memory.asSlice(0, length);
        }

        long position() {
            return position;
        }

        int length() {
            return length;
        }

        void expect(int hashes) {
            pending = hashes;
        }

        /** {@return whether nobody needs these bytes any more} */
        boolean seen() {
            pending--;
            return pending <= 0;
        }
    }

    long blockSize() {
        return all.getFirst().memory.byteSize();
    }

    @Nullable Block take() {
        return free.poll();
    }

    /** {@return whether it is time to wake the reader, which is not worth it for every block} */
    boolean isHalfFree() {
        return 2 * free.size() >= all.size();
    }

    void free(Block block) {
        free.push(block);
    }
}
