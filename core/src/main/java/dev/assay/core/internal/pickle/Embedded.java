package dev.assay.core.internal.pickle;

import dev.assay.core.internal.bytes.ByteSource;
import java.io.IOException;

/** Scans what was found inside something else. */
@FunctionalInterface
public interface Embedded {

    /** Enough for what is honest; a limit for what is not. */
    int MAX_DEPTH = 24;

    /**
     * Scans bytes that look like a container of pickles.
     *
     * @param depth how many layers they lie in, from 1
     * @param findings where to note what is wrong
     */
    void scan(ByteSource bytes, int depth, Findings findings) throws IOException;

    /** Scans bytes that are no part of the file but were unpacked or decoded from it. */
    default void scanHeld(byte[] bytes, int depth, Findings findings) throws IOException {
        scan(ByteSource.of(bytes), depth, findings);
    }
}
