package dev.assay.shell.command;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.query.Filter;
import dev.assay.core.query.FilterContext;
import dev.assay.core.query.FilterException;
import dev.assay.core.query.FilterKey;
import dev.assay.core.query.FilterParser;
import dev.assay.core.query.Order;
import dev.assay.shell.config.SavedSearches;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.LastResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the files of the catalog that the words on the command line mean: rows of the last list and
 * paths say where, every other word is a filter, and all filters must fit.
 */
public final class Selection {
    private static final Pattern ROW = Pattern.compile("(?:%|row:)(\\d+)(?:-(\\d+))?");

    private final Invocation run;

    /** Finds for this run. */
    public Selection(Invocation run) {
        this.run = run;
    }

    /** {@return the entries that the words mean; all of them without a word} */
    public List<CatalogEntry> entries(List<String> words) {
        return entries(words, Optional.empty());
    }

    /** {@return the entries that the words and the expression mean} */
    public List<CatalogEntry> entries(List<String> typed, Optional<String> expression) {
        List<String> words = new SavedSearches(run.dirs()).expanded(typed);
        List<String> filters = new ArrayList<>();
        List<Path> places = new ArrayList<>();
        Set<Path> rows = new HashSet<>();
        for (String word : words) {
            if (word.equals("_") || ROW.matcher(word).matches()) {
                rows.addAll(rows(word));
            } else {
                place(word).ifPresentOrElse(places::add, () -> filters.add(word));
            }
        }
        boolean anywhere = rows.isEmpty() && places.isEmpty();
        if (anywhere) {
            filters.addAll(run.session().within());
        }
        Filter filter = filter(filters, expression);
        if (!run.hasCatalog()) {
            return List.of();
        }
        try (Stream<CatalogEntry> all = run.library().entries(filter, Order.BY_PATH)) {
            return all.filter(entry -> anywhere || isThere(entry.file().path(), rows, places))
                    .toList();
        }
    }

    private static boolean isThere(Path path, Set<Path> rows, List<Path> places) {
        return rows.contains(path) || places.stream().anyMatch(path::startsWith);
    }

    private Optional<Path> place(String word) {
        Path path = run.host().path(word).toAbsolutePath().normalize();
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    /** Refuses words that are no filters. */
    public void check(List<String> words) {
        filter(new SavedSearches(run.dirs()).expanded(words), Optional.empty());
    }

    private Filter filter(List<String> words, Optional<String> expression) {
        FilterContext context = FilterContext.of(Clock.system(ZoneId.systemDefault()), Set.of());
        words.forEach(word -> check(word, words, context));
        Filter byWords = FilterParser.parse(words, context);
        return expression.isEmpty()
                ? byWords
                : new Filter.All(List.of(byWords, expression(expression.get(), context)));
    }

    private static Filter expression(String typed, FilterContext context) {
        try {
            return FilterParser.parseExpression(typed, context);
        } catch (FilterException e) {
            throw new Failure(ErrorCode.BAD_FILTER, String.valueOf(e.getMessage()));
        }
    }

    /** Every word is read alone first, so that the caret can stand under the wrong one. */
    private static void check(String word, List<String> words, FilterContext context) {
        try {
            FilterParser.parse(List.of(word), context);
            checkType(word);
        } catch (FilterException e) {
            String line = String.join(" ", words);
            String carets = " ".repeat(line.indexOf(word)) + "^".repeat(word.length());
            throw new Failure(ErrorCode.BAD_FILTER, String.valueOf(e.getMessage()))
                    .with("word", word)
                    .pointing(line + "\n" + carets);
        }
    }

    /** Types can be words that a provider uses; only what is nearly one of ours is a mistake. */
    private static void checkType(String word) {
        String prefix = FilterKey.TYPE.word() + ":";
        if (!word.startsWith(prefix)) {
            return;
        }
        List<String> known = FilterKey.TYPE.choices();
        for (String value : word.substring(prefix.length()).split("\\+", -1)) {
            Optional<String> near = Suggest.near(value, known);
            boolean fits = known.contains(value) || isPlural(value, known);
            if (near.isPresent() && !fits) {
                throw new FilterException(
                        "No type " + value + ". Did you mean " + near.get() + "?");
            }
        }
    }

    private static boolean isPlural(String value, List<String> known) {
        return value.endsWith("s") && known.contains(value.substring(0, value.length() - 1));
    }

    /** {@return the paths that the words mean, whether the catalog knows them or not} */
    public List<Path> paths(List<String> words) {
        boolean allPlaces = words.stream().allMatch(word -> place(word).isPresent());
        if (allPlaces) {
            return words.stream().flatMap(word -> place(word).stream()).toList();
        }
        List<CatalogEntry> found = entries(words);
        if (found.isEmpty()) {
            throw nothing(words);
        }
        return Rows.paths(found);
    }

    /** {@return what to say when nothing fits} */
    public static Failure nothing(List<String> words) {
        String typed = String.join(" ", words);
        return Arrays.stream(typed.split(" ", -1)).anyMatch(word -> word.startsWith("/"))
                ? new Failure(ErrorCode.FILE_MISSING, "no such file: " + typed)
                : new Failure(ErrorCode.NO_MATCH, "no model fits " + typed);
    }

    private List<Path> rows(String word) {
        List<Path> rows = new LastResult(run).rows();
        if (rows.isEmpty()) {
            throw new Failure(
                    ErrorCode.NO_MATCH, "no list was shown in this terminal yet", "Run: assay ls");
        }
        var range = ROW.matcher(word);
        if (!range.matches()) {
            return rows;
        }
        int first = number(range.group(1));
        int last = range.group(2) == null ? first : number(range.group(2));
        if (first < 1 || first > last || last > rows.size()) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "no row " + word + ": the last list had " + rows.size(),
                    "List again: assay ls");
        }
        return rows.subList(first - 1, last);
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
