package dev.assay.core.internal.hash;

import dev.assay.core.internal.plugin.Guard;
import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.TreeHash;
import dev.assay.hash.spi.Workload;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A hash that takes its segments in any order, at work on one input; safe for many threads. */
final class Parts {
    private final TreeHash hash;
    private final int segmentSize;
    private final TreeHash.@Nullable Hasher hasher;
    private volatile @Nullable String failure;

    private Parts(TreeHash hash, Supplier<TreeHash.Hasher> start) {
        this.hash = hash;
        TreeHash.Hasher started = null;
        int size = Blocks.SIZE;
        try {
            size = checked(hash.segmentSize());
            started = start.get();
        } catch (RuntimeException | LinkageError e) {
            failure = Guard.describe(e);
        }
        this.hasher = started;
        this.segmentSize = size;
    }

    static Parts of(TreeHash hash, long length, Workload run) {
        return new Parts(hash, () -> hash.newHasher(length, run));
    }

    /** {@return the hash over an input of unknown length, if it can do that} */
    static Optional<Parts> ofPipe(TreeHash hash) {
        return hash.newHasher(Workload.of(0)).map(hasher -> new Parts(hash, () -> hasher));
    }

    private static int checked(int size) {
        if (Integer.bitCount(size) != 1 || size > Blocks.LARGEST) {
            throw new IllegalStateException("its segments have " + size + " bytes");
        }
        return size;
    }

    HashId id() {
        return hash.id();
    }

    int segmentSize() {
        return segmentSize;
    }

    /** Takes the segment that starts at {@code position}. */
    void update(MemorySegment segment, long position) {
        if (failure != null || hasher == null) {
            return;
        }
        try {
            hasher.update(position / segmentSize, segment.asReadOnly());
        } catch (RuntimeException | LinkageError e) {
            failure = Guard.describe(e);
        }
    }

    /** Takes all segments of a block of the input, which starts at {@code position}. */
    void updateAll(MemorySegment block, long position) {
        for (long at = 0; at < block.byteSize(); at += segmentSize) {
            long length = Math.min(segmentSize, block.byteSize() - at);
            update(block.asSlice(at, length), position + at);
        }
    }

    /** An empty input has one empty segment. */
    void updateEmpty() {
        update(Arena.ofAuto().allocate(1).asSlice(0, 0), 0);
    }

    HashOutcome outcome() {
        String why = failure;
        return why == null && hasher != null
                ? Outcomes.computed(hash, hasher::finish)
                : new HashOutcome.Failed(id(), why == null ? "it gave no hasher" : why);
    }
}
