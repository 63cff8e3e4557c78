package dev.assay.core.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stops a running job gently: work that is done is kept, the rest is left for the next run. Safe
 * for use from any thread, a signal handler included.
 */
public final class Cancellation {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** Makes a token that nobody has cancelled yet. */
    public Cancellation() {}

    /** Asks the job to stop. */
    public void cancel() {
        cancelled.set(true);
    }

    /** {@return whether someone asked the job to stop} */
    public boolean isCancelled() {
        return cancelled.get() || Thread.currentThread().isInterrupted();
    }

    /**
     * Ends the job here when someone asked it to stop.
     *
     * @throws CancellationException when cancelled
     */
    public void check() {
        if (isCancelled()) {
            throw new CancellationException("Cancelled");
        }
    }
}
