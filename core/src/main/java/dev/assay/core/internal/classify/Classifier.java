package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Header;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        return classify(header, path, RuleBook.standard());
    }

    /** Classifies by other rules than the standard ones. */
    static Classification classify(Header header, Path path, RuleBook book) {
        Contents contents = Contents.of(header.tensors());
        Verdict verdict = Decision.of(contents, book);
        List<String> bases = verdict.bases();
        return new Classification(
                verdict.type(),
                bases.stream().findFirst(),
                bases,
                verdict.variant(),
                Measures.precision(header.tensors()),
                OptionalLong.of(Measures.parameters(header.tensors())),
                OptionalInt.of(header.tensors().size()),
                verdict.adapter().map(AdapterModules::facts),
                List.of(),
                Map.of(),
                confidence(verdict),
                verdict.evidence(),
                verdict.nearMisses(),
                List.of());
    }

    private static Confidence confidence(Verdict verdict) {
        if (!verdict.isKnown()) {
            return Confidence.UNKNOWN;
        }
        return verdict.bases().size() > 1 ? Confidence.AMBIGUOUS : Confidence.CERTAIN;
    }
}
