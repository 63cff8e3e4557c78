package dev.assay.hash.blake3;

import java.util.Locale;

/**
 * What the user may set: {@code ASSAY_SIMD} in the environment or the system property {@code
 * assay.simd}, which wins; {@code off} for none, {@code 256} for narrow vectors on a CPU with wide
 * ones. Anything else means the best there is.
 */
final class Settings {
    private static final String SIMD = value();

    private Settings() {}

    static boolean off() {
        return SIMD.equals("off");
    }

    static boolean narrow() {
        return SIMD.equals("256");
    }

    private static String value() {
        String set = System.getenv().getOrDefault("ASSAY_SIMD", "");
        return System.getProperty("assay.simd", set).toLowerCase(Locale.ROOT);
    }
}
