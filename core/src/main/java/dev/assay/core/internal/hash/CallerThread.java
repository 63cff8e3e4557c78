package dev.assay.core.internal.hash;

import dev.assay.core.model.Cancellation;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Reads and hashes files on the thread that asks for it. Safe for use by many threads. */
final class CallerThread {
    private static final long LOOK_MS = 100;

    private final Map<HashId, HashAlgorithm> installed;
    private final Watch watch;
    private final Disks disks;
    private final ConcurrentLinkedDeque<Scratch> scratches = new ConcurrentLinkedDeque<>();

    CallerThread(Map<HashId, HashAlgorithm> installed, Watch watch, Disks disks) {
        this.installed = installed;
        this.watch = watch;
        this.disks = disks;
    }

    /** {@return what came of a plan for this job} */
    Sweep.Result hash(HashJob job, HashPlan plan, Cancellation cancellation) {
        Scratch scratch = take();
        try {
            Reading reading =
                    open(job.path(), job.facts().size(), job.volume(), cancellation, scratch);
            Runnable whenRead = reading.permit::release;
            return new Errand(plan, reading.file, cancellation::isCancelled, _ -> {}, whenRead)
                    .run(scratch);
        } catch (IOException e) {
            return new Sweep.Result(null, e);
        } finally {
            putBack(scratch);
        }
    }

    /** {@return a file that was read whole} */
    HeldFile hold(Path path, long size, Optional<String> volume, Cancellation cancellation)
            throws IOException {
        Scratch scratch = take();
        try {
            MemorySegment memory = scratch.atLeast(Blocks.SIZE).asSlice(0, size);
            Calls calls = scratch.calls();
            Reading reading = open(path, size, volume, cancellation, scratch);
            try (Closeable _ = () -> calls.close(reading.file)) {
                reading.file.read(calls, memory.asByteBuffer(), 0);
            } finally {
                reading.permit.release();
            }
            return new HeldFile(installed, reading.file, memory, calls, () -> putBack(scratch));
        } catch (IOException | RuntimeException e) {
            putBack(scratch);
            throw e;
        }
    }

    /** A file that is open, on a disk that may be read. */
    private record Reading(OpenFile file, Disk.Permit permit) {}

    private Reading open(
            Path path,
            long size,
            Optional<String> volume,
            Cancellation cancellation,
            Scratch scratch)
            throws IOException {
        Calls calls = scratch.calls();
        Place place = disks.place(path, volume);
        place.requireAlive();
        calls.at(place, path);
        OpenFile file = OpenFile.open(calls, disks, path, size);
        try {
            Disk disk = calls.ask(() -> disks.of(path, file.stamp()));
            Disk.Permit permit = permit(disk, place, cancellation);
            calls.hold(permit);
            return new Reading(file, permit);
        } catch (IOException | RuntimeException e) {
            calls.close(file);
            throw e;
        }
    }

    private Disk.Permit permit(Disk disk, Place place, Cancellation cancellation)
            throws IOException {
        try {
            Optional<Disk.Permit> permit = disk.tryAcquire(LOOK_MS);
            while (permit.isEmpty()) {
                cancellation.check();
                place.requireAlive();
                watch.look();
                permit = disk.tryAcquire(LOOK_MS);
            }
            return permit.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }

    private Scratch take() {
        Scratch had = scratches.poll();
        return had == null ? new Scratch(watch.calls(() -> {})) : had;
    }

    private void putBack(Scratch scratch) {
        if (scratch.calls().isGivenUp()) {
            watch.forget(scratch.calls());
        } else {
            scratches.push(scratch);
        }
    }
}
