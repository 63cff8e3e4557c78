package dev.assay.core.internal.hash;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.model.Cancellation;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Computes digests of files, all that are wanted of one file in one read.
 *
 * <p>Safe for use by many threads, whose runs share the workers. Uses a few MiB outside the heap
 * for each worker and each large file at hand, whatever the size of the files.
 *
 * <p>A file whose file system brings no byte for the time of {@link HashSettings#stallLimit} is
 * given up, and the rest goes on with as many threads. When several files of one volume hang at
 * once, no other of it is tried until one comes back.
 */
public final class Hashing implements AutoCloseable {
    private static final long LOOK_MS = 100;
    private static final long FAREWELL_MS = 400;

    private final Map<HashId, HashAlgorithm> installed;
    private final Crew crew;
    private final Disks disks;
    private final Rings rings;
    private final CallerThread caller;

    /**
     * Makes the workers, which start with the first run.
     *
     * @param installed the algorithms, the sources of derived ones included
     */
    public Hashing(Map<HashId, HashAlgorithm> installed, HashSettings settings) {
        this(
                installed,
                new Crew(settings.threads(), settings.stallLimit()),
                settings.readersPerSlowDisk());
    }

    private Hashing(Map<HashId, HashAlgorithm> installed, Crew crew, int readersPerSlowDisk) {
        this(installed, crew, new Disks(readersPerSlowDisk, crew::wake));
    }

    Hashing(Map<HashId, HashAlgorithm> installed, Crew crew, Disks disks) {
        this.installed = Map.copyOf(installed);
        this.crew = crew;
        this.disks = disks;
        this.rings = new Rings(crew.size());
        this.caller = new CallerThread(this.installed, crew.watch(), disks);
    }

    /** {@return how many threads compute} */
    public int threads() {
        return crew.size();
    }

    /**
     * Hashes one file on the workers.
     *
     * @param progress told how many more bytes are done, on any thread
     * @throws CancellationException within a second of being cancelled
     */
    public FileHashes hash(HashJob job, Cancellation cancellation, LongConsumer progress) {
        cancellation.check();
        AtomicReference<@Nullable FileHashes> result = new AtomicReference<>();
        HashListener listener =
                new HashListener() {
                    @Override
                    public void advanced(HashJob of, long bytes) {
                        progress.accept(bytes);
                    }

                    @Override
                    public void finished(List<Done> files) {
                        result.set(files.getFirst().hashes());
                    }
                };
        hashAll(List.of(job), cancellation, listener);
        FileHashes hashes = result.get();
        if (hashes == null) {
            throw new IllegalStateException("No result of " + job.path());
        }
        return hashes;
    }

    /**
     * Hashes one file on this thread where little is read, which is faster for many small files,
     * and on the workers otherwise. For a thread that somebody else gives up when the file system
     * never answers.
     *
     * @throws CancellationException when cancelled
     */
    public FileHashes hashHere(HashJob job, Cancellation cancellation) {
        cancellation.check();
        HashPlan plan = HashPlan.of(installed, job);
        if (plan.bytes(job.facts().size()) >= Errand.LIMIT) {
            return hash(job, cancellation, _ -> {});
        }
        try {
            return orThrow(caller.hash(job, plan, cancellation));
        } catch (IOException e) {
            cancellation.check();
            return Results.failed(job.path(), e, 0);
        }
    }

    /**
     * Reads a small file whole on this thread, for its header and its digests alike. For a thread
     * that somebody else gives up when the file system never answers.
     *
     * @param size what it is expected to have, {@link HeldFile#LARGEST} at most
     * @param volume the file system that it lies on, as far as known
     * @throws IOException when it cannot be read or has another size
     * @throws CancellationException when cancelled
     */
    public HeldFile hold(Path path, long size, Optional<String> volume, Cancellation cancellation)
            throws IOException {
        cancellation.check();
        return caller.hold(path, size, volume, cancellation);
    }

    /**
     * Hashes many files: several small ones at once, and a large one on all workers.
     *
     * @param jobs taken on this thread, some thousand ahead of the workers
     * @param listener told every file's end, in no particular order; what it throws ends the run
     * @throws CancellationException within a second of being cancelled; the listener was told every
     *     file that ended before, and hears no more
     */
    public void hashAll(Iterable<HashJob> jobs, Cancellation cancellation, HashListener listener) {
        Batch batch = new Batch(crew, disks, rings, installed, listener);
        crew.add(batch, false);
        try {
            run(batch, jobs.iterator(), cancellation, listener);
        } catch (CancellationException e) {
            batch.cancel();
            sayFarewell(batch);
            tell(batch, listener);
            throw e;
        } catch (RuntimeException e) {
            batch.cancel();
            sayFarewell(batch);
            throw e;
        } finally {
            crew.remove(batch);
        }
    }

    private void run(
            Batch batch, Iterator<HashJob> jobs, Cancellation cancellation, HashListener listener) {
        boolean more = refill(batch, jobs);
        boolean over = false;
        while (!over) {
            cancellation.check();
            boolean expecting = more;
            look(() -> batch.isOver() || (expecting && batch.isHungry()), LOOK_MS);
            crew.watch().look();
            more = more && refill(batch, jobs);
            over = !more && crew.lockedQuietly(batch::isOver);
            tell(batch, listener);
        }
    }

    /** {@return whether there are more jobs to come} */
    private boolean refill(Batch batch, Iterator<HashJob> jobs) {
        int room = crew.lockedQuietly(batch::room);
        List<HashJob> taken = new ArrayList<>();
        while (taken.size() < room && jobs.hasNext()) {
            taken.add(jobs.next());
        }
        crew.locked(() -> taken.forEach(batch::put));
        return jobs.hasNext();
    }

    private void tell(Batch batch, HashListener listener) {
        List<HashListener.Done> ended = crew.lockedQuietly(batch::takeEnded);
        if (!ended.isEmpty()) {
            listener.finished(ended);
        }
    }

    private interface State {
        boolean reached();
    }

    /** {@return whether the state is reached, now or within some time} */
    private boolean look(State state, long millis) {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        crew.lock().lock();
        try {
            while (!state.reached() && left > 0) {
                crew.throwIfBroken();
                left = crew.ended().awaitNanos(left);
            }
            return state.reached();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        } finally {
            crew.lock().unlock();
        }
    }

    /**
     * Waits for running tasks, so that nothing is told after the run has ended. Who hangs in a dead
     * network disk is left behind; what he reads goes nowhere.
     */
    private void sayFarewell(Batch batch) {
        boolean interrupted = Thread.interrupted();
        try {
            look(batch::isOver, FAREWELL_MS);
        } catch (CancellationException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Hashes a stream of unknown length to its end; it is not closed. A hash that needs to know the
     * length beforehand is undefined.
     *
     * @param facts what is known of the stream, were this its length
     * @param wanted the hashes, installed ones only, in the order of the outcomes
     * @param progress told how many more bytes are done, on any worker
     * @throws IOException when reading fails
     * @throws CancellationException within a second of being cancelled
     */
    public FileHashes hash(
            InputStream in,
            LongFunction<FileFacts> facts,
            List<HashId> wanted,
            Cancellation cancellation,
            LongConsumer progress)
            throws IOException {
        HashPlan plan = HashPlan.ofPipe(installed, wanted, facts);
        Ring ring = new Ring(8, Blocks.sizeFor(plan.parts()));
        return orThrow(sweep(plan, new PipeFeed(in), ring, cancellation, progress));
    }

    /**
     * Hashes bytes that lie elsewhere than in a file system.
     *
     * @param source read by one thread at a time, and not closed
     * @param job what to compute; its path only names the file
     * @throws CancellationException within a second of being cancelled
     */
    public FileHashes hash(ByteSource source, HashJob job, Cancellation cancellation) {
        HashPlan plan = HashPlan.of(installed, job);
        Ring ring = rings.take(Blocks.sizeFor(plan.parts()));
        try {
            Feed feed = new SourceFeed(source, plan.spans(source.size()));
            FileHashes hashes = orThrow(sweep(plan, feed, ring, cancellation, _ -> {}));
            rings.giveBack(ring);
            return hashes;
        } catch (IOException e) {
            return Results.failed(job.path(), e, 0);
        }
    }

    private Sweep.Result sweep(
            HashPlan plan, Feed feed, Ring ring, Cancellation cancellation, LongConsumer progress) {
        List<Sweep.Result> results = new ArrayList<>();
        Sweep sweep =
                new Sweep(
                        crew,
                        plan,
                        feed,
                        ring,
                        progress,
                        result -> crew.ending(() -> results.add(result)));
        sweep.start();
        try {
            boolean ended = false;
            while (!ended) {
                cancellation.check();
                ended = look(() -> !results.isEmpty(), LOOK_MS);
            }
        } catch (CancellationException e) {
            sweep.abort();
            throw e;
        }
        return results.getFirst();
    }

    private static FileHashes orThrow(Sweep.Result result) throws IOException {
        FileHashes hashes = result.hashes();
        if (hashes != null) {
            return hashes;
        }
        IOException trouble = result.trouble();
        throw trouble == null ? new IOException("no result") : trouble;
    }

    /** Ends the workers; runs that are open end with nothing more being told. */
    @Override
    public void close() {
        crew.close();
    }
}
