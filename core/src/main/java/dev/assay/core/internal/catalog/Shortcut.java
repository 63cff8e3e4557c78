package dev.assay.core.internal.catalog;

import dev.assay.core.query.Filter;
import dev.assay.core.query.Filter.NumberField;
import dev.assay.core.query.Filter.TimeField;
import dev.assay.hash.spi.HashId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that a filter may mean without looking at every file, where there is an index for
 * it: all that it means, and maybe others.
 */
final class Shortcut {
    private final Values values = new Values();

    private Shortcut() {}

    /** {@return a statement that gives ids of files; nothing when there is no index for it} */
    static Optional<FilterSql.Condition> of(Filter filter) {
        Shortcut shortcut = new Shortcut();
        return shortcut.ids(filter)
                .map(sql -> new FilterSql.Condition(sql, shortcut.values.all(), false));
    }

    private Optional<String> ids(Filter filter) {
        return switch (filter) {
            case Filter.Any(var parts) -> any(parts);
            case Filter.Contains(var field, var text) -> TextSql.ids(values, field, text);
            case Filter.Kind(var field, var word) -> KindSql.ids(values, field, word);
            case Filter.In(var folder) ->
                    Optional.of(
                            "SELECT f.id FROM folder d CROSS JOIN file f ON f.folder = d.id WHERE "
                                    + PlaceSql.in(values, folder));
            case Filter.Between(var field, var from, var to) ->
                    number(
                            field,
                            from.isPresent() ? from.getAsLong() : null,
                            to.isPresent() ? to.getAsLong() : null);
            case Filter.During(var field, var from, var to) ->
                    time(field, from.map(Sql::nanos).orElse(null), to.map(Sql::nanos).orElse(null));
            case Filter.NameMatches(var regex) ->
                    Literals.of(regex).flatMap(text -> TextSql.named(values, text));
            case Filter.Is(var facet) -> FacetSql.ids(facet);
            case Filter.Has(var thing) -> FacetSql.ids(thing);
            case Filter.KnownTo(var provider) ->
                    Optional.of(
                            TextSql.ownIds(
                                    "identity i",
                                    "i.state = 'found' AND i.provider = " + values.add(provider),
                                    "i.content"));
            case Filter.Digest(var hash, var prefix) -> digest(hash, prefix);
            case Filter.Published(var provider, var model, var version) ->
                    Optional.of(
                            ModelSql.ids(FilterSql.published(values, provider, model, version)));
            case Filter.All _, Filter.Not _, Filter.At _, Filter.Hashed _ -> Optional.empty();
        };
    }

    private Optional<String> any(List<Filter> parts) {
        List<String> all = new ArrayList<>();
        for (Filter part : parts) {
            ids(part).ifPresent(all::add);
        }
        return all.isEmpty() || all.size() < parts.size()
                ? Optional.empty()
                : Optional.of(String.join(" UNION ALL ", all));
    }

    private Optional<String> number(NumberField field, @Nullable Long from, @Nullable Long to) {
        return switch (field) {
            case SIZE, PARAMETERS -> range(FilterSql.number(field), from, to, "<=");
            case DOWNLOADS -> published("m.downloads", from, to, "<=");
        };
    }

    private Optional<String> time(TimeField field, @Nullable Long from, @Nullable Long to) {
        return switch (field) {
            case MODIFIED, SEEN, ADDED -> range(FilterSql.time(field), from, to, "<");
            case PUBLISHED -> published("m.published", from, to, "<");
        };
    }

    private Optional<String> range(
            String column, @Nullable Long from, @Nullable Long to, String upTo) {
        return Optional.of(
                "SELECT f.id FROM file f WHERE " + values.between(column, from, to, upTo));
    }

    /** A range without ends means those that nobody published, too. */
    private Optional<String> published(
            String column, @Nullable Long from, @Nullable Long to, String upTo) {
        return from == null && to == null
                ? Optional.empty()
                : Optional.of(ModelSql.idsByFacts(values.between(column, from, to, upTo)));
    }

    private Optional<String> digest(Optional<HashId> hash, String prefix) {
        return Optional.of(
                "SELECT f.id FROM file f WHERE " + FilterSql.digest(values, hash, prefix));
    }
}
