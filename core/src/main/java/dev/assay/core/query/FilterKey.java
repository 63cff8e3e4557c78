package dev.assay.core.query;

import dev.assay.core.query.Filter.Facet;
import dev.assay.core.query.Filter.NumberField;
import dev.assay.core.query.Filter.TextField;
import dev.assay.core.query.Filter.Thing;
import dev.assay.core.query.Filter.TimeField;
import dev.assay.core.query.Filter.WordField;
import dev.assay.hash.spi.HashId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The words before the colon: {@code type:lora}, {@code size:2G..}, {@code is:unknown}. */
public enum FilterKey {
    /** What loads it. */
    TYPE("what it is", "type:lora+lycoris", (v, _) -> kind(WordField.TYPE, v)),
    /** Family. */
    BASE("the family it belongs to", "base:sdxl", (v, _) -> kind(WordField.BASE, v)),
    /** Extension. */
    EXT("the end of its name", "ext:ckpt", (v, _) -> kind(WordField.EXT, v)),
    /** Container. */
    FORMAT("its container", "format:gguf", (v, _) -> kind(WordField.FORMAT, v)),
    /** Number format. */
    DTYPE("its number format", "dtype:fp16", (v, _) -> kind(WordField.DTYPE, v)),
    /** Named root. */
    ROOT("the root it lies in", "root:comfy", (v, _) -> kind(WordField.ROOT, v)),
    /** Folder. */
    DIR("the folder it lies in", "dir:loras/style", (v, _) -> new Filter.In(v)),
    /** Bytes. */
    SIZE("its size, a range", "size:200M..2G", (v, _) -> number(NumberField.SIZE, v)),
    /** Parameters. */
    PARAMS("its parameters, a range", "params:1G..", (v, _) -> number(NumberField.PARAMETERS, v)),
    /** Downloads. */
    DOWNLOADS(
            "downloads of the model, a range",
            "downloads:10k..",
            (v, _) -> number(NumberField.DOWNLOADS, v)),
    /** Not changed since. */
    OLDER("changed before", "older:180d", (v, c) -> Times.before(TimeField.MODIFIED, v, c)),
    /** Changed since. */
    NEWER("changed after", "newer:6w", (v, c) -> Times.since(TimeField.MODIFIED, v, c)),
    /** Last seen to change. */
    SEEN("last seen new, changed or moved", "seen:2d", (v, c) -> Times.since(TimeField.SEEN, v, c)),
    /** First seen. */
    ADDED("first seen", "added:2026-01-01..", (v, c) -> Times.since(TimeField.ADDED, v, c)),
    /** Published. */
    PUBLISHED(
            "when the version came out",
            "published:1y",
            (v, c) -> Times.since(TimeField.PUBLISHED, v, c)),
    /** Name. */
    NAME("part of its name", "name:detail", (v, _) -> text(TextField.NAME, v)),
    /** Regular expression. */
    RE("a regular expression in its name", "re:v[0-9]+", (v, _) -> regex(v)),
    /** Model name. */
    MODEL("part of the model's name", "model:juggernaut", (v, _) -> text(TextField.MODEL, v)),
    /** Creator. */
    CREATOR("who published it", "creator:kohya", (v, _) -> text(TextField.CREATOR, v)),
    /** Tags. */
    TAG("your tags and the provider's", "tag:anime", (v, _) -> text(TextField.TAG, v)),
    /** Trigger words. */
    TRIGGER("words that trigger it", "trigger:ohwx", (v, _) -> text(TextField.TRIGGER, v)),
    /** Licence. */
    LICENSE("what the creator allows", "license:Rent", (v, _) -> text(TextField.LICENSE, v)),
    /** Note. */
    NOTE("your note", "note:todo", (v, _) -> text(TextField.NOTE, v)),
    /** Any text. */
    TEXT("any of these texts", "text:anime", (v, _) -> text(TextField.ANY, v)),
    /** State. */
    IS("a state", "is:unknown", (v, _) -> new Filter.Is(one(Facet.class, "is", v))),
    /** Has. */
    HAS("something it has", "has:preview", (v, _) -> thing("has", v)),
    /** Has not. */
    NO("something it has not", "no:note", (v, _) -> new Filter.Not(thing("no", v)));

