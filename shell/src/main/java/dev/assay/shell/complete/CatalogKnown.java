package dev.assay.shell.complete;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.query.FilterKey;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Completes from the catalog, which is read once and again when it is some seconds old. */
public final class CatalogKnown implements Known {
    private static final long FRESH_NANOS = 10_000_000_000L;
    private static final int MOST = 50;
    private static final HashId SHA256 = HashId.of("sha256");

    private final Invocation run;
    private List<CatalogEntry> entries = List.of();
    private long read = System.nanoTime() - FRESH_NANOS - 1;

    /** Completes from the library of this run. */
    public CatalogKnown(Invocation run) {
        this.run = run;
    }

    private synchronized List<CatalogEntry> entries() {
        if (run.hasCatalog() && System.nanoTime() - read > FRESH_NANOS) {
            try (Stream<CatalogEntry> all = run.library().entries()) {
                entries = all.toList();
            }
            read = System.nanoTime();
        }
        return entries;
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
    public List<Suggestion> models(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        boolean hash = word.matches("[0-9a-f]{3,}");
        List<Suggestion> found = new ArrayList<>();
        for (CatalogEntry entry : entries()) {
            String name = name(entry.file().path());
            if (name.toLowerCase(Locale.ROOT).contains(word)) {
                found.add(new Suggestion(name, describe(entry), "models", true));
            } else if (hash) {
                entry.digest(SHA256)
                        .filter(digest -> digest.hex().startsWith(word))
                        .ifPresent(d ->
                                found.add(
                                        new Suggestion(
                                                d.hex().substring(0, Math.max(10, word.length())),
                                                name,
                                                "hashes",
                                                true)));
            }
        }
        found.sort(
                Comparator.comparing((Suggestion one) -> !startsWith(one, word))
                        .thenComparing(Suggestion::value));
        return found.stream().limit(MOST).toList();
    }

    private static boolean startsWith(Suggestion one, String word) {
        return one.value().toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static String describe(CatalogEntry entry) {
        Classification found = found(entry);
        return found.type().id() + found.base().map(base -> ", " + base).orElse("");
    }

    @Override
    public List<Suggestion> filters(String typed) {
        int colon = typed.indexOf(':');
        if (colon < 0) {
            return keys();
        }
        String key = typed.substring(0, colon);
        return switch (key) {
            case "type" -> counted(key, e -> List.of(found(e).type().id()));
            case "base" -> counted(key, e -> found(e).bases());
            case "format" -> counted(key, e -> List.of(e.inspection().format().id()));
            case "dtype" -> counted(key, e -> found(e).precision().stream().toList());
            case "ext" -> counted(key, e -> extension(name(e.file().path())));
            default -> choices(key);
        };
    }

    private static List<Suggestion> keys() {
        return Arrays.stream(FilterKey.values())
                .map(key -> new Suggestion(key.word() + ":", key.help(), "filters", false))
                .toList();
    }

    private static List<Suggestion> choices(String key) {
        return FilterKey.of(key).map(FilterKey::choices).orElse(List.of()).stream()
                .map(value -> new Suggestion(key + ":" + value, "", "filters", true))
                .toList();
    }

    private static List<String> extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? List.of() : List.of(name.substring(dot + 1));
    }

    private static Classification found(CatalogEntry entry) {
        return entry.inspection().classification();
    }

    /** {@return how many entries have each value, most common first} */
    List<Suggestion> counted(String key, Function<CatalogEntry, List<String>> values) {
        Map<String, Integer> counts = new TreeMap<>();
        entries().forEach(e -> values.apply(e).forEach(v -> counts.merge(v, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(one ->
                        Suggestion.of(
                                key + ":" + one.getKey(),
                                Sizes.count(one.getValue(), "model"),
                                key + ":"))
                .toList();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
