package dev.assay.core.query;

/** A filter that makes no sense. The message says which word, why, and what to write. */
public final class FilterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * Names the trouble.
     *
     * @param message which word, why, and what to write
     */
    public FilterException(String message) {
        super(message);
    }
}
