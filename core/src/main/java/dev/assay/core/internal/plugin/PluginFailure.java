package dev.assay.core.internal.plugin;

/**
 * A plugin did not do what it was called for. The problem has been told already; whoever catches
 * this only has to go on without the result.
 */
public final class PluginFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    PluginFailure(String message) {
        super(message, null, false, false);
    }
}
