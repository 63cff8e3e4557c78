package dev.assay.core.internal.catalog;

import dev.assay.core.query.Filter;
import dev.assay.core.query.Filter.NumberField;
import dev.assay.core.query.Filter.TimeField;
import dev.assay.hash.spi.HashId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a filter as a condition on {@code file f} and its {@code folder d}. What a person typed
 * only ever becomes a value, never SQL.
 */
final class FilterSql {
    private final Values values = new Values();
    private final Function<Condition, Optional<List<Long>>> few;
    private boolean isFew;

    private FilterSql(Function<Condition, Optional<List<Long>>> few) {
        this.few = few;
    }

    /**
     * A condition with its values.
     *
     * @param sql with a question mark for each value
     * @param few whether the files that it means are few, and found by their ids
     */
    record Condition(String sql, List<@Nullable Object> values, boolean few) {}

    /**
     * {@return the condition}
     *
     * @param few runs a statement that gives ids; gives nothing when there are so many that looking
     *     them up is no gain
     */
    static Condition of(Filter filter, Function<Condition, Optional<List<Long>>> few) {
        FilterSql writer = new FilterSql(few);
        String sql = writer.writeAll(filter);
        return new Condition(sql, writer.values.all(), writer.isFew);
    }

    /** What all files must fit is looked up first, where an index finds few. */
    private String writeAll(Filter filter) {
        if (filter instanceof Filter.All(var parts)) {
            List<String> written = parts.stream().map(this::writeAll).toList();
            return written.isEmpty() ? "1" : "(" + String.join(" AND ", written) + ")";
        }
        Optional<List<Long>> ids = isFew ? Optional.empty() : Shortcut.of(filter).flatMap(few);
        if (ids.isEmpty()) {
            return write(filter);
        }
        isFew = true;
        String list = values.add(ids.get().toString());
        return "f.id IN (SELECT value FROM json_each(%s)) AND %s".formatted(list, write(filter));
    }

    private String write(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> join(parts, " AND ", "1");
            case Filter.Any(var parts) -> join(parts, " OR ", "0");
            // A condition on a column without a value is neither true nor false.
            case Filter.Not(var part) -> "NOT coalesce(" + write(part) + ", 0)";
            case Filter.Contains(var field, var text) -> TextSql.contains(values, field, text);
            case Filter.NameMatches(var regex) -> "matches(f.name, " + values.add(regex) + ")";
            case Filter.Kind(var field, var word) -> KindSql.of(values, field, word);
            case Filter.In(var folder) -> PlaceSql.in(values, folder);
            case Filter.At(var paths) -> PlaceSql.at(values, paths);
            case Filter.Between(var field, var from, var to) ->
                    values.between(
                            number(field),
                            from.isPresent() ? from.getAsLong() : null,
                            to.isPresent() ? to.getAsLong() : null,
                            "<=");
            case Filter.During(var field, var from, var to) ->
                    values.between(
                            time(field),
                            from.map(Sql::nanos).orElse(null),
                            to.map(Sql::nanos).orElse(null),
                            "<");
            case Filter.Is(var facet) -> FacetSql.is(facet);
            case Filter.Has(var thing) -> FacetSql.has(thing);
            case Filter.KnownTo(var provider) ->
                    "EXISTS (SELECT 1 FROM identity i WHERE i.content = f.content"
                            + " AND i.state = 'found' AND i.provider = %s)"
                                    .formatted(values.add(provider));
            case Filter.Hashed(var hash) ->
                    "EXISTS (SELECT 1 FROM digest g WHERE g.content = f.content AND g.hash = %s"
                                    .formatted(values.add(hash.value()))
                            + " AND g.value IS NOT NULL)";
            case Filter.Digest(var hash, var prefix) -> digest(values, hash, prefix);
            case Filter.Published(var provider, var model, var version) ->
                    ModelSql.some(published(values, provider, model, version));
        };
    }

    private String join(List<Filter> parts, String with, String none) {
        List<String> written = parts.stream().map(this::write).toList();
        return written.isEmpty() ? none : "(" + String.join(with, written) + ")";
    }

    static String number(NumberField field) {
        return switch (field) {
            case SIZE -> "f.size";
            case PARAMETERS -> "f.parameters";
            case DOWNLOADS -> ModelSql.best("m.downloads");
        };
    }

    static String time(TimeField field) {
        return switch (field) {
            case MODIFIED -> "f.modified";
            case SEEN -> "f.seen";
            case ADDED -> "f.added";
            case PUBLISHED -> ModelSql.best("m.published");
        };
    }

    static String digest(Values values, Optional<HashId> hash, String prefix) {
        HexRange range = HexRange.of(prefix);
        String of = hash.map(id -> " AND hash = " + values.add(id.value())).orElse("");
        return "f.content IN (SELECT content FROM digest WHERE value IS NOT NULL%s".formatted(of)
                + " AND value >= %s AND value <= %s)"
                        .formatted(values.add(range.from()), values.add(range.to()));
    }

    static String published(
            Values values, String provider, String model, Optional<String> version) {
        String condition =
                "m.provider = %s AND m.model = %s"
                        .formatted(values.add(provider), values.add(model));
        return version.map(id -> condition + " AND m.version = " + values.add(id))
                .orElse(condition);
    }
}
