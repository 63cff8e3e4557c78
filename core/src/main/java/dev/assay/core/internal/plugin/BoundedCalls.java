package dev.assay.core.internal.plugin;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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

    private final TimeLimits limits;
    private final Set<Thread> made = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    /** Calls that may take as long as these limits say. */
    public BoundedCalls(TimeLimits limits) {
        this.limits = limits;
        this.threads = Executors.newCachedThreadPool(remembering());
    }

    private ThreadFactory remembering() {
        ThreadFactory daemons = Thread.ofPlatform().daemon().name("assay-plugin-", 0).factory();
        return work -> {
            made.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
            Thread thread = daemons.newThread(work);
            made.add(thread);
            return thread;
        };
    }

    /** {@return how long a call of this plugin may take} */
    Duration limit(String plugin) {
        return limits.of(plugin);
    }

    /**
     * Runs a call of a plugin.
     *
     * @throws TimeoutException when it took too long; its thread was interrupted and may run on
     * @throws InterruptedException when the caller was interrupted, as the call then is
     * @throws ExecutionException with what the call threw
     */
    <T> T run(String plugin, Callable<T> call, Stopwatch watch)
            throws TimeoutException, InterruptedException, ExecutionException {
        Future<T> running = threads.submit(call);
        try {
            return await(running, limits.of(plugin), watch);
        } catch (TimeoutException | InterruptedException e) {
            running.cancel(true);
            throw e;
        }
    }

    /** The plugin's own time counts, not the time that the core keeps it waiting. */
    private static <T> T await(Future<T> running, Duration limit, Stopwatch watch)
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

    /**
     * Interrupts what still runs, and waits a moment until the threads are gone: a pool calls
     * itself terminated a little before. A plugin that does not listen keeps its (daemon) thread.
     */
    @Override
    public void close() {
        threads.shutdownNow();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_AT_CLOSE_MILLIS);
        try {
            for (Thread thread : made) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                thread.join(Math.max(1, left));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
