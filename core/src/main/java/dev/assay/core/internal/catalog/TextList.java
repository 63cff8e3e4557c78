package dev.assay.core.internal.catalog;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON array of texts. Most hold no character that needs an escape, and are read without
 * the JSON library, which takes longer to load than a list of thousands of files takes otherwise.
 */
final class TextList {
    private TextList() {}

    /** {@return the texts; none when there is no array} */
    static List<String> of(Optional<String> json) {
        return json.map(TextList::of).orElse(List.of());
    }

    private static List<String> of(String json) {
        if (json.indexOf('\\') >= 0 || !json.startsWith("[\"") || !json.endsWith("\"]")) {
            return json.equals("[]") ? List.of() : parsed(json);
        }
        String inside = json.substring(2, json.length() - 2);
        return inside.indexOf('"') < 0 ? List.of(inside) : List.of(inside.split("\",\"", -1));
    }

    private static List<String> parsed(String json) {
        return Json.tree(json)
                .map(array -> array.valueStream().map(JsonNode::stringValue).toList())
                .orElse(List.of());
    }
}
