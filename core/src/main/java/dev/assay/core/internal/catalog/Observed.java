package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import java.util.List;

/**
 * What was found out of a file that is new or changed.
 *
 * @param entry the file, with the digests that were computed so far
 * @param blocks the CRC-32 of every 16 MiB, when the whole file was read
 * @param inspection what its header says, as it is written: made by whoever reads headers, which
 *     several threads do, and not by the one thread that writes
 */
public record Observed(CatalogEntry entry, List<Integer> blocks, String inspection) {

    /** Copies the list. */
    public Observed {
        blocks = List.copyOf(blocks);
    }

    /** Makes one, and the text of what the header says. */
    public Observed(CatalogEntry entry, List<Integer> blocks) {
        this(entry, blocks, InspectionText.of(entry.inspection()));
    }
}
