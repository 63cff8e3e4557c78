package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.internal.catalog.Held;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Category;
import dev.assay.core.model.FileStat;
import dev.assay.hash.spi.HashId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that was found and is remembered. What the catalog says of it is kept at hand, since
 * several stages and the report need it, and dropped when it may have changed. Used by the scan's
 * own thread.
 */
final class Sighting {
    private final FileStat file;
    private final Category category;
    private final Set<HashId> settled;
    private final Set<HashId> lost;
    private @Nullable CatalogEntry entry;

    private Sighting(FileStat file, Category category, Set<HashId> settled, Set<HashId> lost) {
        this.file = file;
        this.category = category;
        this.settled = settled;
        this.lost = lost;
    }

    /** {@return a file that is as it was, whose entry is read when it is needed} */
    static Sighting of(FileStat file, Held held) {
        return new Sighting(file, held.category(), held.settled(), Set.of());
    }

    /**
     * {@return a file whose entry is at hand}
     *
     * @param lost the hashes that were known of its bytes before they changed; to be computed
     *     again, since equal bytes bring back all that was known
     */
    static Sighting of(CatalogEntry entry, Set<HashId> lost) {
        Sighting sighting =
                new Sighting(entry.file(), entry.category(), entry.hashes().keySet(), lost);
        sighting.entry = entry;
        return sighting;
    }

    FileStat file() {
        return file;
    }

    /** {@return its group by its header} */
    Category category() {
        return category;
    }

    /** {@return the hashes that were known of its bytes when it was found} */
    Set<HashId> settled() {
        return settled;
    }

    Set<HashId> lost() {
        return lost;
    }

    /** {@return what the catalog says of it; nothing when somebody removed it} */
    Optional<CatalogEntry> entry(Catalog catalog) {
        CatalogEntry known = entry;
        if (known == null) {
            known = catalog.entry(file.path()).orElse(null);
            entry = known;
        }
        return Optional.ofNullable(known);
    }

    /** Takes what the catalog says now; nothing means that it has to be asked again. */
    void update(Optional<CatalogEntry> now) {
        entry = now.orElse(null);
    }
}
