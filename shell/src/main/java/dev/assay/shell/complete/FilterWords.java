package dev.assay.shell.complete;

import dev.assay.core.model.FileGroup;
import dev.assay.core.model.Grouping;
import dev.assay.core.query.Filter;
import dev.assay.core.query.FilterContext;
import dev.assay.core.query.FilterException;
import dev.assay.core.query.FilterKey;
import dev.assay.core.query.FilterParser;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Completes filters: the keys, and their values with how many models have each. */
final class FilterWords {
    private static final int MOST = 40;
    private static final String NEGATION = "not-";
    private static final List<String> SIZES = List.of("..100M", "500M..", "2G..", "6G..10G");
    private static final List<String> AGES = List.of("1d", "7d", "30d", "180d", "1y");

    private final Invocation run;

    FilterWords(Invocation run) {
        this.run = run;
    }

    /** {@return what the words are relative to} */
    static FilterContext context() {
        return FilterContext.of(Clock.system(ZoneId.systemDefault()), Set.of());
    }

    List<Suggestion> suggest(String typed) {
        int colon = typed.indexOf(':');
        if (colon < 0) {
            return keys(typed.startsWith(NEGATION) ? NEGATION : "");
        }
        String head = typed.substring(0, colon);
        String key = head.startsWith(NEGATION) ? head.substring(NEGATION.length()) : head;
        return FilterKey.of(key)
                .map(known -> values(known, beforeLast(typed, colon)))
                .orElse(List.of());
    }

    /** In a list of values only the last one is completed. */
    private static String beforeLast(String typed, int colon) {
        return typed.substring(0, Math.max(colon, typed.lastIndexOf('+')) + 1);
    }

    private static List<Suggestion> keys(String before) {
        return Arrays.stream(FilterKey.values())
                .map(key -> new Suggestion(before + key.word() + ":", key.help(), "filters", false))
                .toList();
    }

    private List<Suggestion> values(FilterKey key, String before) {
        Optional<Grouping> grouping = Grouping.ofId(key.word());
        if (grouping.isPresent() && run.hasCatalog()) {
            return counted(grouping.get(), before);
        }
        return switch (key) {
            case IS, HAS, NO -> countedChoices(key, before);
            case SIZE -> plain(SIZES, before, key.help());
            case OLDER, NEWER, SEEN, ADDED, PUBLISHED -> plain(AGES, before, key.help());
            default -> plain(key.choices(), before, "");
        };
    }

    private List<Suggestion> counted(Grouping grouping, String before) {
        return run.library().statistics().groups(grouping, Filter.everything()).stream()
                .filter(group -> !group.key().isEmpty())
                .sorted(Comparator.comparingLong(FileGroup::files).reversed())
                .limit(MOST)
                .map(group ->
                        Suggestion.of(
                                before + group.key().toLowerCase(Locale.ROOT),
                                Sizes.count(group.files(), "model"),
                                "values"))
                .toList();
    }

    private List<Suggestion> countedChoices(FilterKey key, String before) {
        return key.choices().stream()
                .map(choice ->
                        Suggestion.of(before + choice, count(key.word() + ":" + choice), "values"))
                .toList();
    }

    private String count(String word) {
        if (!run.hasCatalog()) {
            return "";
        }
        try {
            Filter filter = FilterParser.parse(List.of(word), context());
            return Sizes.count(run.library().statistics().count(filter), "model");
        } catch (FilterException e) {
            return "";
        }
    }

    private static List<Suggestion> plain(List<String> values, String before, String help) {
        return values.stream().map(value -> Suggestion.of(before + value, help, "values")).toList();
    }
}
