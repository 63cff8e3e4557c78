package dev.assay.core.model;

/** The catalog cannot be used. The message says which file, why, and what to do. */
public class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Names the trouble.
     *
     * @param message what, where, and what now
     * @param cause what the store said
     */
    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Names the trouble.
     *
     * @param message what, where, and what now
     */
    public CatalogException(String message) {
        super(message);
    }
}
