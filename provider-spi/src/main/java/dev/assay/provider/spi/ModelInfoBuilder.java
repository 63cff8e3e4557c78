package dev.assay.provider.spi;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a {@link ModelInfo} of what a provider said; what is not set stays empty. Unlike the
 * constructor of the record, which gains a parameter with each new component, this stays the same
 * for a plugin that was built earlier. Not safe for use from several threads.
 */
public final class ModelInfoBuilder {
    private final String modelId;
    private final String versionId;
    private Optional<String> modelName = Optional.empty();
    private Optional<String> versionName = Optional.empty();
    private Optional<String> type = Optional.empty();
    private Optional<String> category = Optional.empty();
    private Optional<String> baseModel = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<Boolean> nsfw = Optional.empty();
    private Optional<String> creator = Optional.empty();
    private Optional<String> moderation = Optional.empty();
    private Optional<Instant> published = Optional.empty();
    private Optional<URI> downloadUrl = Optional.empty();
    private Optional<License> license = Optional.empty();
    private Optional<String> air = Optional.empty();
    private List<String> tags = List.of();
    private List<String> trainedWords = List.of();
    private List<URI> imageUrls = List.of();
    private List<PublishedFile> files = List.of();
    private Map<String, Long> stats = Map.of();
    private String raw = "";

    ModelInfoBuilder(String modelId, String versionId) {
        this.modelId = modelId;
        this.versionId = versionId;
    }

    /**
     * Sets its name.
     *
     * @param value its name
     * @return this builder
     */
    public ModelInfoBuilder modelName(String value) {
        modelName = Optional.of(value);
        return this;
    }

    /**
     * Sets the name of the version.
     *
     * @param value the name of the version
     * @return this builder
     */
    public ModelInfoBuilder versionName(String value) {
        versionName = Optional.of(value);
        return this;
    }

    /**
     * Sets what the provider calls this kind of model, in lower case.
     *
     * @param value what the provider calls this kind of model, in lower case
     * @return this builder
     */
    public ModelInfoBuilder type(String value) {
        type = Optional.of(value);
        return this;
    }

    /**
     * Sets where such a model is kept, as a key of the scan document.
     *
     * @param value where such a model is kept, as a key of the scan document
     * @return this builder
     */
    public ModelInfoBuilder category(String value) {
        category = Optional.of(value);
        return this;
    }

    /**
     * Sets what it was trained on, in the provider's words.
     *
     * @param value what it was trained on, in the provider's words
     * @return this builder
     */
    public ModelInfoBuilder baseModel(String value) {
        baseModel = Optional.of(value);
        return this;
    }

    /**
     * Sets plain text, no markup.
     *
     * @param value plain text, no markup
     * @return this builder
     */
    public ModelInfoBuilder description(String value) {
        description = Optional.of(value);
        return this;
    }

    /**
     * Sets whether it is marked as not safe for work.
     *
     * @param value whether it is marked as not safe for work
     * @return this builder
     */
    public ModelInfoBuilder nsfw(boolean value) {
        nsfw = Optional.of(value);
        return this;
    }

    /**
     * Sets who published it.
     *
     * @param value who published it
     * @return this builder
     */
    public ModelInfoBuilder creator(String value) {
        creator = Optional.of(value);
        return this;
    }

    /**
     * Sets why it is not offered in the usual way.
     *
     * @param value why it is not offered in the usual way
     * @return this builder
     */
    public ModelInfoBuilder moderation(String value) {
        moderation = Optional.of(value);
        return this;
    }

    /**
     * Sets when the version came out.
     *
     * @param value when the version came out
     * @return this builder
     */
    public ModelInfoBuilder published(Instant value) {
        published = Optional.of(value);
        return this;
    }

    /**
     * Sets where the file can be had.
     *
     * @param value where the file can be had
     * @return this builder
     */
    public ModelInfoBuilder downloadUrl(URI value) {
        downloadUrl = Optional.of(value);
        return this;
    }

    /**
     * Sets what the creator allows.
     *
     * @param value what the creator allows
     * @return this builder
     */
    public ModelInfoBuilder license(License value) {
        license = Optional.of(value);
        return this;
    }

    /**
     * Sets the AIR name.
     *
     * @param value the AIR name
     * @return this builder
     */
    public ModelInfoBuilder air(String value) {
        air = Optional.of(value);
        return this;
    }

    /**
     * Sets its tags, in the provider's order.
     *
     * @param values its tags, in the provider's order
     * @return this builder
     */
    public ModelInfoBuilder tags(List<String> values) {
        tags = List.copyOf(values);
        return this;
    }

    /**
     * Sets words that trigger it.
     *
     * @param values words that trigger it
     * @return this builder
     */
    public ModelInfoBuilder trainedWords(List<String> values) {
        trainedWords = List.copyOf(values);
        return this;
    }

    /**
     * Sets preview images.
     *
     * @param values preview images
     * @return this builder
     */
    public ModelInfoBuilder imageUrls(List<URI> values) {
        imageUrls = List.copyOf(values);
        return this;
    }

    /**
     * Sets the files of the version.
     *
     * @param values the files of the version
     * @return this builder
     */
    public ModelInfoBuilder files(List<PublishedFile> values) {
        files = List.copyOf(values);
        return this;
    }

    /**
     * Sets counters by the provider's names.
     *
     * @param values counters by the provider's names
     * @return this builder
     */
    public ModelInfoBuilder stats(Map<String, Long> values) {
        stats = Map.copyOf(values);
        return this;
    }

    /**
     * Sets the answer it was read from, as JSON text.
     *
     * @param json the answer it was read from, as JSON text
     * @return this builder
     */
    public ModelInfoBuilder raw(String json) {
        raw = json;
        return this;
    }

    /** {@return the model} */
    public ModelInfo build() {
        return new ModelInfo(
                modelId,
                versionId,
                modelName,
                versionName,
                type,
                category,
                baseModel,
                description,
                tags,
                trainedWords,
                nsfw,
                creator,
                moderation,
                published,
                downloadUrl,
                imageUrls,
                stats,
                license,
                air,
                files,
                raw);
    }
}
