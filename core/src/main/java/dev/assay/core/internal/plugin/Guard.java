package dev.assay.core.internal.plugin;

import dev.assay.core.model.PluginProblem;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one way plugin code is called: whatever it throws costs the plugin its result and is told,
 * except what says that the whole JVM is in trouble.
 */
public final class Guard {
    private final String plugin;
    private final Consumer<PluginProblem> problems;

    /** Guards calls of one plugin, telling its problems to one listener. */
    public Guard(String plugin, Consumer<PluginProblem> problems) {
        this.plugin = plugin;
        this.problems = problems;
    }

    /** {@return what the call returned, or nothing when it threw or returned null} */
    public <T> Optional<T> call(String what, Supplier<T> call) {
        try {
            Optional<T> result = Optional.ofNullable(call.get());
            if (result.isEmpty()) {
                tell(what + " returned null");
            }
            return result;
        } catch (RuntimeException | Error e) {
            rethrowIfTheJvmIsInTrouble(e);
            tell(what + " failed: " + describe(e));
            return Optional.empty();
        }
    }

    /** Tells a problem of this plugin. */
    public void tell(String message) {
        problems.accept(
                new PluginProblem(
                        plugin,
                        message,
                        "Ask its author for a version for this Assay, or take the plugin out"));
    }

    /** Rethrows an {@link OutOfMemoryError} and the like, which no plugin is to blame for alone. */
    public static void rethrowIfTheJvmIsInTrouble(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error
                && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }

    /** {@return the kind and message of an exception, and of its cause where that says more} */
    public static String describe(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown.toString() : thrown + ", caused by " + cause;
    }
}
