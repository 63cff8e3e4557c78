package dev.assay.core.internal.catalog;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when a row turns out to be damaged while it is read: the next scan must not take it
 * for known, and whoever reads is told. A catalog that may only be read stays as it is. Safe for
 * use from many threads.
 */
final class Doubts {
    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);

    /** Nobody needs the exact number of more. */
    private static final int MOST = 10_000;

    private static final Set<String> MADE_BY_HAND = Set.of("tag", "note");

    private final Set<Row> rows = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;

    /** A damaged row. */
    private record Row(String table, Object key) {}

    /** Notes that a row cannot be believed. */
    void about(String table, Object key) {
        if (rows.size() < MOST) {
            rows.add(new Row(table, key));
        }
    }

    /** Has the folder of a file looked through by the next scan. */
    void aboutFile(Sql sql, long id) {
        about("file", id);
        attempt(
                sql,
                "UPDATE folder SET listing = NULL WHERE listing IS NOT NULL"
                        + " AND id = (SELECT folder FROM file WHERE id = ?)",
                id);
    }

    /** Names a digest. */
    record Key(long content, String hash) {}

    /** Drops digests, so that they are computed again. */
    void aboutDigests(Sql sql, List<Key> digests) {
        for (Key one : digests) {
            about("digest", one);
            attempt(
                    sql,
                    "DELETE FROM digest WHERE content = ? AND hash = ?",
                    one.content(),
                    one.hash());
        }
    }

    private void attempt(Sql sql, String change, Object... values) {
        try {
            sql.run(change, values);
        } catch (SQLException e) {
            broken |= Trouble.isDamage(e);
            LOG.debug("A damaged row stays as it is: {}", e.getMessage());
        }
    }

    /** {@return whether more than rows is damaged, so that the file needs a rescue} */
    boolean isBroken() {
        return broken;
    }

    /** {@return what was passed over so far, in words} */
    Optional<String> told() {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String again =
                rows.stream().map(Row::table).anyMatch(MADE_BY_HAND::contains)
                        ? " A scan finds it out again, but for tags and notes: a copy may have those, see assay catalog restore."
                        : " A scan finds it out again.";
        String what =
                rows.size() == 1 ? "One damaged row" : "%,d damaged rows".formatted(rows.size());
        return Optional.of(
                what
                        + " of the catalog %s passed over, and nothing is shown of what %s said."
                                .formatted(
                                        rows.size() == 1 ? "was" : "were",
                                        rows.size() == 1 ? "it" : "they")
                        + again
                        + " Count what is damaged: assay catalog check");
    }
}
