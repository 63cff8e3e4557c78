package dev.assay.core.internal.catalog;

import dev.assay.core.model.Category;
import dev.assay.core.model.FileStat;
import dev.assay.hash.spi.HashId;
import java.util.Set;

/**
 * What the catalog holds of a file, in short: enough to decide what a scan has to do.
 *
 * @param id the catalog's own number for the file
 * @param file as it was last seen, and where
 * @param category by its header
 * @param headerCurrent whether its header was read with the rules of today
 * @param settled the hashes that are computed, or known to be undefined for it
 * @param missing whether it was gone when last looked for
 */
public record Held(
        long id,
        FileStat file,
        Category category,
        boolean headerCurrent,
        Set<HashId> settled,
        boolean missing) {

    /** Copies the set. */
    public Held {
        settled = Set.copyOf(settled);
    }
}
