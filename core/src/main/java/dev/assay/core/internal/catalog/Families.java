package dev.assay.core.internal.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the names of base models: ours, {@code FLUX1}, the providers', {@code Flux.1 D}, and
 * what people type, {@code flux1d}.
 */
final class Families {
    /** What people ask for is finer than what tensors tell. */
    private static final Map<String, String> FAMILY_OF =
            Map.of(
                    "sd14", "sd1",
                    "sd15", "sd1",
                    "sd20", "sd2",
                    "sd21", "sd2",
                    "sd35", "sd3",
                    "flux1d", "flux1",
                    "flux1s", "flux1",
                    "wan21", "wan",
                    "wan22", "wan");

    private Families() {}

    /** {@return letters and digits alone, in lower case} */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** {@return the family whose tensors a finer name has} */
    static Optional<String> familyOf(String key) {
        return Optional.ofNullable(FAMILY_OF.get(key));
    }
}
