package dev.assay.core.internal.pickle;

import java.io.IOException;

/** Why a pickle could not be read to its end. Expected, so without a stack trace. */
final class PickleFault extends IOException {

    private static final long serialVersionUID = 1;

    /** Whether a limit of ours ended it, as against what no unpickler would read. */
    final boolean limit;

    private final String why;

    private PickleFault(String message, boolean limit) {
        super(message);
        this.limit = limit;
        this.why = message;
    }

    static PickleFault broken(String why) {
        return new PickleFault(why, false);
    }

    static PickleFault limit(String what) {
        return new PickleFault(what + ", the limit here", true);
    }

    String why() {
        return why;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
