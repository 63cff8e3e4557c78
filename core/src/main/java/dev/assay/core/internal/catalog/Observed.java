package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import java.util.List;

/**
 * What was found out of a file that is new or changed.
 *
 * @param entry the file, with the digests that were computed so far
 * @param blocks the CRC-32 of every 16 MiB, when the whole file was read
 */
public record Observed(CatalogEntry entry, List<Integer> blocks) {

    /** Copies the list. */
    public Observed {
        blocks = List.copyOf(blocks);
    }
}
