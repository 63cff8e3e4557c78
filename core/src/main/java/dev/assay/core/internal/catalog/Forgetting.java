package dev.assay.core.internal.catalog;

import dev.assay.core.query.Filter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops what is known of files that are gone, and never what a person made. */
public final class Forgetting {
    private final Catalog catalog;

    Forgetting(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Forgets missing files, and what was known of contents that no file has and the user wrote
     * nothing about.
     *
     * @param filter which of them
     * @param goneBefore only those that were first found missing before this
     * @return how many files
     */
    public int prune(Filter filter, Instant goneBefore) {
        FilterSql.Condition condition = catalog.condition(filter);
        List<@Nullable Object> values = new ArrayList<>(condition.values());
        values.add(goneBefore);
        return catalog.write(sql -> {
            int files =
                    sql.run(
                            "DELETE FROM file WHERE id IN (SELECT f.id FROM file f"
                                    + " JOIN folder d ON d.id = f.folder WHERE f.presence <> 0 AND "
                                    + condition.sql()
                                    + " AND coalesce(f.gone, 0) < ?)",
                            values.toArray());
            dropLooseEnds(sql);
            catalog.places().forget();
            return files;
        });
    }

    private static void dropLooseEnds(Sql sql) throws SQLException {
        sql.run("DELETE FROM inspection WHERE file NOT IN (SELECT id FROM file)");
        sql.run(
                """
                DELETE FROM content WHERE id NOT IN (SELECT content FROM file)
                  AND id NOT IN (SELECT content FROM tag)
                  AND id NOT IN (SELECT content FROM note)
                  AND id NOT IN (SELECT content FROM candidate WHERE match = 'MANUAL')
                  AND id NOT IN (SELECT content FROM identity WHERE said LIKE '%"rejected":["%')\
                """);
        for (String table : List.of("digest", "identity", "candidate")) {
            sql.run("DELETE FROM " + table + " WHERE content NOT IN (SELECT id FROM content)");
        }
        sql.run("DELETE FROM folder WHERE id NOT IN (SELECT folder FROM file)");
    }
}
