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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks up what a filter names. The grammar takes every word for a provider, a hash, a root or a
 * type, as some come from plugins and others from the catalog; a name that nobody knows would mean
 * no file, and behind a {@code no:} every one.
 */
final class FilterNames {
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
            case TYPE -> type(word);
            case BASE, EXT, FORMAT, DTYPE -> Optional.empty();
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

    /** Types can be words that a provider uses; only what is nearly one of ours is a mistake. */
    private static Optional<String> type(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        List<String> known = FilterKey.TYPE.choices();
        boolean fits = known.contains(word) || isPlural(word, known);
        return fits
                ? Optional.empty()
                : Suggest.near(word, known)
                        .map(near -> "No type " + word + ". Did you mean " + near + "?");
    }

    private static boolean isPlural(String value, List<String> known) {
        return value.endsWith("s") && known.contains(value.substring(0, value.length() - 1));
    }

    private boolean isInCatalog(Filter filter) {
        return run.hasCatalog() && run.library().statistics().total(filter).files() > 0;
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
