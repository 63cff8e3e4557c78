package dev.assay.shell.command;

import dev.assay.core.query.Filter;
import dev.assay.core.query.FilterContext;
import dev.assay.core.query.FilterException;
import dev.assay.core.query.FilterKey;
import dev.assay.core.query.FilterParser;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads words that are filters, and points at every one that makes no sense. */
final class FilterWords {
    /** A word that makes no sense, and where it stands in the line. */
    private record Trouble(String word, int at, int length, String message) {
        String carets() {
            return " ".repeat(at) + "^".repeat(length);
        }
    }

    private final FilterNames names;

    /** Reads for this run. */
    FilterWords(Invocation run) {
        this.names = new FilterNames(run);
    }

    /** Asking for the time zone reads those of the whole world. */
    private static FilterContext context() {
        return FilterContext.of(Clock.system(ZoneId.systemDefault()), Set.of());
    }

    Filter parse(List<String> words) {
        if (words.isEmpty()) {
            return new Filter.All(List.of());
        }
        List<Trouble> troubles = troubles(words);
        if (!troubles.isEmpty()) {
            throw failure(words, troubles);
        }
        List<String> globs = words.stream().filter(FilterWords::isGlob).toList();
        List<String> plain = words.stream().filter(word -> !isGlob(word)).toList();
        Filter byWords = FilterParser.parse(plain, context());
        if (globs.isEmpty()) {
            return byWords;
        }
        List<Filter> names = new ArrayList<>();
        globs.forEach(glob -> names.add(new Filter.NameMatches(Glob.regex(glob))));
        return new Filter.All(List.of(byWords, new Filter.Any(names)));
    }

    private static boolean isGlob(String word) {
        return Glob.isGlob(word) && !word.contains(":");
    }

    Filter expression(String typed) {
        Filter filter = parsed(typed);
        names.trouble(filter)
                .ifPresent(message -> {
                    throw new Failure(ErrorCode.BAD_FILTER, message);
                });
        return filter;
    }

    private static Filter parsed(String expression) {
        try {
            return FilterParser.parseExpression(expression, context());
        } catch (FilterException e) {
            throw new Failure(ErrorCode.BAD_FILTER, String.valueOf(e.getMessage()));
        }
    }

    /** Every word is read alone, so that all the wrong ones are named at once. */
    private List<Trouble> troubles(List<String> words) {
        List<Trouble> troubles = new ArrayList<>();
        int at = 0;
        for (String word : words) {
            Optional<String> message = isGlob(word) ? Optional.empty() : trouble(word);
            if (message.isPresent()) {
                int value = valueOf(word);
                troubles.add(new Trouble(word, at + value, word.length() - value, message.get()));
            }
            at += word.length() + 1;
        }
        return troubles;
    }

    private Optional<String> trouble(String word) {
        try {
            return names.trouble(FilterParser.parse(List.of(word), context()));
        } catch (FilterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** {@return where in the word the value begins when its key is known, else 0} */
    private static int valueOf(String word) {
        int colon = word.indexOf(':');
        String key = word.substring(0, Math.max(0, colon));
        boolean known = FilterKey.of(key.replaceFirst("^not-", "")).isPresent();
        return known && colon + 1 < word.length() ? colon + 1 : 0;
    }

    private static Failure failure(List<String> words, List<Trouble> troubles) {
        String line = String.join(" ", words);
        Trouble first = troubles.getFirst();
        if (troubles.size() == 1) {
            return new Failure(ErrorCode.BAD_FILTER, first.message())
                    .with("word", first.word())
                    .pointing(line + "\n" + first.carets());
        }
        StringBuilder pointer = new StringBuilder(line);
        troubles.forEach(one -> pointer.append('\n').append(one.carets() + " " + one.message()));
        return new Failure(
                        ErrorCode.BAD_FILTER,
                        troubles.size() + " words of the filter make no sense")
                .with("words", troubles.stream().map(Trouble::word).toList())
                .pointing(pointer.toString());
    }
}
