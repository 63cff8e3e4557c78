package dev.assay.provider.spi;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a published model, in words that every provider shares. What the provider did not
 * say is empty, never guessed. All text is the other side's and not trusted.
 *
 * @param modelId the provider's id of the model
 * @param versionId the provider's id of the version
 * @param modelName name of the model
 * @param versionName name of the version
 * @param type what the provider calls this kind of model, in lower case
 * @param category where such a model is kept, as a key of the scan document such as {@code loras}
 * @param baseModel what it was trained on, in the provider's words
 * @param description plain text, no markup
 * @param tags in the provider's order
 * @param trainedWords words that trigger it
 * @param nsfw whether the provider marks it as not safe for work
 * @param creator who published it
 * @param moderation why it is not offered in the usual way, such as {@code archived}
 * @param published when the version came out
 * @param downloadUrl where the file can be had
 * @param imageUrls preview images
 * @param stats counters by the provider's names
 * @param license what the creator allows
 * @param air the AIR name
 * @param files the files of the version
 * @param raw the answer it was read from, as JSON text
 */
public record ModelInfo(
        String modelId,
        String versionId,
        Optional<String> modelName,
        Optional<String> versionName,
        Optional<String> type,
        Optional<String> category,
        Optional<String> baseModel,
        Optional<String> description,
        List<String> tags,
        List<String> trainedWords,
        Optional<Boolean> nsfw,
        Optional<String> creator,
        Optional<String> moderation,
        Optional<Instant> published,
        Optional<URI> downloadUrl,
        List<URI> imageUrls,
        Map<String, Long> stats,
        Optional<License> license,
        Optional<String> air,
        List<PublishedFile> files,
        String raw) {

    /** Copies the collections. */
    public ModelInfo {
        tags = List.copyOf(tags);
        trainedWords = List.copyOf(trainedWords);
        imageUrls = List.copyOf(imageUrls);
        stats = Map.copyOf(stats);
        files = List.copyOf(files);
    }

    /**
     * {@return a builder; the way for plugins, since this record may gain components}
     *
     * @param modelId the provider's id of the model
     * @param versionId the provider's id of the version
     */
    public static ModelInfoBuilder builder(String modelId, String versionId) {
        return new ModelInfoBuilder(modelId, versionId);
    }

    /**
     * {@return how a person writes this version down, without the provider's name: {@code
     * 4201@130072}}
     */
    public String address() {
        return modelId + "@" + versionId;
    }
}
