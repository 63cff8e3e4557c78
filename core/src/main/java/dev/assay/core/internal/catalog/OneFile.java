package dev.assay.core.internal.catalog;

/**
 * SQL that tells which rows are names of one file, hard links or symbolic ones: its bytes are there
 * once. What was given the inode of a removed file has another time of birth.
 */
final class OneFile {
    /** The same for all names of a file; the row is {@code f}. */
    static final String KEY =
            "coalesce(f.volume || ':' || f.key || ':' || coalesce(f.born, ''), f.id)";

    /** Whether a file may have other names, which few have and an index tells. */
    static final String SHARED =
            "(f.key, f.volume) IN"
                    + " (SELECT key, volume FROM file GROUP BY key, volume HAVING count(*) > 1)";

    /**
     * How much more the names of one file add up to than the file is, where rows are grouped by it.
     */
    static final String SURPLUS = "(count(*) - 1) * max(f.size)";

    private OneFile() {}
}
