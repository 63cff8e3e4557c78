package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.PublishedFile;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the shared words out of CivitAI's two shapes: a version inside its model (from {@code
 * /models}), and a version with a little of its model inside (from {@code /model-versions}). The
 * first has tags, creator and licence, the second does not.
 */
final class Models {
    private static final String VERSIONS = "modelVersions";
    private static final int MAX_IMAGES = 20;

    private Models() {}

    /** {@return one version of a model of {@code /models}, as the answer to one digest} */
    static ModelInfo ofModel(JsonNode model, JsonNode version, Optional<Digest> asked) {
        return info(
                Fields.id(model, "id").orElseThrow(),
                model,
                version,
                excerpt(model, version),
                asked);
    }

    /** {@return a version of {@code /model-versions}, as the answer to one digest} */
    static ModelInfo ofVersion(JsonNode version, Optional<Digest> asked) {
        return info(
                Fields.id(version, "modelId").orElse(0),
                version.path("model"),
                version,
                version.toString(),
                asked);
    }

    /** {@return what is known when nothing but the ids is} */
    static ModelInfo ofIds(long modelId, long versionId) {
        ObjectNode ids = JsonNodeFactory.instance.objectNode();
        ids.put("id", versionId).put("modelId", modelId);
        return ofVersion(ids, Optional.empty());
    }

    private static ModelInfo info(
            long modelId, JsonNode model, JsonNode version, String raw, Optional<Digest> asked) {
        String versionId = Long.toString(Fields.id(version, "id").orElseThrow());
        Optional<String> type = Fields.text(model, "type");
        Optional<String> baseModel = Fields.text(version, "baseModel");
        List<PublishedFile> files = Files.of(version);
        return new ModelInfo(
                Long.toString(modelId),
                versionId,
                Fields.text(model, "name"),
                Fields.text(version, "name"),
                type.map(name -> name.toLowerCase(Locale.ROOT)),
                Kinds.category(type, kindOf(asked, files)),
                baseModel,
                description(model, version),
                tags(model),
                Fields.texts(version, "trainedWords"),
                Fields.flag(model, "nsfw"),
                creator(model, version),
                moderation(model, version),
                published(version),
                Fields.link(version, "downloadUrl"),
                images(version),
                stats(model, version),
                Licences.of(model),
                Fields.text(version, "air")
                        .or(() -> Air.build(baseModel, type, Long.toString(modelId), versionId)),
                files,
                raw);
    }

    private static Optional<String> kindOf(Optional<Digest> asked, List<PublishedFile> files) {
        return asked.flatMap(digest -> Files.with(digest, files)).flatMap(PublishedFile::kind);
    }

    private static Optional<String> description(JsonNode model, JsonNode version) {
        return Fields.text(model, "description")
                .or(() -> Fields.text(version, "description"))
                .map(PlainText::of)
                .filter(text -> !text.isEmpty());
    }

    /** Tags were objects with a name until early 2023. */
    private static List<String> tags(JsonNode model) {
        return Fields.list(model, "tags")
                .flatMap(tag ->
                        (tag.isString() ? Optional.of(tag.asString()) : Fields.text(tag, "name"))
                                .stream())
                .toList();
    }

    private static Optional<String> creator(JsonNode model, JsonNode version) {
        return Fields.text(model.path("creator"), "username")
                .or(() -> Fields.text(version.path("creator"), "username"));
    }

    private static Optional<String> moderation(JsonNode model, JsonNode version) {
        Optional<String> mode = Fields.text(model, "mode").map(Models::snake);
        Optional<String> availability =
                Fields.text(version, "availability")
                        .filter(word -> !word.equals("Public") && !word.equals("Unsearchable"))
                        .map(Models::snake);
        Optional<String> paid =
                version.path("paidAccess").isObject()
                        ? Optional.of("paid_access")
                        : Optional.empty();
        return mode.or(() -> availability).or(() -> paid);
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    static Optional<Instant> published(JsonNode version) {
        return Fields.text(version, "publishedAt").flatMap(Dates::parse);
    }

    private static List<URI> images(JsonNode version) {
        return Fields.list(version, "images")
                .flatMap(image -> Fields.link(image, "url").stream())
                .limit(MAX_IMAGES)
                .toList();
    }

    /** The model's counters, and the version's where the model is not there. */
    private static Map<String, Long> stats(JsonNode model, JsonNode version) {
        JsonNode stats =
                model.path("stats").isObject() ? model.path("stats") : version.path("stats");
        Map<String, Long> counters = new LinkedHashMap<>();
        stats.propertyStream()
                .forEach(entry ->
                        Fields.number(entry.getValue())
                                .ifPresent(count -> counters.put(entry.getKey(), count)));
        return counters;
    }

    /** {@return the model as it came, with this one of its versions} */
    private static String excerpt(JsonNode model, JsonNode version) {
        ObjectNode excerpt = JsonNodeFactory.instance.objectNode();
        model.propertyStream()
                .filter(entry -> !entry.getKey().equals(VERSIONS))
                .forEach(entry -> excerpt.set(entry.getKey(), entry.getValue()));
        ArrayNode one = JsonNodeFactory.instance.arrayNode().add(version);
        excerpt.set(VERSIONS, one);
        return excerpt.toString();
    }

    /** {@return the versions inside a model} */
    static List<JsonNode> versions(JsonNode model) {
        return Fields.list(model, VERSIONS)
                .filter(version -> Fields.id(version, "id").isPresent())
                .toList();
    }
}
