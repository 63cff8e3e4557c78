package dev.assay.shell.command;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.ProviderInfo;
import dev.assay.core.query.Filter;
import dev.assay.core.query.Filter.WordField;
import dev.assay.core.query.FilterKey;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.run.Invocation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks up what a filter names. The grammar takes every word for a provider, a hash, a root or a
 * kind, as some come from plugins and others from the catalog; a name that nobody knows would mean
 * no file, and behind a {@code no:} every one.
 */
final class FilterNames {
    /** A longer list is no help. */
    private static final int MOST_TOLD = 40;

    private final Invocation run;

    FilterNames(Invocation run) {
        this.run = run;
    }

    /** {@return what is wrong with the first name that nobody knows} */
    Optional<String> trouble(Filter filter) {
        return trouble(filter, "has");
    }

    private Optional<String> trouble(Filter filter, String key) {
        return switch (filter) {
            case Filter.All(List<Filter> all) -> first(all);
            case Filter.Any(List<Filter> any) -> first(any);
            case Filter.Not(Filter not) -> trouble(not, "no");
            case Filter.KnownTo(String provider) -> provider(key, provider);
            case Filter.Hashed(HashId hash) -> hash(key, hash);
            case Filter.Kind(WordField field, String word) -> kind(field, word);
            case Filter.Contains _,
                    Filter.NameMatches _,
                    Filter.In _,
                    Filter.At _,
                    Filter.Between _,
                    Filter.During _,
                    Filter.Is _,
                    Filter.Has _,
                    Filter.Digest _,
                    Filter.Published _ ->
                    Optional.empty();
        };
    }

    private Optional<String> first(List<Filter> filters) {
        return filters.stream().flatMap(one -> trouble(one).stream()).findFirst();
    }

    private Optional<String> provider(String key, String name) {
        List<String> installed =
                run.library().providers().stream().map(ProviderInfo::name).toList();
        if (installed.contains(name) || isInCatalog(new Filter.KnownTo(name))) {
            return Optional.empty();
        }
        List<String> known =
                Stream.concat(FilterKey.HAS.choices().stream(), installed.stream())
                        .distinct()
                        .toList();
        return known.contains(name) ? Optional.empty() : Optional.of(unknown(key, name, known));
    }

    private Optional<String> hash(String key, HashId hash) {
        List<String> installed =
                run.library().algorithms().stream()
                        .map(AlgorithmInfo::id)
                        .map(HashId::value)
                        .toList();
        return installed.contains(hash.value()) || isInCatalog(new Filter.Hashed(hash))
                ? Optional.empty()
                : Optional.of(unknown(key + ":hash", hash.value(), installed));
    }

    private Optional<String> kind(WordField field, String word) {
        return switch (field) {
            case ROOT -> root(word);
            case TYPE -> word(FilterKey.TYPE, field, word);
            case BASE -> word(FilterKey.BASE, field, word);
            case FORMAT -> word(FilterKey.FORMAT, field, word);
            case DTYPE -> word(FilterKey.DTYPE, field, word);
            case EXT -> Optional.empty();
        };
    }

    private Optional<String> root(String name) {
        if (!run.hasCatalog()) {
            return Optional.empty();
        }
        Collection<String> named = run.library().roots().named().keySet();
        return named.contains(name)
                ? Optional.empty()
                : Optional.of(unknown("root", name, named.stream().sorted().toList()));
    }

    /** Providers name bases of their own, and files number formats; those are in the catalog. */
    private Optional<String> word(FilterKey key, WordField field, String typed) {
        if (key.understands(typed) || isInCatalog(new Filter.Kind(field, typed))) {
            return Optional.empty();
        }
        List<String> known = key.choices();
        String advice =
                Suggest.near(typed, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElseGet(() -> otherwise(key, known));
        return Optional.of("No %s %s. %s".formatted(key.word(), typed, advice));
    }

    private static String otherwise(FilterKey key, List<String> known) {
        return known.size() > MOST_TOLD
                ? "See those that you have: assay stats --by " + key.word()
                : "There are: " + String.join(" ", known);
    }

    private boolean isInCatalog(Filter filter) {
        return run.hasCatalog() && run.library().statistics().count(filter) > 0;
    }

    private static String unknown(String key, String name, List<String> known) {
        String near =
                Suggest.near(name, known)
                        .map(one -> " Did you mean %s:%s?".formatted(key, one))
                        .orElse("");
        String all = known.isEmpty() ? "none" : String.join(" ", known);
        return "No %s:%s.%s There are: %s".formatted(key, name, near, all);
    }
}
