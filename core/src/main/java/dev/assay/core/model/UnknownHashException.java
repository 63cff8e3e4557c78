package dev.assay.core.model;

/** Nobody brings the hash that was asked for. The message lists those that are installed. */
public class UnknownHashException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Names the hash.
     *
     * @param message which hash, and which there are
     */
    public UnknownHashException(String message) {
        super(message);
    }
}
