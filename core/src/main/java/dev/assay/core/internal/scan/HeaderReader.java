package dev.assay.core.internal.scan;

import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Reads the headers of many files, several at once, while the caller's thread remembers those that
 * are read already.
 */
final class HeaderReader implements AutoCloseable {
    /** Files that one thread reads in a row; as many are remembered in one transaction. */
    private static final int LOT = 64;

    private static final long LOOK_MS = 100;

    private final Inspector inspector;
    private final Digester digester;
    private final Cancellation cancellation;
    private final int threads;
    private final Lazy<ExecutorService> readers;

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

    /** What is found out of a file by its header and a few KB more. */
    record Read(CatalogEntry entry, Set<HashId> lost) {}

    /**
     * Reads headers.
     *
     * @param each takes what was read, in the order of the files, on this thread
     * @throws CancellationException when cancelled; what was handed on by then stays so
     */
    void read(List<Unread> files, Consumer<List<Read>> each) {
        if (files.size() <= LOT) {
            if (!files.isEmpty()) {
                each.accept(readAll(files));
            }
            return;
        }
        List<Future<List<Read>>> lots = new ArrayList<>();
        for (int from = 0; from < files.size(); from += LOT) {
            List<Unread> lot = files.subList(from, Math.min(files.size(), from + LOT));
            lots.add(readers.get().submit(() -> readAll(lot)));
        }
        for (Future<List<Read>> lot : lots) {
            each.accept(result(lot));
        }
    }

    private List<Read> readAll(List<Unread> files) {
        List<Read> all = new ArrayList<>();
        for (Unread file : files) {
            cancellation.check();
            all.add(read(file));
        }
        return all;
    }

    private Read read(Unread unread) {
        Inspection inspection = inspector.inspect(unread.file().path());
        Map<HashId, HashOutcome> hashes =
                unread.known().orElseGet(() -> digester.fingerprint(inspection));
        return new Read(
                CatalogEntry.seen(unread.file(), unread.root(), inspection, hashes), unread.lost());
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
