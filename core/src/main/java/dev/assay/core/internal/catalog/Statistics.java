package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogOverview;
import dev.assay.core.model.FileCount;
import dev.assay.core.model.FileGroup;
import dev.assay.core.model.Grouping;
import dev.assay.core.query.Filter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Counts files: all that a filter means, or in groups. */
public final class Statistics {
    private static final String FILES =
            " FROM file f JOIN folder d ON d.id = f.folder WHERE f.presence < 2 AND ";

    private final Catalog catalog;

    Statistics(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return how many files a filter means} */
    public long count(Filter filter) {
        FilterSql.Condition condition = catalog.condition(filter);
        return catalog.read(sql ->
                sql.number(
                        "SELECT count(*)" + FILES + condition.sql(), condition.values().toArray()));
    }

    /** {@return how many files a filter means, and their bytes} */
    public FileCount total(Filter filter) {
        FilterSql.Condition condition = catalog.condition(filter);
        return catalog.read(sql -> {
            long again = bytesOfFurtherNames(sql, condition);
            return sql.first(
                            "SELECT count(*), coalesce(sum(f.size), 0)" + FILES + condition.sql(),
                            row -> new FileCount(row.getLong(1), row.getLong(2) - again),
                            condition.values().toArray())
                    .orElseThrow();
        });
    }

    /** {@return how much more the names of these files add up to than the files are} */
    private static long bytesOfFurtherNames(Sql sql, FilterSql.Condition condition)
            throws SQLException {
        return sql.number(
                "SELECT coalesce(sum(again), 0) FROM (SELECT "
                        + OneFile.SURPLUS
                        + " again"
                        + FILES
                        + condition.sql()
                        + " AND "
                        + OneFile.SHARED
                        + " GROUP BY "
                        + OneFile.KEY
                        + ")",
                condition.values().toArray());
    }

    /** {@return how many of these rows are of files that are gone} */
    public int missingAmong(Set<Long> rows) {
        return catalog.read(sql -> {
            List<Long> missing = new ArrayList<>();
            sql.eachAmong(
                    rows,
                    "SELECT id FROM file WHERE presence = 1 AND id" + Sql.AMONG,
                    row -> missing.add(row.getLong(1)));
            return missing.size();
        });
    }

    /** {@return files and bytes by a property, the largest group first} */
    public List<FileGroup> groups(Grouping by, Filter filter) {
        FilterSql.Condition condition = catalog.condition(filter);
        return catalog.read(sql ->
                sql.all(
                        "SELECT shared, sum(names), sum(bytes) FROM (SELECT coalesce("
                                + expression(by)
                                + ", '') shared, count(*) names, max(f.size) bytes"
                                + FILES
                                + condition.sql()
                                + " GROUP BY 1, "
                                + OneFile.KEY
                                + ") GROUP BY 1 ORDER BY 3 DESC, 1",
                        row -> new FileGroup(row.getString(1), row.getLong(2), row.getLong(3)),
                        condition.values().toArray()));
    }

    private static String expression(Grouping by) {
        return switch (by) {
            case TYPE -> "f.type";
            case BASE -> "f.base";
            case ROOT -> "(SELECT coalesce(r.name, r.path) FROM root r WHERE r.id = d.root)";
            case DTYPE -> "f.precision";
            case EXT -> "lower(replace(f.name, rtrim(f.name, replace(f.name, '.', '')), ''))";
            case FORMAT -> "f.format";
            case STATE -> "f.state";
            case SAFETY -> "f.safety";
            case CREATOR ->
                    "(SELECT m.creator FROM candidate c JOIN model m ON m.id = c.model"
                            + " WHERE c.content = f.content AND c.place = 0 LIMIT 1)";
            case MONTH -> "strftime('%Y-%m', f.modified / 1000000000, 'unixepoch')";
        };
    }

    /** {@return what a filter means in numbers} */
    public CatalogOverview overview(Filter filter) {
        FilterSql.Condition condition = catalog.condition(filter);
        Object[] values = condition.values().toArray();
        return catalog.read(sql -> {
            long twice =
                    sql.number(
                            """
                            SELECT coalesce(sum((names - 1) * size), 0) FROM (
                              SELECT count(DISTINCT coalesce(f.volume || ':' || f.key, f.id)) names,
                                f.size size\
                            """
                                    + FILES
                                    + condition.sql()
                                    + """
                                     AND f.presence = 0 AND EXISTS (SELECT 1 FROM content k
                                      WHERE k.id = f.content AND k.sha256 IS NOT NULL)
                                    GROUP BY f.content HAVING names > 1)\
                                    """,
                            values);
            long again = bytesOfFurtherNames(sql, condition);
            return sql.first(
                            """
                            SELECT count(*), coalesce(sum(f.size), 0), coalesce(sum(f.presence = 1), 0),
                              coalesce(sum(EXISTS (SELECT 1 FROM content k
                                WHERE k.id = f.content AND k.sha256 IS NOT NULL)), 0),
                              coalesce(sum(EXISTS (SELECT 1 FROM identity i
                                WHERE i.content = f.content AND i.state = 'found')), 0),
                              coalesce(sum(f.format IN
                                ('torch_zip', 'torch_legacy', 'torch_tar', 'pickle')), 0),
                              count(DISTINCT d.root)\
                            """
                                    + FILES
                                    + condition.sql(),
                            row ->
                                    new CatalogOverview(
                                            row.getLong(1),
                                            row.getLong(2) - again,
                                            row.getLong(3),
                                            row.getLong(4),
                                            row.getLong(5),
                                            row.getLong(6),
                                            twice,
                                            row.getLong(7)),
                            values)
                    .orElseThrow();
        });
    }
}