    private final String help;
    private final String example;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Maker maker;

    FilterKey(String help, String example, Maker maker) {
        this.help = help;
        this.example = example;
        this.maker = maker;
    }

    private interface Maker {
        Filter make(String value, FilterContext context);
    }

    /** {@return the word, in lower case} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what it asks for, in a few words} */
    public String help() {
        return help;
    }

    /** {@return a filter that makes sense} */
    public String example() {
        return example;
    }

    /** {@return the values to choose from; empty when they are free or not known here} */
    public List<String> choices() {
        return switch (this) {
            case IS -> words(Facet.class);
            case HAS, NO ->
                    Stream.concat(words(Thing.class).stream(), Stream.of("civitai")).toList();
            case TYPE -> Kinds.types();
            case BASE -> Kinds.bases();
            case FORMAT -> Kinds.formats();
            case DTYPE -> Kinds.dtypes();
            default -> List.of();
        };
    }

    /**
     * {@return whether a value can mean something without looking into a catalog: it is one of the
     * {@link #choices}, however it is spelled, or they are free} A catalog may know other bases and
     * number formats, which providers and files name.
     *
     * @param value one value, as typed
     */
    public boolean understands(String value) {
        return switch (this) {
            case TYPE, FORMAT -> Kinds.isWord(value, choices());
            case BASE -> Kinds.isStartOfBase(value);
            case DTYPE -> Kinds.isStartOfDtype(value);
            default -> true;
        };
    }

    /**
     * {@return the key of this word}
     *
     * @param word the key as typed, without the colon
     */
    public static Optional<FilterKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
    }

    /** {@return the filter for one value} */
    Filter filter(String value, FilterContext context) {
        if (value.isEmpty()) {
            throw new FilterException("%s: needs a value, such as %s".formatted(word(), example));
        }
        return maker.make(value, context);
    }

    private static Filter kind(WordField field, String value) {
        return new Filter.Kind(field, value);
    }

    private static Filter text(TextField field, String value) {
        return new Filter.Contains(field, value);
    }

    private static Filter number(NumberField field, String value) {
        return Numbers.range(field, value);
    }

    private static Filter regex(String value) {
        try {
            Pattern.compile(value);
            return new Filter.NameMatches(value);
        } catch (PatternSyntaxException e) {
            throw new FilterException(
                    "re:%s is no regular expression (%s)".formatted(value, e.getDescription()));
        }
    }

    private static Filter thing(String key, String value) {
        if (value.startsWith("hash:")) {
            return new Filter.Hashed(hash(value.substring("hash:".length())));
        }
        Optional<Thing> thing = find(Thing.class, value);
        if (thing.isPresent()) {
            return new Filter.Has(thing.get());
        }
        if (value.matches("[a-z][a-z0-9-]*")) {
            // Providers are plugins, so any name may be one.
            return new Filter.KnownTo(value);
        }
        throw unknownValue(key, value, words(Thing.class));
    }

    /** {@return the hash of this name, whether it is installed or not} */
    static HashId hash(String name) {
        try {
            return HashId.of(name);
        } catch (IllegalArgumentException e) {
            throw new FilterException(String.valueOf(e.getMessage()));
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, String key, String value) {
        return find(type, value).orElseThrow(() -> unknownValue(key, value, words(type)));
    }

    private static <E extends Enum<E>> Optional<E> find(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(value))
                .findFirst();
    }

    private static FilterException unknownValue(String key, String value, List<String> known) {
        return new FilterException(
                "No %s:%s.%s There are: %s"
                        .formatted(
                                key,
                                value,
                                Nearest.to(value, known)
                                        .map(near -> " Did you mean %s:%s?".formatted(key, near))
                                        .orElse(""),
                                String.join(" ", known)));
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
