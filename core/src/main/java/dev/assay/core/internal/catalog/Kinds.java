package dev.assay.core.internal.catalog;

import dev.assay.core.model.Confidence;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.ModelType;
import dev.assay.core.model.Safety;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a file says in a few words, which thousands of files share: they are read as
 * one text, and taken apart once for all files that have the same.
 */
final class Kinds {
    /** One text of the columns of {@code file f}, in the order of the face. */
    static final String COLUMN =
            "concat_ws('\u001f', f.type, coalesce(f.base, '\u001e'), f.format,"
                    + " coalesce(f.precision, '\u001e'), f.state, f.confidence, f.safety)";

    private static final String BETWEEN = "\u001f";
    private static final String NONE = "\u001e";
    private static final int WORDS = 7;

    /** More kinds than there are come from damage. */
    private static final int MOST = 10_000;

    private static final Map<String, ModelType> TYPES = words(ModelType.values(), ModelType::id);
    private static final Map<String, Format> FORMATS = words(Format.values(), Format::id);
    private static final Map<String, FileState> STATES = words(FileState.values(), FileState::id);
    private static final Map<String, Confidence> CONFIDENCES =
            words(Confidence.values(), Confidence::id);
    private static final Map<String, Safety.Verdict> VERDICTS =
            words(Safety.Verdict.values(), Enum::name);

    private final Map<String, Optional<Kind>> known = new HashMap<>();

    /**
     * What a header says.
     *
     * @param covered the part of a face's sum that is about it
     */
    record Kind(
            ModelType type,
            Optional<String> base,
            Format format,
            Optional<String> precision,
            FileState state,
            Confidence confidence,
            Safety.Verdict safety,
            RowSum covered) {}

    /** {@return the constants of an enum by what stands for them in the catalog} */
    static <E> Map<String, E> words(E[] constants, Function<E, String> word) {
        Map<String, E> words = new HashMap<>();
        for (E constant : constants) {
            words.put(word.apply(constant), constant);
        }
        return words;
    }

    /** {@return what the text says; nothing when this version does not know a word of it} */
    Optional<Kind> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(text, Kinds::read);
    }

    private static Optional<Kind> read(String text) {
        String[] words = text.split(BETWEEN, -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        ModelType type = TYPES.get(words[0]);
        Format format = FORMATS.get(words[2]);
        FileState state = STATES.get(words[4]);
        Confidence confidence = CONFIDENCES.get(words[5]);
        Safety.Verdict safety = VERDICTS.get(words[6]);
        if (type == null
                || format == null
                || state == null
                || confidence == null
                || safety == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Kind(
                        type,
                        some(words[1]),
                        format,
                        some(words[3]),
                        state,
                        confidence,
                        safety,
                        covered(words)));
    }

    private static Optional<String> some(String word) {
        return word.equals(NONE) ? Optional.empty() : Optional.of(word);
    }

    private static RowSum covered(String[] words) {
        RowSum sum = new RowSum();
        for (String word : words) {
            sum.add(some(word).orElse(null));
        }
        return sum;
    }
}
