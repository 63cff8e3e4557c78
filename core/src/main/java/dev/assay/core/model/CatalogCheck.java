package dev.assay.core.model;

import java.util.List;
import java.util.Map;

/**
 * What a check of the catalog found.
 *
 * @param damagedRows how many rows of each table do not match their checksum; those rows are not
 *     believed
 * @param structure what SQLite says of the file's structure; empty when nothing is wrong
 */
public record CatalogCheck(Map<String, Integer> damagedRows, List<String> structure) {

    /** Copies the collections. */
    public CatalogCheck {
        damagedRows = Map.copyOf(damagedRows);
        structure = List.copyOf(structure);
    }

    /** {@return whether nothing is wrong} */
    public boolean isSound() {
        return damagedRows.isEmpty() && structure.isEmpty();
    }
}
