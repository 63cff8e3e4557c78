package dev.assay.core.internal.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.assay.core.model.Identity;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.ModelInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as JSON columns. Reading is tolerant: what an older version did not write is empty, what a
 * newer one wrote beside it is passed by, and text that makes no sense is no value at all, which
 * the catalog takes for something it does not know.
 */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .withConfigOverride(List.class, Json::absentIsEmpty)
                    .withConfigOverride(Map.class, Json::absentIsEmpty)
                    .withConfigOverride(Set.class, Json::absentIsEmpty)
                    .withConfigOverride(String.class, Json::absentIsEmpty)
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private Json() {}

    private static void absentIsEmpty(MutableConfigOverride type) {
        type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    /** {@return an identity without its candidates, which have rows of their own} */
    static String ofIdentity(Identity identity) {
        ObjectNode tree = MAPPER.valueToTree(identity);
        tree.remove("candidates");
        return tree.toString();
    }

    static Optional<Identity> toIdentity(String json, List<Candidate> candidates) {
        return read(() -> {
            ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
            Identity said = MAPPER.treeToValue(tree, Identity.class);
            return said.withCandidates(candidates);
        });
    }

    /** {@return an identity with its candidates and their providers' answers} */
    static JsonNode wholeIdentity(Identity identity) {
        return MAPPER.valueToTree(identity);
    }

    static Optional<Identity> toWholeIdentity(JsonNode tree) {
        return read(() -> MAPPER.treeToValue(tree, Identity.class));
    }

    /** {@return what a provider said in our words, without its own answer} */
    static String ofModel(ModelInfo model) {
        ObjectNode tree = MAPPER.valueToTree(model);
        tree.remove("raw");
        return tree.toString();
    }

    static Optional<ModelInfo> toModel(String json, String raw) {
        return read(() -> {
            ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
            tree.put("raw", raw);
            return MAPPER.treeToValue(tree, ModelInfo.class);
        });
    }

    static String ofTexts(List<String> texts) {
        return MAPPER.valueToTree(texts).toString();
    }

    /** {@return the same as {@link #ofTexts}, made faster for the names of a large folder} */
    static String ofNames(List<String> names) {
        StringBuilder json = new StringBuilder("[");
        for (String name : names) {
            json.append(json.length() == 1 ? "" : ",");
            if (name.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\')) {
                json.append('"').append(name).append('"');
            } else {
                json.append(MAPPER.valueToTree(name).toString());
            }
        }
        return json.append(']').toString();
    }

    static String ofValue(Object value) {
        return MAPPER.valueToTree(value).toString();
    }

    private static <T> Optional<T> read(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (JacksonException
                | IllegalArgumentException
                | ClassCastException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** {@return a tree for reading by hand; nothing when the text is no JSON} */
    static Optional<JsonNode> tree(String json) {
        return read(() -> MAPPER.readTree(json));
    }
}
