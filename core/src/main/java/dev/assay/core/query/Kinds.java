package dev.assay.core.query;

import dev.assay.core.model.ModelType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The words that {@code type:} takes beside the types themselves. */
final class Kinds {
    private static final List<String> COMMON =
            List.of("lycoris", "dora", "clip", "unet", "motion", "upscale");

    private Kinds() {}

    static List<String> types() {
        return Stream.concat(Arrays.stream(ModelType.values()).map(ModelType::id), COMMON.stream())
                .toList();
    }
}
