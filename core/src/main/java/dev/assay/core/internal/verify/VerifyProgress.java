package dev.assay.core.internal.verify;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.Progress;
import dev.assay.core.model.Progress.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Adds up what was read again and tells it at most ten times a second. Safe for many threads. */
public final class VerifyProgress {
    private static final long INTERVAL_NANOS = 100_000_000;

    private final JobListener listener;
    private final int files;
    private final long total;
    private int filesDone;
    private long before;
    private long here;
    private long lastTold;

    /** Tells that it begins. */
    public VerifyProgress(JobListener listener, List<CatalogEntry> files) {
        this.listener = listener;
        this.files = files.size();
        this.total = files.stream().mapToLong(one -> one.file().size()).sum();
        this.lastTold = System.nanoTime() - INTERVAL_NANOS;
        tell(Optional.empty());
    }

    /** {@return the bytes of all files} */
    public long total() {
        return total;
    }

    /** {@return what takes the bytes that are read of this file} */
    public LongConsumer of(CatalogEntry file) {
        return more -> advanced(file, more);
    }

    private synchronized void advanced(CatalogEntry file, long more) {
        here += more;
        if (System.nanoTime() - lastTold >= INTERVAL_NANOS) {
            tell(Optional.of(file));
        }
    }

    /** Takes a file as done, also one that was not read. */
    public synchronized void finished(CatalogEntry file) {
        filesDone++;
        before += file.file().size();
        here = 0;
        if (filesDone == files) {
            tell(Optional.empty());
        }
    }

    private void tell(Optional<CatalogEntry> file) {
        lastTold = System.nanoTime();
        long size = file.map(one -> one.file().size()).orElse(0L);
        listener.progress(
                new Progress(
                        Phase.VERIFY,
                        filesDone,
                        files,
                        Math.min(before + here, total),
                        total,
                        file.map(one -> one.file().path()),
                        Math.min(here, size),
                        size));
    }
}
