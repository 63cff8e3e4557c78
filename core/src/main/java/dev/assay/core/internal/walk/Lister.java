package dev.assay.core.internal.walk;

import dev.assay.core.model.Cancellation;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Lists folders on a thread of its own. A call that hangs in the kernel cannot be interrupted, so a
 * thread that is stuck is left behind, and being a daemon it does not keep the process.
 */
final class Lister implements AutoCloseable {
    private static final long LOOK_UP_EVERY_MS = 50;

    private final Stats stats;
    private final WalkOptions options;
    private ListerThread thread;

    Lister(Stats stats, WalkOptions options) {
        this.stats = stats;
        this.options = options;
        this.thread = ListerThread.started(stats, options);
    }

    /** Begins to list a folder from an entry on, passing by those that do not answer. */
    void start(Folder folder, int from, Set<Integer> dead) {
        thread.list(folder, from, dead);
    }

    /** {@return what comes next of the folder, waiting for it} */
    Found next(Cancellation cancellation) {
        while (true) {
            cancellation.check();
            Found found = poll();
            if (found != null) {
                return found;
            }
            if (thread.stuckFor().compareTo(options.stallLimit()) > 0) {
                return replaceThread();
            }
        }
    }

    private @org.jspecify.annotations.Nullable Found poll() {
        try {
            return thread.found().poll(LOOK_UP_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }

    private Found replaceThread() {
        Found.Stalled where = thread.abandon();
        thread = ListerThread.started(stats, options);
        return where;
    }

    @Override
    public void close() {
        thread.abandon();
    }
}
