package dev.assay.core.internal.hash;

import dev.assay.core.internal.hash.Sweep.Result;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Files that are hashed in one run. Small ones are tasks of their own; a large one becomes a sweep
 * that all workers join, and another one is begun only while the open ones leave workers idle, as
 * those on a slow disk always do.
 *
 * <p>The run's thread keeps some thousand files waiting and is woken when they get few or when all
 * have ended, but not for each: waking a thread costs as much as hashing some KB.
 */
final class Batch implements Crew.Work {
    private static final int MOST_WAITING = 4096;
    private static final int FEW_WAITING = MOST_WAITING / 4;

    private final Crew crew;
    private final Disks disks;
    private final Rings rings;
    private final Map<HashId, HashAlgorithm> installed;
    private final HashListener listener;

    private final Waiting small;
    private final Waiting large;

    /** The files at hand, and how to stop what runs of them. */
    private final IdentityHashMap<HashJob, Runnable> open = new IdentityHashMap<>();

    private int appetite;
    private List<HashListener.Done> ended = new ArrayList<>();
    private volatile boolean cancelled;

    Batch(
            Crew crew,
            Disks disks,
            Rings rings,
            Map<HashId, HashAlgorithm> installed,
            HashListener listener) {
        this.crew = crew;
        this.disks = disks;
        this.small = new Waiting(disks);
        this.large = new Waiting(disks);
        this.rings = rings;
        this.installed = installed;
        this.listener = listener;
    }

    /** Queues a file. This and the following with the lock held. */
    void put(HashJob job) {
        (isSmall(job) ? small : large).add(job);
    }

    private static boolean isSmall(HashJob job) {
        return job.facts().size() < Errand.LIMIT;
    }

    private int waiting() {
        return small.size() + large.size();
    }

    /** {@return how many more files may be queued} */
    int room() {
        return MOST_WAITING - waiting();
    }

    /** {@return whether workers might soon find no file waiting} */
    boolean isHungry() {
        return waiting() <= FEW_WAITING;
    }

    /** {@return whether every file has ended} */
    boolean isOver() {
        return waiting() + open.size() == 0;
    }

    /** {@return the files that ended since this was last called} */
    List<HashListener.Done> takeEnded() {
        List<HashListener.Done> taken = ended;
        ended = new ArrayList<>();
        return taken;
    }

    /** Drops what is queued and stops what runs. */
    void cancel() {
        crew.locked(() -> {
            cancelled = true;
            small.clear();
            large.clear();
        });
        List<Runnable> running = new ArrayList<>();
        crew.locked(() -> running.addAll(open.values()));
        running.forEach(Runnable::run);
    }

    @Override
    public Crew.@Nullable Task next() {
        HashJob job = choose();
        if (job == null) {
            return null;
        }
        open.put(job, () -> {});
        if (waiting() == FEW_WAITING) {
            crew.ended().signalAll();
        }
        return new Start(job);
    }

    /** Opens a file, and hashes a small one. */
    private final class Start implements Crew.Task {
        private final HashJob job;

        Start(HashJob job) {
            this.job = job;
        }

        @Override
        public void run(Scratch scratch) {
            begin(job, scratch);
        }

        @Override
        public void givenUp(SilentException why) {
            end(job, new Result(null, why), 0);
        }
    }

    private @Nullable HashJob choose() {
        boolean room = appetite < crew.size() && open.size() < mostOpen();
        HashJob job = room ? large.poll() : null;
        return job == null ? small.poll() : job;
    }

    /** What each disk sends by itself is little, but each large file at hand takes memory. */
    private int mostOpen() {
        return 2 * crew.size() + 2;
    }

