package dev.assay.core.internal.catalog;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when a row turns out to be damaged while it is read: the next scan must not take it
 * for known. A catalog that may only be read stays as it is.
 */
final class Doubts {
    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);

    private Doubts() {}

    /** Has the folder of a file looked through by the next scan. */
    static void aboutFile(Sql sql, long id) {
        attempt(
                sql,
                "UPDATE folder SET listing = NULL WHERE listing IS NOT NULL"
                        + " AND id = (SELECT folder FROM file WHERE id = ?)",
                id);
    }

    /** Names a digest. */
    record Key(long content, String hash) {}

    /** Drops digests, so that they are computed again. */
    static void aboutDigests(Sql sql, List<Key> digests) {
        for (Key one : digests) {
            attempt(
                    sql,
                    "DELETE FROM digest WHERE content = ? AND hash = ?",
                    one.content(),
                    one.hash());
        }
    }

    private static void attempt(Sql sql, String change, Object... values) {
        try {
            sql.run(change, values);
        } catch (SQLException e) {
            LOG.debug("A damaged row stays as it is: {}", e.getMessage());
        }
    }
}
