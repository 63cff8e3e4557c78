package dev.assay.core.internal.catalog;

import dev.assay.core.query.Filter;
import dev.assay.core.query.Filter.Thing;
import java.util.Optional;

/** Writes what is true of a file, and what it has. */
final class FacetSql {
    private FacetSql() {}

    static String is(Filter.Facet facet) {
        return switch (facet) {
            case UNKNOWN -> "NOT " + ModelSql.FOUND;
            case IDENTIFIED ->
                    ModelSql.some(ModelSql.BEST + "c.match NOT IN ('PROBABLE', 'MISMATCH')");
            case PROBABLE -> ModelSql.some(ModelSql.BEST + "c.match = 'PROBABLE'");
            case AMBIGUOUS -> "f.confidence = 'ambiguous'";
            case UNHASHED ->
                    "NOT EXISTS (SELECT 1 FROM digest g WHERE g.content = f.content"
                            + " AND g.hash = 'sha256')";
            case MISSING -> "f.presence <> 0";
            case DUP ->
                    "EXISTS (SELECT 1 FROM content k WHERE k.id = f.content"
                            + " AND k.sha256 IS NOT NULL) AND "
                            + other(
                                    "o.content = f.content AND o.presence = 0"
                                            + " AND (o.key IS NOT f.key OR o.volume IS NOT f.volume)");
            case HARDLINKED ->
                    "f.link = 0 AND "
                            + "EXISTS (SELECT 1 FROM file o INDEXED BY file_key WHERE o.id <> f.id"
                            + " AND o.key = f.key AND o.volume = f.volume AND o.link = 0"
                            + " AND o.presence = 0)";
            case SYMLINKED -> "f.link <> 0";
            case BROKEN -> "f.state <> 'ok'";
            case UNSAFE -> "f.safety <> 'CLEAN'";
            case NSFW -> ModelSql.some(ModelSql.BEST + "m.nsfw = 1");
            case ARCHIVED -> ModelSql.some(ModelSql.BEST + "m.moderation = 'archived'");
            case EARLYACCESS -> ModelSql.some(ModelSql.BEST + "m.moderation LIKE '%early%'");
            case MINE ->
                    "(EXISTS (SELECT 1 FROM tag t WHERE t.content = f.content AND t.word = 'mine')"
                            + " OR "
                            + ModelSql.some("c.match = 'MANUAL'")
                            + ")";
        };
    }

    private static String other(String condition) {
        return "EXISTS (SELECT 1 FROM file o WHERE o.id <> f.id AND " + condition + ")";
    }

    static String has(Thing thing) {
        return switch (thing) {
            case PREVIEW -> "has_preview(d.path, f.name)";
            case SIDECAR -> "has_sidecar(d.path, f.name)";
            case TRIGGERS ->
                    "(f.triggers IS NOT NULL OR " + ModelSql.some("m.triggers <> '[]'") + ")";
            case NOTE -> "EXISTS (SELECT 1 FROM note n WHERE n.content = f.content)";
            case TAG -> "EXISTS (SELECT 1 FROM tag t WHERE t.content = f.content)";
            case HASH ->
                    "EXISTS (SELECT 1 FROM digest g WHERE g.content = f.content"
                            + " AND g.value IS NOT NULL AND g.hash NOT IN ('edges8k', 'head8k'))";
        };
    }

    /** {@return the files that an index finds: all that fit, and maybe others} */
    static Optional<String> ids(Filter.Facet facet) {
        return switch (facet) {
            case IDENTIFIED, PROBABLE, NSFW, ARCHIVED, EARLYACCESS -> Optional.of(models(facet));
            case MISSING -> Optional.of("SELECT id FROM file WHERE presence <> 0");
            case BROKEN -> Optional.of("SELECT id FROM file WHERE state <> 'ok'");
            case UNSAFE -> Optional.of("SELECT id FROM file WHERE safety <> 'CLEAN'");
            case AMBIGUOUS ->
                    Optional.of(
                            "SELECT id FROM file WHERE confidence = 'ambiguous' AND "
                                    + Grouped.CONFIDENCE.known("file"));
            case DUP, HARDLINKED ->
                    Optional.of(
                            "SELECT f.id FROM shared s CROSS JOIN file f ON f.content = s.content");
            case SYMLINKED -> Optional.of("SELECT id FROM file WHERE link <> 0");
            case MINE ->
                    Optional.of(
                            TextSql.ownIds("tag t", "t.word = 'mine'", "t.content")
                                    + " UNION ALL "
                                    + candidates("c.match = 'MANUAL'"));
            case UNKNOWN, UNHASHED -> Optional.empty();
        };
    }

    private static String models(Filter.Facet facet) {
        return switch (facet) {
            case IDENTIFIED -> candidates("c.match NOT IN ('PROBABLE', 'MISMATCH')");
            case PROBABLE -> candidates("c.match = 'PROBABLE'");
            case NSFW -> ModelSql.idsByFacts("m.nsfw = 1");
            default -> ModelSql.idsByFacts("m.moderation IS NOT NULL");
        };
    }

    private static String candidates(String condition) {
        return "SELECT f.id FROM candidate c CROSS JOIN file f ON f.content = c.content WHERE "
                + condition;
    }

    static Optional<String> ids(Thing thing) {
        return switch (thing) {
            case NOTE -> Optional.of(TextSql.ownIds("note n", "1", "n.content"));
            case TAG -> Optional.of(TextSql.ownIds("tag t", "1", "t.content"));
            case PREVIEW, SIDECAR, TRIGGERS, HASH -> Optional.empty();
        };
    }
}
