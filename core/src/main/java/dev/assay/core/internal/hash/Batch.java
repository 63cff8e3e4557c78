package dev.assay.core.internal.hash;

import dev.assay.core.internal.hash.Sweep.Result;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Files that are hashed in one run. Small ones are tasks of their own; a large one becomes a sweep
 * that all workers join, and another one is begun only while the open ones leave workers idle.
 */
final class Batch implements Crew.Work {
    private final Crew crew;
    private final Disks disks;
    private final Rings rings;
    private final Map<HashId, HashAlgorithm> installed;
    private final HashListener listener;
    private final Object telling = new Object();

    private final Deque<HashJob> queue = new ArrayDeque<>();
    private final IdentityHashMap<HashJob, Runnable> aborts = new IdentityHashMap<>();
    private int open;
    private int appetite;
    private volatile boolean cancelled;
    private volatile @Nullable RuntimeException broken;

    Batch(
            Crew crew,
            Disks disks,
            Rings rings,
            Map<HashId, HashAlgorithm> installed,
            HashListener listener) {
        this.crew = crew;
        this.disks = disks;
        this.rings = rings;
        this.installed = installed;
        this.listener = listener;
    }

    /** With the lock held. */
    void put(HashJob job) {
        queue.add(job);
    }

    /** {@return how many files have not ended; with the lock held} */
    int unfinished() {
        return queue.size() + open;
    }

    int waiting() {
        return queue.size();
    }

    /** Drops what is queued and stops what runs. */
    void cancel() {
        crew.locked(() -> {
            cancelled = true;
            queue.clear();
        });
        List<Runnable> running = new ArrayList<>();
        crew.locked(() -> running.addAll(aborts.values()));
        running.forEach(Runnable::run);
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** {@return what the listener threw, if it did} */
    @Nullable RuntimeException broken() {
        return broken;
    }

    @Override
    public Crew.@Nullable Task next() {
        for (Iterator<HashJob> jobs = queue.iterator(); jobs.hasNext(); ) {
            HashJob job = jobs.next();
            if (job.facts().size() < Errand.LIMIT || appetite < crew.size()) {
                jobs.remove();
                open++;
                crew.ended().signalAll();
                return scratch -> begin(job, scratch);
            }
        }
        return null;
    }

    private void begin(HashJob job, Crew.Scratch scratch) {
        try {
            HashPlan plan = HashPlan.of(installed, job);
            OpenFile file = OpenFile.open(job.path(), job.facts().size());
            long bytes = plan.bytes(job.facts().size());
            if (bytes < Errand.LIMIT) {
                end(job, errand(job, plan, file).run(scratch), 0);
            } else if (plan.chains().isEmpty()) {
                segments(job, plan, file);
            } else {
                sweep(job, plan, file);
            }
        } catch (IOException e) {
            end(job, new Result(null, e), 0);
        } catch (RuntimeException e) {
            end(job, new Result(null, new IOException(e.toString(), e)), 0);
        }
    }

    private Errand errand(HashJob job, HashPlan plan, OpenFile file) {
        return new Errand(
                plan,
                file,
                disks.of(job.path(), file.stamp()),
                () -> cancelled,
                bytes -> listener.advanced(job, bytes));
    }

    private void segments(HashJob job, HashPlan plan, OpenFile file) {
        SegmentSweep sweep =
                new SegmentSweep(
                        crew,
                        plan,
                        file,
                        disks.of(job.path(), file.stamp()),
                        progress(job),
                        result -> end(job, result, crew.size()));
        opened(job, sweep::abort, crew.size());
        sweep.start();
    }

    private void sweep(HashJob job, HashPlan plan, OpenFile file) {
        Feed feed =
                new FileFeed(
                        file, plan.spans(file.stamp().size()), disks.of(job.path(), file.stamp()));
        int share = plan.parts().isEmpty() ? plan.chains().size() : crew.size();
        Ring ring = rings.take(Blocks.sizeFor(plan.parts()));
        Sweep sweep =
                new Sweep(
                        crew,
                        plan,
                        feed,
                        ring,
                        progress(job),
                        result -> {
                            rings.giveBack(ring);
                            end(job, result, share);
                        });
        opened(job, sweep::abort, share);
        sweep.start();
    }

    private LongConsumer progress(HashJob job) {
        return bytes -> listener.advanced(job, bytes);
    }

    private void opened(HashJob job, Runnable abort, int share) {
        crew.locked(() -> {
            aborts.put(job, abort);
            appetite += share;
        });
        if (cancelled) {
            abort.run();
        }
    }

    private void end(HashJob job, Result result, int share) {
        IOException trouble = result.trouble();
        FileHashes hashes = result.hashes();
        if (!cancelled && hashes != null) {
            tell(job, hashes);
        } else if (!cancelled && trouble != null) {
            tell(job, Results.failed(job.path(), trouble, 0));
        }
        crew.ending(() -> {
            open--;
            aborts.remove(job);
            appetite -= share;
        });
    }

    private void tell(HashJob job, FileHashes hashes) {
        synchronized (telling) {
            try {
                listener.finished(job, hashes);
            } catch (RuntimeException e) {
                broken = e;
            }
        }
    }
}
