package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.query.Filter;
import dev.assay.core.query.Filter.NumberField;
import dev.assay.core.query.Filter.TextField;
import dev.assay.core.query.Filter.Thing;
import dev.assay.core.query.Filter.TimeField;
import dev.assay.core.query.Filter.WordField;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a filter as a condition on {@code file f} and its {@code folder d}. What a person typed
 * only ever becomes a value, never SQL.
 */
final class FilterSql {
    private static final String FOUND =
            "EXISTS (SELECT 1 FROM identity i WHERE i.content = f.content AND i.state = 'found')";
    private static final String MODEL =
            "EXISTS (SELECT 1 FROM candidate c JOIN model m ON m.id = c.model"
                    + " WHERE c.content = f.content AND %s)";
    private static final String BEST = "c.place = 0 AND ";
    private static final String LYCORIS =
            "f.variety IN ('locon', 'loha', 'lokr', 'oft', 'boft', 'ia3', 'dora', 'full')";

    private static final int MOST_LOOKED_UP = 50;

    private final List<@Nullable Object> values = new ArrayList<>();
    private final Predicate<String> isRare;

    private FilterSql(Predicate<String> isRare) {
        this.isRare = isRare;
    }

    /**
     * A condition with its values.
     *
     * @param sql with a question mark for each value
     */
    record Condition(String sql, List<@Nullable Object> values) {}

    /**
     * {@return the condition}
     *
     * @param isRare tells of an expression for the index of names whether so few names have it that
     *     looking them up beats reading all
     */
    static Condition of(Filter filter, Predicate<String> isRare) {
        FilterSql writer = new FilterSql(isRare);
        String sql = writer.write(filter);
        return new Condition(sql, Collections.unmodifiableList(writer.values));
    }

