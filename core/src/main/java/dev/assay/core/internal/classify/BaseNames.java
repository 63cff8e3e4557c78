package dev.assay.core.internal.classify;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares the names of base models: ours, {@code FLUX1}, the providers', {@code Flux.1 D}, and
 * what people type, {@code flux1d}.
 */
public final class BaseNames {
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

    private BaseNames() {}

    /** {@return letters and digits alone, in lower case} */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** {@return the family whose tensors a finer name has} */
    public static Optional<String> familyOf(String key) {
        return Optional.ofNullable(FAMILY_OF.get(key));
    }

    /** {@return every name that is known without a catalog, as {@link #key} writes it} */
    public static Set<String> known() {
        Set<String> known = new TreeSet<>(FAMILY_OF.keySet());
        Stream.concat(RuleBook.standard().families(), FamilyNames.known())
                .map(BaseNames::key)
                .forEach(known::add);
        return known;
    }
}
