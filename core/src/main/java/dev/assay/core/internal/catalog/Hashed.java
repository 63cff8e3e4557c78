package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.HashId;
import java.util.List;
import java.util.Map;

/**
 * What came of hashing a file that is known.
 *
 * @param entry the file as it was known before
 * @param hashes what came of the hashes; none of them failed
 * @param blocks the CRC-32 of every 16 MiB, when the whole file was read
 */
public record Hashed(CatalogEntry entry, Map<HashId, HashOutcome> hashes, List<Integer> blocks) {

    /** Copies the collections. */
    public Hashed {
        hashes = Map.copyOf(hashes);
        blocks = List.copyOf(blocks);
    }
}
