package dev.assay.core.internal.hash;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a large input for all its hashes: a thread of its own reads blocks ahead, and the
 * crew hands them to the hashes.
 *
 * <p>A worker takes the chain that has most blocks waiting, else a segment for a tree hash. So two
 * sequential digests run on two cores, and the tree hash fills the gaps; it cannot fall behind for
 * long, since a block is only read over when every hash has seen it. The reader is no worker: it
 * may have to wait for the disk, and a worker never should. A reader whose disk never answers is
 * left behind with the ring.
 */
final class Sweep implements Crew.Work {
    private final Crew crew;
    private final HashPlan plan;
    private final Feed feed;
    private final Ring ring;
    private final List<Lane> lanes = new ArrayList<>();
    private final Deque<Portion> portions = new ArrayDeque<>();
    private final LongConsumer progress;
    private final Consumer<Result> done;

    private final Calls calls;

    /** What the reader waits for: blocks that every hash has seen, or the end. */
    private final Condition freed;

    private int running;
    private boolean readerEnded;
    private boolean finishing;
    private volatile boolean aborted;
    private @Nullable IOException trouble;

    /** What a sweep ends with: exactly one of the two. */
    record Result(@Nullable FileHashes hashes, @Nullable IOException trouble) {}

    /** A chain, and the blocks that wait for it. */
    private static final class Lane {
        final Chain chain;
        final Deque<Ring.Block> waiting = new ArrayDeque<>();
        boolean busy;

        Lane(Chain chain) {
            this.chain = chain;
        }

        boolean isReady() {
            return !busy && !waiting.isEmpty();
        }
    }

    /** A segment that waits for a tree hash. */
    private record Portion(Parts parts, Ring.Block block, MemorySegment bytes, long position) {}

    /**
     * Prepares a pass.
     *
     * @param ring its own until it has ended
     * @param progress told how many more bytes every hash has seen
     * @param done told the end, on any thread
     */
    Sweep(
            Crew crew,
            HashPlan plan,
            Feed feed,
            Ring ring,
            LongConsumer progress,
            Consumer<Result> done) {
        this.crew = crew;
        this.plan = plan;
        this.feed = feed;
        this.progress = progress;
        this.done = done;
        this.ring = ring;
        this.calls = crew.watch().calls(this::giveUpReader);
        this.freed = crew.lock().newCondition();
        plan.chains().forEach(chain -> lanes.add(new Lane(chain)));
    }

    /** Starts reading, and offers tasks to the crew before other works do. */
    void start() {
        crew.add(this, true);
        Thread.ofPlatform().daemon().name("assay-read").start(this::read);
    }

    /** Stops as soon as running tasks have ended. */
    void abort() {
        crew.locked(this::stop);
    }

    private void stop() {
        aborted = true;
        freed.signalAll();
    }

    // The reader.

    private void read() {
        try {
            boolean admitted = feed.admitted(calls);
            while (!aborted && !admitted) {
                admitted = feed.admitted(calls);
            }
            readAll();
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            fail(new IOException("interrupted", e));
        } catch (RuntimeException e) {
            fail(new IOException(e.toString(), e));
        } finally {
            close();
            crew.watch().forget(calls);
            crew.locked(() -> readerEnded = true);
        }
    }

    private void readAll() throws IOException {
        for (Ring.Block block = free(); block != null; block = free()) {
            if (!feed.fill(block, calls)) {
                feed.confirm(calls);
                return;
            }
            publish(block);
        }
    }

    private void close() {
        try {
            feed.close(calls);
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        crew.locked(() -> {
            trouble = trouble == null ? e : trouble;
            stop();
        });
    }

    /** What the reader's thread may still write into is lost with it. */
    private void giveUpReader() {
        ring.lose();
        fail(calls.silence());
        crew.locked(() -> readerEnded = true);
    }

    private Ring.@Nullable Block free() {
        crew.lock().lock();
        try {
            while (!aborted) {
                Ring.Block block = ring.take();
                if (block != null) {
                    return block;
                }
                freed.awaitUninterruptibly();
            }
            return null;
        } finally {
            crew.lock().unlock();
        }
    }

    private void publish(Ring.Block block) {
        List<Lane> readers =
                lanes.stream()
                        .filter(lane -> lane.chain.reads(block.position(), block.length()))
                        .toList();
        List<Portion> cut = cut(block);
        crew.offer(() -> {
            block.expect(readers.size() + cut.size());
            readers.forEach(lane -> lane.waiting.add(block));
            portions.addAll(cut);
            if (readers.isEmpty() && cut.isEmpty()) {
                ring.free(block);
            }
            return cut.size() + (int) readers.stream().filter(Lane::isReady).count();
        });
    }

    private List<Portion> cut(Ring.Block block) {
        List<Portion> cut = new ArrayList<>();
        for (Parts parts : plan.parts()) {
            for (int at = 0; at < block.length(); at += parts.segmentSize()) {
                int length = Math.min(parts.segmentSize(), block.length() - at);
                MemorySegment bytes = block.bytes().asSlice(at, length);
                cut.add(new Portion(parts, block, bytes, block.position() + at));
            }
        }
        return cut;
    }

    // The choice of the next task, with the lock held.

    @Override
    public Crew.@Nullable Task next() {
        if (finishing) {
            return null;
        }
        if (aborted) {
            return readerEnded && running == 0 ? finish() : null;
        }
        Lane lane = furthestBehind();
        if (lane != null) {
            return advance(lane);
        }
        Portion portion = portions.poll();
        if (portion != null) {
            return advance(portion);
        }
        return readerEnded && running == 0 ? finish() : null;
    }

    private @Nullable Lane furthestBehind() {
        Lane best = null;
        for (Lane lane : lanes) {
            int waiting = lane.waiting.size();
            if (!lane.busy && waiting > (best == null ? 0 : best.waiting.size())) {
                best = lane;
            }
        }
        return best;
    }

    private Crew.Task advance(Lane lane) {
        Ring.Block block = lane.waiting.remove();
        lane.busy = true;
        running++;
        return _ -> {
            lane.chain.update(block.bytes(), block.position());
            seen(block, () -> lane.busy = false);
        };
    }

    private Crew.Task advance(Portion portion) {
        running++;
        return _ -> {
            portion.parts().update(portion.bytes(), portion.position());
            seen(portion.block(), () -> {});
        };
    }

    /**
     * A task counts as running until its progress is told, so that nothing is told after the end.
     * What becomes ready by this is for the worker that calls: nobody else is woken for it.
     */
    private void seen(Ring.Block block, Runnable also) {
        int length = block.length();
        boolean byAll =
                crew.lockedQuietly(() -> {
                    also.run();
                    return seenByAll(block);
                });
        try {
            if (byAll) {
                progress.accept(length);
            }
        } finally {
            crew.lockedQuietly(() -> running--);
        }
    }

    private boolean seenByAll(Ring.Block block) {
        boolean byAll = block.seen();
        if (byAll) {
            ring.free(block);
            if (ring.isHalfFree()) {
                freed.signal();
            }
        }
        return byAll;
    }

    private Crew.Task finish() {
        finishing = true;
        return _ -> {
            crew.remove(this);
            done.accept(result());
        };
    }

    private Result result() {
        IOException why = trouble;
        if (why != null) {
            return new Result(null, why);
        }
        return aborted
                ? new Result(null, new IOException("cancelled"))
                : new Result(feed.result(plan), null);
    }
}
