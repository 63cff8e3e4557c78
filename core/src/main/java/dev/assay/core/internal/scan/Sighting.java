package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.ScanSession;
import dev.assay.core.model.Category;
import dev.assay.core.model.FileStat;
import dev.assay.hash.spi.HashId;
import java.util.Set;

/**
 * A file that was found and is remembered, in short: enough to decide what else it needs.
 *
 * @param file as it is now
 * @param session the scan of its root
 * @param category by its header
 * @param settled the hashes that are known of its bytes as they are
 * @param lost the hashes that were known of its bytes before they changed; to be computed again,
 *     since equal bytes bring back all that was known
 */
record Sighting(
        FileStat file,
        ScanSession session,
        Category category,
        Set<HashId> settled,
        Set<HashId> lost) {}
