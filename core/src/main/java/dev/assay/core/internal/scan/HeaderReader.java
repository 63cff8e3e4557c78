package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.Observed;
import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.hash.HeldFile;
import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.internal.scan.Tally.Novelty;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads the headers of many files, and all of small ones that are to be hashed, several at once,
 * while the caller's thread remembers those that are read already.
 */
final class HeaderReader implements AutoCloseable {
    /** Files that one thread reads in a row. */
    private static final int LOT = 64;

    /**
     * What is read within this time is handed on together: each transaction writes anew the pages
     * of indexes in the order of digests, which is nearly all of them.
     */
    private static final long TOGETHER_NANOS = 250_000_000;

    private static final long LOOK_MS = 100;

    private final Inspector inspector;
    private final Digester digester;
    private final Cancellation cancellation;
    private final int threads;
    private final Duration stallLimit;
    private final Lazy<ThreadPoolExecutor> readers;
    private long planned;

    HeaderReader(
            Inspector inspector,
            Digester digester,
            int threads,
            Duration stallLimit,
            Cancellation cancellation) {
        this.inspector = inspector;
        this.digester = digester;
        this.threads = threads;
        this.stallLimit = stallLimit;
        this.cancellation = cancellation;
        this.readers = new Lazy<>(this::start, ThreadPoolExecutor::shutdown);
    }

    private ThreadPoolExecutor start() {
        return new ThreadPoolExecutor(
                threads,
                Integer.MAX_VALUE,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("assay-header-", 1).factory());
    }

    /**
     * A file whose header is to be read.
     *
     * @param novelty how it stands to what was known
     * @param root the scanned folder that it lies under
     * @param known the hashes that are known of its bytes; nothing when its bytes are new
     * @param lost the hashes that were known of the bytes that it had before
     */
    record Unread(
            FileStat file,
            Novelty novelty,
            Path root,
            Optional<Map<HashId, HashOutcome>> known,
            Set<HashId> lost) {}

    /**
     * What is found out of a file by its header and a few KB more, or all of a small one.
     *
     * @param from what was known of it before
     * @param hashedBytes how many bytes were read for the digests that were asked for
     */
    record Read(Observed file, Unread from, long hashedBytes) {}

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
        planned += files.stream().mapToLong(file -> digester.soonHashed(file.file())).sum();
        Deque<HeaderLot> lots = begin(files);
        while (!lots.isEmpty()) {
            long soon = System.nanoTime() + TOGETHER_NANOS;
            List<Read> read = new ArrayList<>(first(lots));
            while (!lots.isEmpty() && (lots.element().isDone() || System.nanoTime() < soon)) {
                read.addAll(first(lots));
            }
            each.accept(read);
        }
    }

    private Deque<HeaderLot> begin(List<Unread> files) {
        Deque<HeaderLot> lots = new ArrayDeque<>();
        int most = Math.clamp(files.size() / threads, 1, LOT);
        for (int from = 0; from < files.size(); from += most) {
            lots.add(begun(files.subList(from, Math.min(files.size(), from + most))));
        }
        return lots;
    }

    private HeaderLot begun(List<Unread> files) {
        long all = planned;
        HeaderLot lot = new HeaderLot(files, file -> read(file, all));
        readers.get().execute(lot);
        return lot;
    }

    private Read read(Unread unread, long planned) {
        cancellation.check();
        FileStat file = unread.file();
        if (unread.known().isEmpty() && digester.isSoonHashed(file)) {
            try (HeldFile held = digester.hold(file)) {
                Inspection inspection = inspector.inspectInPlace(file.path(), held.bytes());
                return read(unread, inspection, digester.first(held, file, inspection, planned));
            } catch (IOException e) {
                // what is wrong with it is found out and told below
            }
        }
        Inspection inspection = inspector.inspect(file.path());
        return unread.known().isPresent()
                ? read(unread, inspection, unread.known().get(), List.of(), 0)
                : read(unread, inspection, digester.first(file, inspection, planned));
    }

    private Read read(Unread unread, Inspection inspection, FileHashes first) {
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
        return new Read(new Observed(entry, blocks), unread, hashedBytes);
    }

    /** Takes what the first lot gives, waiting for it no longer than until the user has enough. */
    private List<Read> first(Deque<HeaderLot> lots) {
        HeaderLot lot = lots.remove();
        try {
            while (!lot.isDoneWithin(LOOK_MS)) {
                cancellation.check();
                Optional<HeaderLot.Remains> remains = lot.giveUpAfter(stallLimit);
                if (remains.isPresent()) {
                    return goOn(remains.get(), lots);
                }
            }
            return lot.result();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }

    /** A thread more takes the place of the one that hangs, which is of no use any longer. */
    private List<Read> goOn(HeaderLot.Remains remains, Deque<HeaderLot> lots) {
        readers.get().setCorePoolSize(readers.get().getCorePoolSize() + 1);
        if (!remains.rest().isEmpty()) {
            lots.addFirst(begun(remains.rest()));
        }
        List<Read> read = new ArrayList<>(remains.read());
        read.add(silent(remains.hanging()));
        return read;
    }

    private Read silent(Unread unread) {
        Path path = unread.file().path();
        String why = "no answer for %d s, so it was given up".formatted(stallLimit.toSeconds());
        Inspection none = Inspector.unreadable(path, unread.file().size(), why);
        return read(unread, none, unread.known().orElse(Map.of()), List.of(), 0);
    }

    @Override
    public void close() {
        readers.close();
    }
}
