package dev.assay.core.internal.hash;

import java.io.IOException;
import java.time.Duration;

/** A file system does not answer. */
final class SilentException extends IOException {
    private static final long serialVersionUID = 1;

    private SilentException(String message) {
        super(message);
    }

    /** A call brought nothing for that long. */
    static SilentException after(Duration limit) {
        return new SilentException(
                "No answer for %d s, so reading was given up".formatted(limit.toSeconds()));
    }

    /** Other files of its disk were tried, and hang. */
    static SilentException untried() {
        return new SilentException("Was not read: its disk does not answer");
    }
}
