package dev.assay.shell.complete;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.query.Filter;
import dev.assay.core.query.FilterParser;
import dev.assay.core.query.Order;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.config.SavedSearches;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.LastResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes from the catalog, which answers each question with a query of its own. */
public final class CatalogKnown implements Known {
    private static final int MOST = 50;
    private static final int LEAST_DIGITS = 4;
    private static final int LEAST_LETTERS = 3;
    private static final HashId SHA256 = HashId.of("sha256");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + LEAST_DIGITS + ",64}");

    private final Invocation run;
    private final FilterWords filters;

    /** Completes from the library of this run. */
    public CatalogKnown(Invocation run) {
        this.run = run;
        this.filters = new FilterWords(run);
    }

    @Override
    public List<Suggestion> algorithms() {
        return run.library().algorithms().stream()
                .map(info -> new Suggestion(info.id().value(), info.purpose(), "hashes", true))
                .toList();
    }

    @Override
    public List<Suggestion> providers() {
        return run.library().providers().stream()
                .map(info -> new Suggestion(info.name(), "", "providers", true))
                .toList();
    }

    @Override
    public List<Suggestion> plugins() {
        return run.library().plugins().all().stream()
                .map(plugin -> new Suggestion(plugin.name(), plugin.state().id(), "plugins", true))
                .toList();
    }

    @Override
    public List<Suggestion> filters(String typed) {
        return filters.suggest(typed);
    }

    @Override
    public List<Suggestion> saved() {
        return searches().toList();
    }

    private Stream<Suggestion> searches() {
        return new SavedSearches(run.dirs())
                .all().entrySet().stream()
                        .map(one ->
                                Suggestion.of(
                                        SavedSearches.PREFIX + one.getKey(),
                                        one.getValue(),
                                        "searches"));
    }

    @Override
    public List<Suggestion> rows() {
        List<Path> rows = new LastResult(run).rows();
        List<Suggestion> all = new ArrayList<>();
        for (int at = 0; at < Math.min(rows.size(), MOST); at++) {
            all.add(Suggestion.of("%" + (at + 1), name(rows.get(at)), "rows"));
        }
        return all;
    }

    @Override
    public List<Suggestion> models(String typed) {
        if (!run.hasCatalog() || typed.isEmpty()) {
            return List.of();
        }
        String word = typed.toLowerCase(Locale.ROOT);
        List<Suggestion> found =
                new ArrayList<>(named(new Filter.Contains(Filter.TextField.NAME, word), word));
        if (found.isEmpty() && word.length() >= LEAST_LETTERS) {
            found.addAll(named(new Filter.NameMatches(inThisOrder(word)), word));
        }
        if (HEX.matcher(word).matches()) {
            found.addAll(hashes(word));
        }
        return found;
    }

    private List<Suggestion> named(Filter filter, String word) {
        Filter wanted = new Filter.All(List.of(filter, within()));
        try (Stream<CatalogEntry> some = run.library().entries(wanted, Order.BY_PATH)) {
            return some.limit(MOST)
                    .map(entry ->
                            new Suggestion(
                                    name(entry.file().path()), describe(entry), "models", true))
                    .sorted(
                            Comparator.comparing((Suggestion one) -> !startsWith(one, word))
                                    .thenComparing(Suggestion::value))
                    .toList();
        }
    }

    /** What the shell stays within is all that can be meant. */
    private Filter within() {
        List<String> words = run.session().within();
        return words.isEmpty()
                ? Filter.everything()
                : FilterParser.parse(words, FilterWords.context());
    }

    /** Letters that come one after the other, however far apart. */
    private static String inThisOrder(String word) {
        return "(?i)"
                + word.codePoints()
                        .mapToObj(Character::toString)
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
    }

    private List<Suggestion> hashes(String prefix) {
        List<Suggestion> found = new ArrayList<>();
        for (CatalogEntry entry : run.library().entriesByHash(prefix)) {
            entry.digest(SHA256)
                    .map(Digest::hex)
                    .filter(hex -> hex.startsWith(prefix))
                    .ifPresent(hex ->
                            found.add(
                                    Suggestion.of(
                                            hex.substring(0, Math.max(10, prefix.length())),
                                            name(entry.file().path()),
                                            "hashes")));
        }
        return found.stream().limit(MOST).toList();
    }

    private static boolean startsWith(Suggestion one, String word) {
        return one.value().toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static String describe(CatalogEntry entry) {
        Classification found = entry.inspection().classification();
        return found.type().id() + found.base().map(base -> ", " + base).orElse("");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
