package dev.assay.core.internal.hash;

import java.io.Closeable;
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
    private final Place place;
    private final LongConsumer progress;
    private final Consumer<Sweep.Result> done;
    private final BlockCrcs crcs;
    private final int blockSize;
    private final long size;

    private long position;
    private int running;
    private boolean finishing;
    private volatile boolean aborted;
    private boolean left;
    private @Nullable IOException trouble;

    SegmentSweep(
            Crew crew,
            HashPlan plan,
            OpenFile file,
            Place place,
            LongConsumer progress,
            Consumer<Sweep.Result> done) {
        this.crew = crew;
        this.plan = plan;
        this.file = file;
        this.place = place;
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
            return new Take(from);
        }
        if (finishing || running > 0) {
            return null;
        }
        finishing = true;
        return new Finish();
    }

    private void fail(IOException e) {
        crew.locked(() -> {
            trouble = trouble == null ? e : trouble;
            aborted = true;
        });
    }

    /** Reads and hashes a part. */
    private final class Take implements Crew.Task {
        private final long from;

        Take(long from) {
            this.from = from;
        }

        @Override
        public void run(Scratch scratch) {
            Calls calls = scratch.calls();
            calls.at(place, file.path());
            try {
                take(scratch.atLeast(blockSize), calls);
            } catch (IOException e) {
                fail(e);
            } catch (RuntimeException e) {
                fail(new IOException(e.toString(), e));
            } finally {
                leave(calls);
            }
        }

        private void take(MemorySegment memory, Calls calls) throws IOException {
            MemorySegment block = memory.asSlice(0, Math.min(blockSize, size - from));
            file.read(calls, block.asByteBuffer(), from);
            crcs.add(from, block);
            plan.parts().forEach(parts -> parts.updateAll(block, from));
            progress.accept(block.byteSize());
        }

        /** Closing waits for everybody who reads, so whoever hangs does it when he comes back. */
        private void leave(Calls calls) {
            if (!calls.isGivenUp()) {
                crew.locked(() -> running--);
                return;
            }
            try {
                calls.close(file);
            } catch (IOException e) {
                fail(e);
            }
        }

        @Override
        public void givenUp(SilentException why) {
            fail(why);
            crew.locked(() -> {
                left = true;
                running--;
            });
        }
    }

    /** Closes the file and tells the end. */
    private final class Finish implements Crew.Task {

        @Override
        public void run(Scratch scratch) {
            crew.remove(SegmentSweep.this);
            done.accept(left ? failed() : result(scratch.calls()));
        }

        @Override
        public void givenUp(SilentException why) {
            done.accept(new Sweep.Result(null, why));
        }
    }

    private Sweep.Result failed() {
        IOException why = trouble;
        return new Sweep.Result(null, why == null ? new IOException("cancelled") : why);
    }

    private Sweep.Result result(Calls calls) {
        calls.at(place, file.path());
        try (Closeable _ = () -> calls.close(file)) {
            if (aborted) {
                return failed();
            }
            file.requireUnchanged(calls);
            return new Sweep.Result(Results.ok(plan.outcomes(), crcs.of(size), size), null);
        } catch (IOException e) {
            return new Sweep.Result(null, e);
        }
    }
}
