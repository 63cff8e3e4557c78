package dev.assay.core.internal.catalog;

import java.util.Optional;

/**
 * What is no longer where it was.
 *
 * @param missing files that are gone, newly or since an earlier scan
 * @param offline files that cannot be looked for, and are kept as they were
 * @param why they cannot, in words; there when there are any
 */
public record Swept(int missing, int offline, Optional<String> why) {
    static Swept offline(int files, String why) {
        return new Swept(0, files, Optional.of(why));
    }
}
