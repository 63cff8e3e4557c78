package dev.assay.core.query;

import dev.assay.core.internal.classify.BaseNames;
import dev.assay.core.internal.format.NumberFormats;
import dev.assay.core.model.Format;
import dev.assay.core.model.ModelType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that filters by kind take, and what is meant by them. */
final class Kinds {
    /** What {@code type:} takes beside the types themselves. */
    private static final List<String> COMMON =
            List.of("lycoris", "dora", "clip", "unet", "motion", "upscale", "pickle");

    private Kinds() {}

    static List<String> types() {
        return Stream.concat(Arrays.stream(ModelType.values()).map(ModelType::id), COMMON.stream())
                .toList();
    }

    static List<String> bases() {
        return List.copyOf(BaseNames.known());
    }

    static List<String> formats() {
        return Arrays.stream(Format.values()).map(Format::id).toList();
    }

    static List<String> dtypes() {
        return List.copyOf(NumberFormats.known());
    }

    static boolean isWord(String typed, List<String> words) {
        return words.contains(typed.toLowerCase(Locale.ROOT));
    }

    static boolean isStartOfBase(String typed) {
        String key = BaseNames.key(typed);
        return !key.isEmpty() && bases().stream().anyMatch(base -> base.startsWith(key));
    }

    static boolean isStartOfDtype(String typed) {
        String key = NumberFormats.key(typed);
        return !key.isEmpty()
                && dtypes().stream().map(NumberFormats::key).anyMatch(one -> one.startsWith(key));
    }
}
