package dev.assay.shell.error;

/** The reader of our output went away: nothing is left to do but stop without a word. */
public final class PipeClosed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Keeps the reason for debugging. */
    public PipeClosed(Throwable cause) {
        super(cause);
    }
}
