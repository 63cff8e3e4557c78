package org.example.catalogue;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.ModelInfoBuilder;
import dev.assay.provider.spi.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON file: an object with "models", each with its ids, words and digests. */
final class CatalogueFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CatalogueFile() {}

    /** {@return the models of the file by each of their digests} */
    static Map<Digest, List<ModelInfo>> read(Path file) throws IOException {
        Map<Digest, List<ModelInfo>> models = new HashMap<>();
        for (JsonNode node : JSON.readTree(Files.readString(file)).path("models")) {
            List<Digest> digests = digests(node.path("hashes"));
            ModelInfo model = model(node, digests);
            digests.forEach(
                    digest -> models.computeIfAbsent(digest, _ -> new ArrayList<>()).add(model));
        }
        return models;
    }

    private static List<Digest> digests(JsonNode hashes) {
        List<Digest> digests = new ArrayList<>();
        hashes.forEachEntry((id, hex) -> digests.add(new Digest(HashId.of(id), hex.asString())));
        return digests;
    }

    /** What the file does not say is left out, never guessed. */
    private static ModelInfo model(JsonNode node, List<Digest> digests) {
        ModelInfoBuilder model =
                ModelInfo.builder(
                                node.path("model_id").asString(),
                                node.path("version_id").asString())
                        .tags(texts(node.path("tags")))
                        .trainedWords(texts(node.path("trained_words")))
                        .files(
                                List.of(
                                        PublishedFile.of(
                                                node.path("file_name").asString("unnamed"),
                                                digests)))
                        .raw(node.toString());
        text(node, "model_name", model::modelName);
        text(node, "version_name", model::versionName);
        text(node, "type", model::type);
        text(node, "category", model::category);
        text(node, "base_model", model::baseModel);
        text(node, "description", model::description);
        text(node, "creator", model::creator);
        return model.build();
    }

    private static void text(JsonNode node, String key, Consumer<String> setter) {
        if (node.path(key).isString()) {
            setter.accept(node.path(key).stringValue());
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
