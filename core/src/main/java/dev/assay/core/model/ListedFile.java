package dev.assay.core.model;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What lists show of one file. It is read from the catalog in a tenth of the time that a {@link
 * CatalogEntry} takes, and says the same as far as it goes.
 *
 * @param path where the file is
 * @param root the scanned folder it lies under
 * @param size bytes
 * @param modified when its bytes last changed
 * @param missing whether it was gone at the last scan
 * @param type what loads it
 * @param category the one group it is listed under, as of {@link CatalogEntry#category}
 * @param base the family it belongs to
 * @param format its container
 * @param state whether it is what it should be
 * @param confidence how far to rely on type and base
 * @param safety whether loading it runs code
 * @param precision the number format of most elements, such as {@code F16}
 * @param sha256 its SHA-256 in lower-case hexadecimal, when it was computed
 * @param autov2 its AutoV2, likewise
 * @param said what the providers said
 * @param triggerWords words that trigger it: as published, else as its header says
 * @param tags the user's words
 * @param note the user's sentence
 */
public record ListedFile(
        Path path,
        Path root,
        long size,
        Instant modified,
        boolean missing,
        ModelType type,
        Category category,
        Optional<String> base,
        Format format,
        FileState state,
        Confidence confidence,
        Safety.Verdict safety,
        Optional<String> precision,
        Optional<String> sha256,
        Optional<String> autov2,
        Said said,
        List<String> triggerWords,
        List<String> tags,
        Optional<String> note) {
    private static final HashId SHA256 = HashId.of("sha256");
    private static final HashId AUTOV2 = HashId.of("autov2");

    /** Copies the lists. */
    public ListedFile {
        triggerWords = List.copyOf(triggerWords);
        tags = List.copyOf(tags);
    }

    /**
     * What the provider that knows the file said of it, else what the first one said.
     *
     * @param state the outcome
     * @param match how well the preferred candidate fits
     * @param address the candidate as of {@link ModelInfo#address}
     * @param name of the model and its version
     */
    public record Said(
            Identity.State state,
            Optional<Match> match,
            Optional<String> address,
            Optional<String> name) {
        /** Nobody was asked. */
        public static final Said NOTHING =
                new Said(
                        Identity.State.NOT_ASKED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        private static Said of(Identity identity) {
            Optional<Candidate> candidate = identity.preferred();
            Optional<ModelInfo> model = candidate.map(Candidate::model);
            return new Said(
                    identity.state(),
                    candidate.map(Candidate::match),
                    model.map(ModelInfo::address),
                    model.flatMap(one -> name(one.modelName(), one.versionName())));
        }

        /**
         * {@return what a version of a model is called in full}
         *
         * @param model the name of the model
         * @param version the name of the version, which alone says nothing
         */
        public static Optional<String> name(Optional<String> model, Optional<String> version) {
            return model.map(name -> name + version.map(text -> " " + text).orElse(""));
        }
    }

    /**
     * {@return what lists show of an entry}
     *
     * @param entry the entry
     */
    public static ListedFile of(CatalogEntry entry) {
        Classification found = entry.inspection().classification();
        Optional<Identity> best = Identity.best(entry.identities());
        List<String> published =
                best.flatMap(Identity::preferred)
                        .map(candidate -> candidate.model().trainedWords())
                        .orElse(List.of());
        return new ListedFile(
                entry.file().path(),
                entry.root(),
                entry.file().size(),
                entry.file().modified(),
                entry.missing(),
                found.type(),
                entry.category(),
                found.base(),
                entry.inspection().format(),
                entry.inspection().state(),
                found.confidence(),
                entry.inspection().safety().verdict(),
                found.precision(),
                entry.digest(SHA256).map(Digest::hex),
                entry.digest(AUTOV2).map(Digest::hex),
                best.map(Said::of).orElse(Said.NOTHING),
                published.isEmpty() ? found.triggerWords() : published,
                entry.marks().tags(),
                entry.marks().note());
    }
}
