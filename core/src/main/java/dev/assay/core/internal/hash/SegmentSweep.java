package dev.assay.core.internal.hash;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a large file of a disk that anybody may read from, for hashes that take its parts
 * in any order: every worker reads a part and hashes it while it is in the worker's cache. Without
 * sequential hashes this beats a ring, for no block wanders from one core to another.
 */
final class SegmentSweep implements Crew.Work {
    private final Crew crew;
    private final HashPlan plan;
    private final OpenFile file;
    private final LongConsumer progress;
    private final Consumer<Sweep.Result> done;
    private final BlockCrcs crcs;
    private final int blockSize;
    private final long size;

    private long position;
    private int running;
    private boolean finishing;
    private volatile boolean aborted;
    private volatile @Nullable IOException trouble;

    SegmentSweep(
            Crew crew,
            HashPlan plan,
            OpenFile file,
            LongConsumer progress,
            Consumer<Sweep.Result> done) {
        this.crew = crew;
        this.plan = plan;
        this.file = file;
        this.progress = progress;
        this.done = done;
        this.crcs = plan.blockCrcs();
        this.blockSize = Blocks.smallFor(plan.parts());
        this.size = file.stamp().size();
    }

    void start() {
        crew.add(this, true);
    }

    void abort() {
        crew.locked(() -> aborted = true);
    }

    @Override
    public Crew.@Nullable Task next() {
        if (!finishing && !aborted && position < size) {
            long from = position;
            position = Math.min(size, position + blockSize);
            running++;
            return scratch -> take(from, scratch.atLeast(blockSize));
        }
        return !finishing && running == 0 ? finish() : null;
    }

    private void take(long from, MemorySegment memory) {
        MemorySegment block = memory.asSlice(0, Math.min(blockSize, size - from));
        try {
            file.read(block.asByteBuffer(), from);
            crcs.add(from, block);
            plan.parts().forEach(parts -> parts.updateAll(block, from));
            progress.accept(block.byteSize());
        } catch (IOException | RuntimeException e) {
            trouble = e instanceof IOException io ? io : new IOException(e.toString(), e);
            aborted = true;
        } finally {
            crew.locked(() -> running--);
        }
    }

    private Crew.Task finish() {
        finishing = true;
        return _ -> {
            crew.remove(this);
            done.accept(result());
        };
    }

    private Sweep.Result result() {
        try (file) {
            if (aborted) {
                IOException why = trouble;
                return new Sweep.Result(null, why == null ? new IOException("cancelled") : why);
            }
            file.requireUnchanged();
            return new Sweep.Result(Results.ok(plan.outcomes(), crcs.of(size), size), null);
        } catch (IOException e) {
            return new Sweep.Result(null, e);
        }
    }
}