    private String write(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> join(parts, " AND ", "1");
            case Filter.Any(var parts) -> join(parts, " OR ", "0");
            // A condition on a column without a value is neither true nor false.
            case Filter.Not(var part) -> "NOT coalesce(" + write(part) + ", 0)";
            case Filter.Contains(var field, var text) -> contains(field, text);
            case Filter.NameMatches(var regex) -> "matches(f.name, " + value(regex) + ")";
            case Filter.Kind(var field, var word) -> kind(field, word);
            case Filter.In(var folder) -> in(folder);
            case Filter.At(var paths) -> at(paths);
            case Filter.Between(var field, var from, var to) ->
                    between(
                            number(field),
                            from.isPresent() ? from.getAsLong() : null,
                            to.isPresent() ? to.getAsLong() : null,
                            "<=");
            case Filter.During(var field, var from, var to) ->
                    between(
                            time(field),
                            from.map(Sql::nanos).orElse(null),
                            to.map(Sql::nanos).orElse(null),
                            "<");
            case Filter.Is(var facet) -> is(facet);
            case Filter.Has(var thing) -> has(thing);
            case Filter.KnownTo(var provider) ->
                    "EXISTS (SELECT 1 FROM identity i WHERE i.content = f.content"
                            + " AND i.state = 'found' AND i.provider = %s)"
                                    .formatted(value(provider));
            case Filter.Hashed(var hash) -> hashed(hash);
            case Filter.Digest(var hash, var prefix) -> digest(hash, prefix);
            case Filter.Published(var provider, var model, var version) ->
                    published(provider, model, version);
        };
    }

    private String join(List<Filter> parts, String with, String none) {
        List<String> written = parts.stream().map(this::write).toList();
        return written.isEmpty() ? none : "(" + String.join(with, written) + ")";
    }

    private String value(Object value) {
        values.add(value);
        return "?";
    }

    private String contains(TextField field, String text) {
        return switch (field) {
            case NAME -> name(text);
            case MODEL -> MODEL.formatted(like("m.name", text));
            case CREATOR -> MODEL.formatted(like("m.creator", text));
            case LICENSE -> MODEL.formatted(like("m.license", text));
            case TAG ->
                    "(EXISTS (SELECT 1 FROM tag t WHERE t.content = f.content AND %s) OR %s)"
                            .formatted(like("t.word", text), MODEL.formatted(like("m.tags", text)));
            case TRIGGER ->
                    "(%s OR %s)"
                            .formatted(
                                    like("f.triggers", text),
                                    MODEL.formatted(like("m.triggers", text)));
            case NOTE ->
                    "EXISTS (SELECT 1 FROM note n WHERE n.content = f.content AND %s)"
                            .formatted(like("n.text", text));
            case ANY -> {
                List<Filter> fields = new ArrayList<>();
                for (TextField one : TextField.values()) {
                    if (one != TextField.ANY) {
                        fields.add(new Filter.Contains(one, text));
                    }
                }
                yield write(new Filter.Any(fields));
            }
        };
    }

    private String name(String text) {
        String escaped = text.replace("%", "%25");
        Optional<String> index = trigrams(escaped).filter(isRare);
        String by = index.map(this::byIndex).orElse("");
        return by + like("f.name", escaped);
    }

    private String byIndex(String trigrams) {
        return "f.id IN (SELECT rowid FROM file_text WHERE file_text MATCH %s) AND "
                .formatted(value(trigrams));
    }

    /** {@return what every name with this text in it matches; the index folds case as it likes} */
    private static Optional<String> trigrams(String text) {
        if (text.length() < 3 || text.chars().anyMatch(c -> c > 0x7E)) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            all.add('"' + text.substring(i, i + 3).replace("\"", "\"\"") + '"');
        }
        return Optional.of(String.join(" AND ", all));
    }

    /** LIKE knows the case of ASCII letters only. */
    private String like(String column, String text) {
        if (text.chars().anyMatch(c -> c > 0x7E)) {
            return "holds(%s, %s)".formatted(column, value(text.toLowerCase(Locale.ROOT)));
        }
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%s LIKE %s ESCAPE '\\'".formatted(column, value("%" + literal + "%"));
    }

    private String kind(WordField field, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (field) {
            case TYPE -> type(lower);
            case BASE -> base(Families.key(word));
            case EXT -> "f.name LIKE " + value("%." + plain(lower));
            case FORMAT -> "f.format = " + value(lower);
            case DTYPE -> precision(lower);
            case ROOT ->
                    "f.folder IN (SELECT id FROM folder WHERE root ="
                            + " (SELECT id FROM root WHERE name = %s))".formatted(value(word));
        };
    }

    private static String plain(String word) {
        return word.replaceAll("[^a-z0-9]", "");
    }

    private String type(String word) {
        return switch (word) {
            case "lycoris" -> LYCORIS;
            case "dora" -> "f.variety = 'dora'";
            case "clip" -> "f.type IN ('text_encoder', 'clip_vision')";
            case "unet" -> "f.type = 'diffusion_model'";
            case "motion" -> "f.type IN ('motion_module', 'motion_lora')";
            case "upscale" -> "f.type = 'upscaler'";
            case "pickle" -> "f.format IN ('torch_zip', 'torch_legacy', 'torch_tar', 'pickle')";
            default -> "f.type = " + value(word);
        };
    }

    private String base(String key) {
        String published = MODEL.formatted("m.family GLOB " + value(key + "*"));
        String own = "f.family GLOB " + value(key + "*");
        Optional<String> family = Families.familyOf(key);
        if (family.isEmpty()) {
            return "(%s OR %s)".formatted(published, own);
        }
        return "(%s OR %s OR f.family = %s AND NOT %s)"
                .formatted(published, own, value(family.get()), FOUND);
    }

    private String precision(String word) {
        return "f.precision LIKE "
                + value(Families.key(word).replaceFirst("^(fp|float)", "f") + "%");
    }

    private String in(String folder) {
        String path = folder.replace("%", "%25");
        if (path.startsWith("/")) {
            String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            Places.Range below = Places.Range.below(base.isEmpty() ? "/" : base);
            return "(d.path = %s OR (d.path >= %s AND d.path < %s))"
                    .formatted(value(base), value(below.from()), value(below.to()));
        }
        String inner = path.replaceAll("^/+|/+$", "");
        return "instr(d.path || '/', %s) > 0".formatted(value("/" + inner + "/"));
    }

    /** Few paths are looked up in the index; for many, one look at each file is less to do. */
    private String at(List<Path> paths) {
        List<String> texts = paths.stream().map(PathText::of).toList();
        if (texts.size() > MOST_LOOKED_UP) {
            String all = "(SELECT value FROM json_each(%s))";
            String json = Json.ofTexts(texts);
            return ("(rtrim(d.path, '/') || '/' || f.name IN " + all.formatted(value(json)))
                    + (" OR d.path IN " + all.formatted(value(json)))
                    + " OR EXISTS (SELECT 1 FROM json_each(%s) p".formatted(value(json))
                    + " WHERE substr(d.path, 1, length(p.value) + 1) = p.value || '/'))";
        }
        return paths.isEmpty()
                ? "0"
                : paths.stream().map(this::at).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String at(Path path) {
        String text = Places.text(path);
        Places.Range below = Places.Range.below(text);
        String folders =
                "SELECT id FROM folder WHERE path = %s OR (path >= %s AND path < %s)"
                        .formatted(value(text), value(below.from()), value(below.to()));
        if (path.getParent() == null) {
            return "f.folder IN (" + folders + ")";
        }
        return "(f.folder IN (%s) OR (f.name = %s AND f.folder IN (SELECT id FROM folder WHERE path = %s)))"
                .formatted(
                        folders,
                        value(PathText.nameOf(path)),
                        value(Places.text(path.getParent())));
    }

    private static String number(NumberField field) {
        return switch (field) {
            case SIZE -> "f.size";
            case PARAMETERS -> "f.parameters";
            case DOWNLOADS -> best("m.downloads");
        };
    }

    private static String time(TimeField field) {
        return switch (field) {
            case MODIFIED -> "f.modified";
            case SEEN -> "f.seen";
            case ADDED -> "f.added";
            case PUBLISHED -> best("m.published");
        };
    }

    private static String best(String column) {
        return "(SELECT %s FROM candidate c JOIN model m ON m.id = c.model".formatted(column)
                + " WHERE c.content = f.content AND c.place = 0 LIMIT 1)";
    }

    private String between(String column, @Nullable Long from, @Nullable Long to, String upTo) {
        List<String> parts = new ArrayList<>();
        if (from != null) {
            parts.add(column + " >= " + value(from));
        }
        if (to != null) {
            parts.add(column + " " + upTo + " " + value(to));
        }
        return parts.isEmpty() ? "1" : "(" + String.join(" AND ", parts) + ")";
    }

    private static String is(Filter.Facet facet) {
        return switch (facet) {
            case UNKNOWN -> "NOT " + FOUND;
            case IDENTIFIED -> MODEL.formatted(BEST + "c.match NOT IN ('PROBABLE', 'MISMATCH')");
            case PROBABLE -> MODEL.formatted(BEST + "c.match = 'PROBABLE'");
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
                            + other(
                                    "o.key = f.key AND o.volume = f.volume AND o.link = 0"
                                            + " AND o.presence = 0");
            case SYMLINKED -> "f.link <> 0";
            case BROKEN -> "f.state <> 'ok'";
            case UNSAFE -> "f.safety <> 'CLEAN'";
            case NSFW -> MODEL.formatted(BEST + "m.nsfw = 1");
            case ARCHIVED -> MODEL.formatted(BEST + "m.moderation = 'archived'");
            case EARLYACCESS -> MODEL.formatted(BEST + "m.moderation LIKE '%early%'");
            case MINE ->
                    "(EXISTS (SELECT 1 FROM tag t WHERE t.content = f.content AND t.word = 'mine')"
                            + " OR "
                            + MODEL.formatted("c.match = 'MANUAL'")
                            + ")";
        };
    }

    private static String other(String condition) {
        return "EXISTS (SELECT 1 FROM file o WHERE o.id <> f.id AND " + condition + ")";
    }

    private static String has(Thing thing) {
        return switch (thing) {
            case PREVIEW -> "has_preview(d.path, f.name)";
            case SIDECAR -> "has_sidecar(d.path, f.name)";
            case TRIGGERS ->
                    "(f.triggers IS NOT NULL OR " + MODEL.formatted("m.triggers <> '[]'") + ")";
            case NOTE -> "EXISTS (SELECT 1 FROM note n WHERE n.content = f.content)";
            case TAG -> "EXISTS (SELECT 1 FROM tag t WHERE t.content = f.content)";
            case HASH ->
                    "EXISTS (SELECT 1 FROM digest g WHERE g.content = f.content"
                            + " AND g.value IS NOT NULL AND g.hash NOT IN ('edges8k', 'head8k'))";
        };
    }

    private String hashed(HashId hash) {
        return "EXISTS (SELECT 1 FROM digest g WHERE g.content = f.content AND g.hash = %s"
                        .formatted(value(hash.value()))
                + " AND g.value IS NOT NULL)";
    }

    private String digest(Optional<HashId> hash, String prefix) {
        HexRange range = HexRange.of(prefix);
        String of = hash.map(id -> " AND hash = " + value(id.value())).orElse("");
        return "f.content IN (SELECT content FROM digest WHERE value IS NOT NULL%s".formatted(of)
                + " AND value >= %s AND value <= %s)"
                        .formatted(value(range.from()), value(range.to()));
    }

    private String published(String provider, String model, Optional<String> version) {
        String condition =
                "m.provider = %s AND m.model = %s".formatted(value(provider), value(model));
        return MODEL.formatted(
                version.map(id -> condition + " AND m.version = " + value(id)).orElse(condition));
    }
}
