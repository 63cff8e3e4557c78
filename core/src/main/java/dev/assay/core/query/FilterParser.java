package dev.assay.core.query;

import dev.assay.core.query.Filter.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a person typed into a {@link Filter}.
 *
 * <p>Words such as {@code type:lora+lycoris size:200M.. detail} need no quotes in any shell:
 * different keys are and, the same key again is or, {@code +} is or, {@code not-KEY:} is not, and a
 * bare word is part of the name. The long form {@code size > 2GB and (type = lora or no civitai)}
 * is for what that cannot say.
 */
public final class FilterParser {
    private static final Pattern KEYED =
            Pattern.compile("(not-)?([a-z][a-z0-9-]*):(.*)", Pattern.DOTALL);
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{6,128}");
    private static final Pattern ADDRESS = Pattern.compile("([0-9]+)(?:@([0-9]+))?");
    private static final Pattern URN =
            Pattern.compile("urn:air:[^:]+:[^:]+:([a-z0-9-]+):([0-9]+)(?:@([0-9]+))?");
    private static final Pattern PAGE =
            Pattern.compile(
                    "https?://(?:www\\.)?civitai\\.[a-z]+/models/([0-9]+)"
                            + "(?:[/?#].*?)?(?:modelVersionId=([0-9]+).*)?");

    private final FilterContext context;

    private FilterParser(FilterContext context) {
        this.context = context;
    }

    /**
     * {@return the filter that these words mean together}
     *
     * @param words one filter a word, as a shell splits them
     * @param context what the words are relative to
     * @throws FilterException naming the first word that makes no sense
     */
    public static Filter parse(List<String> words, FilterContext context) {
        return new FilterParser(context).words(words);
    }

    /**
     * {@return the filter that an expression means}
     *
     * @param expression filters joined by {@code and}, {@code or}, {@code not} and brackets
     * @param context what the words are relative to
     * @throws FilterException naming the first part that makes no sense
     */
    public static Filter parseExpression(String expression, FilterContext context) {
        return ExpressionParser.parse(expression, context);
    }

    private Filter words(List<String> words) {
        Map<String, List<Filter>> byKey = new LinkedHashMap<>();
        for (String word : words) {
            byKey.computeIfAbsent(group(word), _ -> new ArrayList<>()).add(word(word));
        }
        // Two bare words are two parts of one name; two values of one key are alternatives.
        List<Filter> all = new ArrayList<>();
        byKey.forEach((key, filters) -> {
            if (key.isEmpty() || key.startsWith("not-")) {
                all.addAll(filters);
            } else {
                all.add(any(filters));
            }
        });
        return all.size() == 1 ? all.getFirst() : new Filter.All(all);
    }

    private static String group(String word) {
        Matcher keyed = KEYED.matcher(word);
        if (!keyed.matches()) {
            return word.startsWith("http") || isDigest(word) ? "file" : "";
        }
        boolean known = FilterKey.of(keyed.group(2)).isPresent();
        return known ? word.substring(0, keyed.start(3) - 1) : "file";
    }

    private Filter word(String word) {
        Optional<Filter> address = address(word);
        if (address.isPresent()) {
            return address.get();
        }
        Matcher keyed = KEYED.matcher(word);
        if (!keyed.matches()) {
            return bare(word);
        }
        boolean not = keyed.group(1) != null;
        Filter filter = keyed(keyed.group(2), keyed.group(3));
        return not ? new Filter.Not(filter) : filter;
    }

    private static Filter bare(String word) {
        Filter name = new Filter.Contains(TextField.NAME, word);
        if (!isDigest(word)) {
            return name;
        }
        String hex = word.toLowerCase(Locale.ROOT);
        return any(List.of(new Filter.Digest(Optional.empty(), hex), name));
    }

    private static boolean isDigest(String word) {
        return HEX.matcher(word).matches();
    }

    private Filter keyed(String word, String value) {
        Optional<FilterKey> key = FilterKey.of(word);
        if (key.isPresent()) {
            return values(key.get(), value);
        }
        if (context.roots().contains(word)) {
            Filter root = new Filter.Kind(Filter.WordField.ROOT, word);
            return value.isEmpty() ? root : new Filter.All(List.of(root, new Filter.In(value)));
        }
        if (isDigest(value) && !value.isEmpty()) {
            return new Filter.Digest(
                    Optional.of(FilterKey.hash(word)), value.toLowerCase(Locale.ROOT));
        }
        List<String> known = Arrays.stream(FilterKey.values()).map(FilterKey::word).toList();
        throw new FilterException(
                "No filter '%s:'.%s See: assay help filters"
                        .formatted(
                                word,
                                Nearest.to(word, known)
                                        .map(near -> " Did you mean %s:?".formatted(near))
                                        .orElse("")));
    }

    private Filter values(FilterKey key, String value) {
        if (key == FilterKey.RE || key == FilterKey.DIR) {
            return key.filter(value, context);
        }
        return any(
                Arrays.stream(value.split("\\+", -1))
                        .map(one -> key.filter(one, context))
                        .toList());
    }

    /** {@return the filter for a model's address at a provider} */
    static Optional<Filter> address(String word) {
        Matcher urn = URN.matcher(word);
        if (urn.matches()) {
            return Optional.of(published(urn.group(1), urn.group(2), urn.group(3)));
        }
        Matcher page = PAGE.matcher(word);
        if (page.matches()) {
            return Optional.of(published("civitai", page.group(1), page.group(2)));
        }
        Matcher keyed = KEYED.matcher(word);
        if (keyed.matches() && FilterKey.of(keyed.group(2)).isEmpty() && keyed.group(1) == null) {
            Matcher address = ADDRESS.matcher(keyed.group(3));
            boolean hash = HASHES.matcher(keyed.group(2)).matches();
            if (address.matches() && !hash) {
                return Optional.of(published(keyed.group(2), address.group(1), address.group(2)));
            }
        }
        return Optional.empty();
    }

    /** A digest of digits alone looks like a number of a model. */
    private static final Pattern HASHES =
            Pattern.compile("(sha|md|crc|blake|auto|payload|head|edges|ripemd|sm3|whirlpool).*");

    private static Filter published(
            String provider, String model, @org.jspecify.annotations.Nullable String version) {
        return new Filter.Published(provider, model, Optional.ofNullable(version));
    }

    static Filter any(List<Filter> filters) {
        return filters.size() == 1 ? filters.getFirst() : new Filter.Any(filters);
    }
}
