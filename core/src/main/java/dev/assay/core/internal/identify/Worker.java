package dev.assay.core.internal.identify;

import dev.assay.core.internal.plugin.Guard;
import dev.assay.core.model.Cancellation;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a plugin's call on a thread of its own, so that a cancelled run need not wait for it. */
final class Worker {
    private static final long LOOK_EVERY_MILLIS = 50;

    private Worker() {}

    /** A call of plugin code. */
    interface Call<T> {
        T run() throws InterruptedException;
    }

    /**
     * What came of it.
     *
     * @param value what it returned; empty when it threw or returned null
     * @param thrown what it threw
     */
    record Result<T>(Optional<T> value, Optional<Throwable> thrown) {}

    /**
     * {@return what came of the call}
     *
     * @param meanwhile done now and then while the call runs, and once after it, on this thread
     * @throws CancellationException when cancelled; the call is interrupted and left alone
     */
    static <T> Result<T> await(
            String name, Call<T> call, Cancellation cancellation, Runnable meanwhile) {
        cancellation.check();
        CompletableFuture<Result<T>> pending = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name(name).start(() -> pending.complete(outcome(call)));
        try {
            while (!isDone(pending)) {
                meanwhile.run();
                cancellation.check();
            }
        } catch (CancellationException e) {
            meanwhile.run();
            throw e;
        } finally {
            thread.interrupt();
        }
        meanwhile.run();
        Result<T> result = pending.join();
        result.thrown().ifPresent(Guard::rethrowIfTheJvmIsInTrouble);
        return result;
    }

    private static <T> Result<T> outcome(Call<T> call) {
        try {
            return new Result<>(Optional.ofNullable(call.run()), Optional.empty());
        } catch (RuntimeException | Error | InterruptedException e) {
            return new Result<>(Optional.empty(), Optional.of(e));
        }
    }

    private static boolean isDone(CompletableFuture<?> pending) {
        try {
            pending.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // outcome() throws nothing
        }
    }
}
