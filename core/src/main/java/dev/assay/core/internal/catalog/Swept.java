package dev.assay.core.internal.catalog;

import java.util.Optional;
import java.util.Set;

/**
 * What is no longer where it was.
 *
 * @param missing files that are gone, newly or since an earlier scan, by the number of their row
 * @param offline files that cannot be looked for, and are kept as they were
 * @param why they cannot, in words; there when there are any
 */
public record Swept(Set<Long> missing, int offline, Optional<String> why) {
    /** Copies the set. */
    public Swept {
        missing = Set.copyOf(missing);
    }

    static Swept offline(int files, String why) {
        return new Swept(Set.of(), files, Optional.of(why));
    }
}
