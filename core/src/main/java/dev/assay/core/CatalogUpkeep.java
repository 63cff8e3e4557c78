package dev.assay.core;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.model.CatalogCheck;
import dev.assay.core.model.CatalogFacts;
import dev.assay.core.query.Filter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is done to the catalog as a whole. Safe for use from many threads; every method throws
 * {@link dev.assay.core.model.CatalogException} when the catalog cannot be used.
 *
 * @see Library#upkeep
 */
public final class CatalogUpkeep {
    private final Installation installation;

    CatalogUpkeep(Installation installation) {
        this.installation = installation;
    }

    /** {@return the catalog in numbers} */
    public CatalogFacts info() {
        return installation.catalog().upkeep().info();
    }

    /**
     * {@return whether the catalog was opened and nothing can be saved in it, since its file or its
     * folder may not be written; what would save something throws} The catalog is not opened to
     * find out.
     */
    public boolean isReadOnly() {
        return installation.openCatalog().map(Catalog::isReadOnly).orElse(false);
    }

    /** {@return what was lost and saved when a damaged catalog was opened, in words} */
    public Optional<String> recovery() {
        return installation.catalog().recovery();
    }

    /**
     * {@return what was passed over so far, since its checksums say that it is damaged, in words}
     * The catalog is not opened to find out.
     */
    public Optional<String> doubts() {
        return installation.openCatalog().flatMap(Catalog::doubts);
    }

    /**
     * Reads the whole catalog and compares every row with its checksum.
     *
     * @param repair whether to drop the rows that cannot be believed; a file with a damaged
     *     structure is replaced when it is opened next
     * @return what is wrong
     */
    public CatalogCheck check(boolean repair) {
        return installation.catalog().upkeep().check(repair);
    }

    /**
     * Copies the catalog while it may be in use.
     *
     * @param target a file that is not there yet
     * @throws dev.assay.core.model.CatalogException when it is there, or cannot be written
     */
    public void backup(Path target) {
        installation.catalog().upkeep().backup(target);
    }

    /**
     * Makes the catalog what a copy of it was. The catalog as it is now is copied first.
     *
     * @param copy a file that {@link #backup} made
     * @return where the catalog as it was before is
     * @throws dev.assay.core.model.CatalogException when the copy is damaged, of another program,
     *     or of another version; the catalog is left as it is
     */
    public Path restore(Path copy) {
        return installation.alone(() -> installation.catalog().upkeep().restore(copy));
    }

    /** {@return how many bytes of unused space were given back to the file system} */
    public long compact() {
        return installation.alone(() -> installation.catalog().upkeep().compact());
    }

    /**
     * Forgets missing files, and what was known of contents that no file has any more and the user
     * wrote nothing about. Tags, notes and decisions are kept and come back with the bytes. What
     * would be forgotten is told by {@link Library#entries} with the filter {@code is:missing} and
     * {@link dev.assay.core.model.Marks#missingSince}.
     *
     * @param filter which of the missing files
     * @param goneBefore only those that a scan first found missing before this
     * @return how many files were forgotten
     */
    public int prune(Filter filter, Instant goneBefore) {
        return installation.alone(
                () -> installation.catalog().forgetting().prune(filter, goneBefore));
    }
}
