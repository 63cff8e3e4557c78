package dev.assay.shell.command;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.query.Filter;
import dev.assay.core.query.FilterKey;
import dev.assay.core.query.Order;
import dev.assay.shell.config.SavedSearches;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files of the catalog that the words on the command line mean: rows of the last list,
 * roots, globs and paths say where, every other word is a filter, and all filters must fit.
 */
public final class Selection {
    private final Invocation run;
    private final Places places;

    /** Finds for this run. */
    public Selection(Invocation run) {
        this.run = run;
        this.places = new Places(run);
    }

    /** {@return where the word says that files are; nothing when it is a filter} */
    public Optional<List<Path>> places(String word) {
        return places.of(word);
    }

    /** {@return the filter that the words mean; every file without a word} */
    public Filter filter(List<String> words) {
        return filter(words, Optional.empty());
    }

    /** {@return the filter that the words and the expression mean together} */
    public Filter filter(List<String> typed, Optional<String> expression) {
        List<String> words = new SavedSearches(run.dirs()).expanded(typed);
        List<String> filters = new ArrayList<>();
        List<Path> where = new ArrayList<>();
        for (String word : words) {
            places.of(word).ifPresentOrElse(where::addAll, () -> filters.add(word));
        }
        boolean anywhere = filters.size() == words.size();
        if (anywhere) {
            filters.addAll(run.session().within());
        }
        FilterWords parser = new FilterWords(run);
        List<Filter> all = new ArrayList<>();
        all.add(parser.parse(filters));
        expression.map(parser::expression).ifPresent(all::add);
        if (!anywhere) {
            all.add(new Filter.At(where));
        }
        return all.size() == 1 ? all.getFirst() : new Filter.All(all);
    }

    /** Refuses words that are no filters. */
    public void check(List<String> words) {
        new FilterWords(run).parse(new SavedSearches(run.dirs()).expanded(words));
    }

    /** {@return the entries that the words mean; all of them without a word} */
    public List<CatalogEntry> entries(List<String> words) {
        return entries(filter(words));
    }

    /** {@return the entries that a filter means, by path} */
    public List<CatalogEntry> entries(Filter filter) {
        if (!run.hasCatalog()) {
            return List.of();
        }
        try (Stream<CatalogEntry> all = run.library().entries(filter, Order.BY_PATH)) {
            return all.toList();
        }
    }

    /** {@return how many files a filter means} */
    public long count(Filter filter) {
        return run.hasCatalog() ? run.library().statistics().count(filter) : 0;
    }

    /** {@return the entries that the words mean, of which there must be one} */
    public List<CatalogEntry> some(List<String> words) {
        if (words.isEmpty()) {
            throw new Failure(ErrorCode.ARGUMENT_MISSING, "say which files are meant");
        }
        List<CatalogEntry> found = entries(words);
        if (found.isEmpty()) {
            throw nothing(words);
        }
        return found;
    }

    /** {@return the paths that the words mean, whether the catalog knows them or not} */
    public List<Path> paths(List<String> words) {
        List<Path> there = new ArrayList<>();
        for (String word : words) {
            Optional<List<Path>> found = places.of(word);
            if (found.isEmpty()) {
                return Rows.paths(some(words));
            }
            there.addAll(found.get());
        }
        return there;
    }

    /** {@return whether a word names a file, a hash or a model, and is no filter} */
    public static boolean isName(String word) {
        int colon = word.indexOf(':');
        String key = word.substring(0, Math.max(0, colon)).replaceFirst("^not-", "");
        boolean isWhole = word.endsWith(":") || word.endsWith("/");
        return colon < 0
                || (FilterKey.of(key).isEmpty()
                        && !word.startsWith(SavedSearches.PREFIX)
                        && !isWhole);
    }

    /** {@return what to say when nothing fits} */
    public static Failure nothing(List<String> words) {
        String typed = String.join(" ", words);
        return words.stream().anyMatch(Places::looksLikeAPath)
                ? new Failure(ErrorCode.FILE_MISSING, "no such file: " + typed)
                : new Failure(ErrorCode.NO_MATCH, "no model fits " + typed);
    }
}
