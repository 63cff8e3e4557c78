package dev.assay.core.model;

/** A plugin cannot be added, allowed, disabled or removed. The message says why and what to do. */
public class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Names the trouble.
     *
     * @param message what, where, and what now
     */
    public PluginException(String message) {
        super(message);
    }

    /**
     * Names the trouble.
     *
     * @param message what, where, and what now
     * @param cause what the file system said
     */
    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
