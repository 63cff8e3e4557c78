package dev.assay.core.internal.plugin;

import static java.util.Objects.requireNonNullElse;

import dev.assay.core.model.PluginProblem;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one way plugin code is called: whatever it throws and however long it takes, it costs the
 * plugin its result and is told. A plugin that did not come back once is not called again.
 *
 * <p>Our own plugins are called on the caller's thread; those of strangers on a thread that can be
 * given up. Safe for use from many threads.
 */
public final class Guard {
    private final String plugin;
    private final Consumer<PluginProblem> problems;
    private final Optional<BoundedCalls> bounded;
    private final Optional<ClassLoader> loader;
    private volatile boolean hung;

    /** Guards a plugin of our own. */
    public Guard(String plugin, Consumer<PluginProblem> problems) {
        this(plugin, problems, Optional.empty(), Optional.empty());
    }

    /** Guards a stranger's plugin, each call of which has a time limit. */
    public Guard(String plugin, Consumer<PluginProblem> problems, BoundedCalls bounded) {
        this(plugin, problems, Optional.of(bounded), Optional.empty());
    }

    /**
     * Guards a stranger's plugin, and sets the context class loader for its calls: libraries that
     * look for services by it find the plugin's own.
     */
    Guard(
            String plugin,
            Consumer<PluginProblem> problems,
            BoundedCalls bounded,
            ClassLoader loader) {
        this(plugin, problems, Optional.of(bounded), Optional.of(loader));
    }

    private Guard(
            String plugin,
            Consumer<PluginProblem> problems,
            Optional<BoundedCalls> bounded,
            Optional<ClassLoader> loader) {
        this.plugin = plugin;
        this.problems = problems;
        this.bounded = bounded;
        this.loader = loader;
    }

    /** {@return whose calls these are} */
    public String plugin() {
        return plugin;
    }

    /** {@return whether this is a stranger's plugin} */
    boolean isBounded() {
        return bounded.isPresent();
    }

    /** {@return what the call returned, or nothing when it threw, hung or returned null} */
    public <T> Optional<T> call(String what, Supplier<T> call) {
        try {
            return Optional.of(attempt(what, call::get));
        } catch (PluginFailure _) {
            return Optional.empty();
        }
    }

    /**
     * {@return what the call returned, never null}
     *
     * @throws PluginFailure when it threw, hung or returned null, which has then been told
     */
    <T> T attempt(String what, Callable<T> call) {
        try {
            return attempt(what, call, new Stopwatch());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PluginFailure(what + " was interrupted");
        }
    }

    /**
     * {@return what the call returned, never null}
     *
     * @throws InterruptedException when the caller was interrupted, which ends the call too
     * @throws PluginFailure when it threw, hung or returned null, which has then been told
     */
    <T> T attempt(String what, Callable<T> call, Stopwatch watch) throws InterruptedException {
        if (hung) {
            throw new PluginFailure(plugin + " did not come back before and is not called again");
        }
        T result =
                bounded.isPresent() ? within(bounded.get(), what, call, watch) : here(what, call);
        if (result == null) {
            throw failure(what + " returned null", Faults.ASK_ITS_AUTHOR);
        }
        return result;
    }

    private <T> T here(String what, Callable<T> call) throws InterruptedException {
        try {
            return call.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) {
            rethrowIfTheJvmIsInTrouble(e);
            throw failure(what, e);
        }
    }

    /**
     * Takes whatever comes out, {@link OutOfMemoryError} too: what a stranger asks for in one piece
     * fails without any harm to others, and where memory is short in truth, our own next request
     * fails as well and ends the run.
     */
    private <T> T within(BoundedCalls calls, String what, Callable<T> call, Stopwatch watch)
            throws InterruptedException {
        try {
            return calls.run(plugin, withLoader(call), watch);
        } catch (TimeoutException _) {
            hung = true;
            throw failure(
                    "%s took longer than %s s and was given up"
                            .formatted(what, calls.limit(plugin).toMillis() / 1000.0),
                    "Give it more time (plugins.%s.time-limit), disable it, or ask its author for a version that comes back"
                            .formatted(plugin));
        } catch (ExecutionException e) {
            throw failure(what, requireNonNullElse(e.getCause(), e));
        }
    }

    private <T> Callable<T> withLoader(Callable<T> call) {
        return () -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader.orElse(before));
            try {
                return call.call();
            } finally {
                thread.setContextClassLoader(before);
            }
        };
    }

    /**
     * A failure inside the call, say of a hash that a provider asked for, has been told already.
     */
    private PluginFailure failure(String what, Throwable thrown) {
        if (thrown instanceof PluginFailure told) {
            return told;
        }
        return failure(what + " failed: " + Faults.describe(thrown), Faults.remedy(thrown));
    }

    private PluginFailure failure(String message, String remedy) {
        tell(message, remedy);
        return new PluginFailure(plugin + ": " + message);
    }

    /** {@return the failure, told, of a plugin that answered what no one can use} */
    PluginFailure refuse(String message) {
        return failure(message, Faults.ASK_ITS_AUTHOR);
    }

    /** Tells what a call threw, unless that was told already. */
    public void tell(String what, Throwable thrown) {
        failure(what, thrown);
    }

    /** Tells a problem of this plugin. */
    public void tell(String message) {
        tell(message, Faults.ASK_ITS_AUTHOR);
    }

    /** Tells a problem of this plugin, and what to do about it. */
    void tell(String message, String remedy) {
        problems.accept(new PluginProblem(plugin, Faults.shortened(message), remedy));
    }

    /** Rethrows an {@link OutOfMemoryError} and the like. */
    public static void rethrowIfTheJvmIsInTrouble(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error
                && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }

    /** {@return the kind and message of an exception, and of its cause where that says more} */
    public static String describe(Throwable thrown) {
        return Faults.describe(thrown);
    }
}
