package dev.assay.provider.civitai;

/** A reply is not the JSON it should be. */
final class GarbledException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean tooMuch;

    GarbledException(String message, boolean tooMuch) {
        super(message);
        this.tooMuch = tooMuch;
    }

    /** {@return whether it went over one of our limits, so that less may do} */
    boolean tooMuch() {
        return tooMuch;
    }
}
