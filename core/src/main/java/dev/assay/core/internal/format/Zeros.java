package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import java.io.IOException;

/** Tells files that hold nothing but zeros. */
final class Zeros {

    private static final int SAMPLE = 4096;
    private static final int SAMPLES = 15;

    private Zeros() {}

    /** {@return whether every sample is zero: all of a small file, some places of a large one} */
    static boolean only(ByteSource file) throws IOException {
        long step = Math.max(SAMPLE, (file.size() - SAMPLE) / SAMPLES);
        for (long at = 0; at < file.size(); at += step) {
            if (!isZero(file.bytes(at, SAMPLE))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