    private void begin(HashJob job, Scratch scratch) {
        Calls calls = scratch.calls();
        Place place = disks.place(job);
        calls.at(place, job.path());
        try {
            place.requireAlive();
            HashPlan plan = HashPlan.of(installed, job);
            OpenFile file = OpenFile.open(calls, disks, job.path(), job.facts().size());
            Disk disk = calls.ask(() -> disks.of(job.path(), file.stamp()));
            long bytes = plan.bytes(job.facts().size());
            if (bytes < Errand.LIMIT) {
                beginSmall(job, plan, file, disk, scratch);
            } else if (disk.isTaken()) {
                defer(job, file, calls);
            } else {
                beginLarge(job, plan, file, disk, calls);
            }
        } catch (IOException e) {
            end(job, new Result(null, e), 0);
        } catch (RuntimeException e) {
            end(job, new Result(null, new IOException(e.toString(), e)), 0);
        }
    }

    /**
     * A worker that waited for a disk would be missing where the disk's reader waits for workers.
     */
    private void beginSmall(HashJob job, HashPlan plan, OpenFile file, Disk disk, Scratch scratch)
            throws IOException {
        Optional<Disk.Permit> permit = disk.tryAcquire();
        if (permit.isEmpty()) {
            defer(job, file, scratch.calls());
            return;
        }
        scratch.calls().hold(permit.get());
        Errand errand =
                new Errand(plan, file, () -> cancelled, progress(job), permit.get()::release);
        end(job, errand.run(scratch), 0);
    }

    private void beginLarge(HashJob job, HashPlan plan, OpenFile file, Disk disk, Calls calls)
            throws IOException {
        if (PageCache.isCrowdedBy(job.run().plannedBytes())) {
            file.leaveNoTrace(calls);
        }
        if (plan.chains().isEmpty() && !disk.isSlow()) {
            segments(job, plan, file);
        } else {
            sweep(job, plan, file, disk);
        }
    }

    /** Back among those that wait: a worker does not stand in a queue for a disk. */
    private void defer(HashJob job, OpenFile file, Calls calls) throws IOException {
        calls.close(file);
        crew.locked(() -> {
            if (open.remove(job) != null) {
                put(job);
            }
        });
    }

    private void segments(HashJob job, HashPlan plan, OpenFile file) {
        SegmentSweep sweep =
                new SegmentSweep(
                        crew,
                        plan,
                        file,
                        disks.place(job),
                        progress(job),
                        result -> end(job, result, crew.size()));
        opened(job, sweep::abort, crew.size());
        sweep.start();
    }

    /** On a slow disk also where parts may come in any order: a worker must not wait for it. */
    private void sweep(HashJob job, HashPlan plan, OpenFile file, Disk disk) {
        Feed feed = new FileFeed(file, plan, disk, disks.place(job));
        int share = share(plan, disk);
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

    /** {@return how many workers a file keeps busy; what a slow disk sends keeps none} */
    private int share(HashPlan plan, Disk disk) {
        if (disk.isSlow()) {
            return 0;
        }
        return plan.parts().isEmpty() ? plan.chains().size() : crew.size();
    }

    private LongConsumer progress(HashJob job) {
        return bytes -> {
            if (!cancelled) {
                listener.advanced(job, bytes);
            }
        };
    }

    private void opened(HashJob job, Runnable abort, int share) {
        crew.locked(() -> {
            open.put(job, abort);
            appetite += share;
        });
        if (cancelled) {
            abort.run();
        }
    }

    /** Does nothing for a file that has ended: a thread may come back that was given up. */
    private void end(HashJob job, Result result, int share) {
        crew.locked(() -> {
            if (open.remove(job) == null) {
                return;
            }
            if (!cancelled) {
                ended.add(new HashListener.Done(job, hashes(job, result)));
            }
            appetite -= share;
            if (isOver()) {
                crew.ended().signalAll();
            }
        });
    }

    private static FileHashes hashes(HashJob job, Result result) {
        IOException trouble = result.trouble();
        FileHashes hashes = result.hashes();
        if (hashes != null) {
            return hashes;
        }
        return Results.failed(
                job.path(), trouble == null ? new IOException("no result") : trouble, 0);
    }
}
