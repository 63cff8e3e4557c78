package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Header;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.ModelType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Says what a file is from its header; pure, offline, and never throws on any header. */
public final class Classifier {

    private Classifier() {}

    /**
     * Classifies a file. The tensors decide; metadata, name and folder only narrow what they leave
     * open, or stand in with {@link Confidence#LIKELY} where there are none.
     *
     * @param header what a reader got out of it
     * @param path where it lies; only its names are looked at, the file is not touched
     */
    public static Classification classify(Header header, Path path) {
        return new Classification(
                ModelType.UNKNOWN,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Measures.precision(header.tensors()),
                OptionalLong.of(Measures.parameters(header.tensors())),
                OptionalInt.of(header.tensors().size()),
                Optional.empty(),
                List.of(),
                Map.of(),
                Confidence.UNKNOWN,
                List.of(),
                List.of(),
                List.of());
    }
}
