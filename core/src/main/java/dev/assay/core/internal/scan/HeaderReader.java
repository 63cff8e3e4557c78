package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.Observed;
import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Reads the headers of many files, and all of small ones that are to be hashed, several at once,
 * while the caller's thread remembers those that are read already.
 */
final class HeaderReader implements AutoCloseable {
    /** Files that one thread reads in a row. */
    private static final int LOT = 64;

    /** What this thread hashes by itself rather than asking others. */
    private static final long SOON_HASHED = 4 << 20;

    /**
     * What is read within this time is handed on together: each transaction writes anew the pages
     * of indexes in the order of digests, which is nearly all of them.
     */
    private static final long TOGETHER_NANOS = 100_000_000;

    private static final long LOOK_MS = 100;

    private final Inspector inspector;
    private final Digester digester;
    private final Cancellation cancellation;
    private final int threads;
    private final Lazy<ExecutorService> readers;
    private long planned;

    HeaderReader(Inspector inspector, Digester digester, int threads, Cancellation cancellation) {
        this.inspector = inspector;
        this.digester = digester;
        this.threads = threads;
        this.cancellation = cancellation;
        this.readers = new Lazy<>(this::start, ExecutorService::shutdown);
    }

    private ExecutorService start() {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("assay-header-", 1).factory());
    }

    /**
     * A file whose header is to be read.
     *
     * @param root the scanned folder that it lies under
     * @param known the hashes that are known of its bytes; nothing when its bytes are new
     * @param lost the hashes that were known of the bytes that it had before
     */
    record Unread(
            FileStat file, Path root, Optional<Map<HashId, HashOutcome>> known, Set<HashId> lost) {}

    /**
     * What is found out of a file by its header and a few KB more, or all of a small one.
     *
     * @param hashedBytes how many bytes were read for the digests that were asked for
     */
    record Read(Observed file, Set<HashId> lost, long hashedBytes) {}

    /**
     * Reads headers.
     *
     * @param each takes what was read, in the order of the files, on this thread
     * @throws CancellationException when cancelled; what was handed on by then stays so
     */
    void read(List<Unread> files, Consumer<List<Read>> each) {
        if (files.isEmpty()) {
            return;
        }
        long hashed = files.stream().mapToLong(file -> digester.soonHashed(file.file())).sum();
        planned += hashed;
        if (files.size() <= LOT && hashed <= SOON_HASHED) {
            each.accept(readAll(files, planned));
            return;
        }
        Deque<Future<List<Read>>> lots = begin(files);
        while (!lots.isEmpty()) {
            long soon = System.nanoTime() + TOGETHER_NANOS;
            List<Read> read = new ArrayList<>(result(lots.remove()));
            while (!lots.isEmpty() && (lots.element().isDone() || System.nanoTime() < soon)) {
                read.addAll(result(lots.remove()));
            }
            each.accept(read);
        }
    }

    private Deque<Future<List<Read>>> begin(List<Unread> files) {
        Deque<Future<List<Read>>> lots = new ArrayDeque<>();
        int most = Math.clamp(files.size() / threads, 1, LOT);
        long all = planned;
        for (int from = 0; from < files.size(); from += most) {
            List<Unread> lot = files.subList(from, Math.min(files.size(), from + most));
            lots.add(readers.get().submit(() -> readAll(lot, all)));
        }
        return lots;
    }

    private List<Read> readAll(List<Unread> files, long planned) {
        List<Read> all = new ArrayList<>();
        for (Unread file : files) {
            cancellation.check();
            all.add(read(file, planned));
        }
        return all;
    }

    private Read read(Unread unread, long planned) {
        Inspection inspection = inspector.inspect(unread.file().path());
        if (unread.known().isPresent()) {
            return read(unread, inspection, unread.known().get(), List.of(), 0);
        }
        FileHashes first = digester.first(inspection, planned);
        return read(
                unread,
                inspection,
                Digester.lasting(first.outcomes()),
                first.blockCrcs(),
                digester.soonHashed(unread.file()) > 0 ? first.bytesRead() : 0);
    }

    private static Read read(
            Unread unread,
            Inspection inspection,
            Map<HashId, HashOutcome> hashes,
            List<Integer> blocks,
            long hashedBytes) {
        CatalogEntry entry = CatalogEntry.seen(unread.file(), unread.root(), inspection, hashes);
        return new Read(new Observed(entry, blocks), unread.lost(), hashedBytes);
    }

    /** Waits for it, but no longer than until the user has enough: a dead mount never answers. */
    private <T> T result(Future<T> future) {
        try {
            while (true) {
                cancellation.check();
                try {
                    return future.get(LOOK_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Not yet.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        readers.close();
    }
}
