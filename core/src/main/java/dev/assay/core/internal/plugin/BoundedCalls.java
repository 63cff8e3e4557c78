package dev.assay.core.internal.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs calls of plugins on threads that can be given up. Java cannot end a thread that does not
 * want to end; what it can do is stop waiting for it. Safe for use from many threads.
 */
public final class BoundedCalls implements AutoCloseable {
    private static final long PATIENCE_AT_CLOSE_MILLIS = 500;

    private final Duration limit;
    private final ExecutorService threads;

    /** Calls that may take this long. */
    public BoundedCalls(Duration limit) {
        this.limit = limit;
        this.threads = Executors.newCachedThreadPool(daemons());
    }

    private static ThreadFactory daemons() {
        return Thread.ofPlatform().daemon().name("assay-plugin-", 0).factory();
    }

    /** {@return how long a call may take} */
    public Duration limit() {
        return limit;
    }

    /**
     * Runs a call.
     *
     * @throws TimeoutException when it took too long; its thread was interrupted and may run on
     * @throws InterruptedException when the caller was interrupted, as the call then is
     * @throws ExecutionException with what the call threw
     */
    <T> T run(Callable<T> call, Stopwatch watch)
            throws TimeoutException, InterruptedException, ExecutionException {
        Future<T> running = threads.submit(call);
        try {
            return await(running, watch);
        } catch (TimeoutException | InterruptedException e) {
            running.cancel(true);
            throw e;
        }
    }

    /** The plugin's own time counts, not the time that the core keeps it waiting. */
    private <T> T await(Future<T> running, Stopwatch watch)
            throws TimeoutException, InterruptedException, ExecutionException {
        while (true) {
            long left = limit.toNanos() - watch.spentNanos();
            try {
                return running.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (watch.spentNanos() >= limit.toNanos()) {
                    throw e;
                }
            }
        }
    }

    /** Interrupts what still runs. A plugin that does not listen keeps its (daemon) thread. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(PATIENCE_AT_CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
