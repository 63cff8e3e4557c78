package dev.assay.provider.civitai;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a tree, each of which may be absent, null or of another type. */
final class Fields {

    private Fields() {}

    /** {@return the text, when it is one and not blank; a number is taken as its digits} */
    static Optional<String> text(JsonNode from, String key) {
        JsonNode node = from.path(key);
        return node.isString() || node.isIntegralNumber()
                ? Optional.of(node.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** {@return the whole number, which may be written as text} */
    static OptionalLong number(JsonNode from, String key) {
        return number(from.path(key));
    }

    static OptionalLong number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return OptionalLong.of(node.asLong());
        }
        return node.isString() && node.asString().strip().matches("-?\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(node.asString().strip()))
                : OptionalLong.empty();
    }

    /** {@return the id: a number above zero} */
    static OptionalLong id(JsonNode from, String key) {
        OptionalLong id = number(from, key);
        return id.orElse(0) > 0 ? id : OptionalLong.empty();
    }

    static Optional<Boolean> flag(JsonNode from, String key) {
        JsonNode node = from.path(key);
        if (node.isBoolean()) {
            return Optional.of(node.asBoolean());
        }
        return switch (node.isString() ? node.asString() : "") {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** {@return the elements, none when it is no list} */
    static Stream<JsonNode> list(JsonNode from, String key) {
        return from.path(key).isArray() ? from.path(key).valueStream() : Stream.empty();
    }

    /** {@return the texts of a list; a text alone is a list of one} */
    static List<String> texts(JsonNode from, String key) {
        Stream<JsonNode> elements =
                from.path(key).isString() ? Stream.of(from.path(key)) : list(from, key);
        return elements.filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** {@return the web address; any other kind of address is not for showing} */
    static Optional<URI> link(JsonNode from, String key) {
        return text(from, key).flatMap(Fields::link);
    }

    private static Optional<URI> link(String text) {
        try {
            URI uri = URI.create(text.strip().replace(" ", "%20"));
            boolean web =
                    "https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme());
            return Optional.of(uri).filter(one -> web && one.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
