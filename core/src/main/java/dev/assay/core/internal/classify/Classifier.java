package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Header;
import dev.assay.core.model.Classification;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Says what a file is from its header; pure, offline, and never throws on any header. */
public final class Classifier {

    private Classifier() {}

    /**
     * Classifies a file. The tensors decide; metadata, name and folder only narrow what they leave
     * open, or stand in with {@link dev.assay.core.model.Confidence#LIKELY} where there are none.
     *
     * @param header what a reader got out of it
     * @param path where it lies; only its names are looked at, the file is not touched
     */
    public static Classification classify(Header header, Path path) {
        return classify(header, path, RuleBook.standard());
    }

    /** Classifies by other rules than the standard ones. */
    static Classification classify(Header header, Path path, RuleBook book) {
        Contents contents = Contents.of(header);
        Verdict said = Decision.of(contents, book);
        Narrowing.Result left = Narrowing.of(said, header, path);
        Verdict verdict = left.verdict();
        Measures whole = Measures.of(contents.whole().tensors());
        return new Classification(
                verdict.type(),
                verdict.bases().stream().findFirst(),
                verdict.bases(),
                verdict.variant(),
                precision(contents, verdict, whole),
                parameters(contents, whole),
                tensors(header),
                verdict.adapter().map(modules -> modules.facts(header.metadata())),
                Training.triggerWords(header.metadata()),
                Training.settings(header.metadata()),
                left.confidence(),
                verdict.evidence(),
                verdict.nearMisses(),
                left.conflicts());
    }

    /** Of the denoiser, where there is one: a text encoder beside it may be the larger. */
    private static Optional<String> precision(Contents contents, Verdict verdict, Measures whole) {
        String prefix = verdict.denoiser().orElse("");
        return prefix.isEmpty()
                ? whole.precision()
                : Measures.of(contents.view(prefix).tensors()).precision();
    }

    private static OptionalLong parameters(Contents contents, Measures whole) {
        return contents.whole().size() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(whole.parameters());
    }

    private static OptionalInt tensors(Header header) {
        return header.tensors().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(header.tensors().size());
    }
}
