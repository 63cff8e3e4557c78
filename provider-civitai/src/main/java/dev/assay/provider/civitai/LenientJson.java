package dev.assay.provider.civitai;

import java.io.Closeable;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads replies as trees, one value at a time, within limits. A key that comes twice with different
 * values says nothing and is left out. What images were made from ({@code meta}) is passed by: it
 * can be megabytes and says nothing of the model. A lone surrogate, which no other tool can store,
 * becomes U+FFFD.
 */
final class LenientJson implements Closeable {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING = 16 << 20;
    private static final int MAX_NAME = 4096;
    private static final int MAX_NUMBER = 200;
    private static final String PASSED_BY = "meta";

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_STRING)
                                    .maxNameLength(MAX_NAME)
                                    .maxNumberLength(MAX_NUMBER)
                                    .build())
                    .build();

    private final JsonParser parser;

    private LenientJson(byte[] text) {
        this.parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text);
    }

    /**
     * Takes the items of a page one by one, so that a cut page still gives those before the cut.
     */
    interface Items {
        /** Takes one item. */
        void item(JsonNode item);
    }

    /** {@return the whole text as one value} */
    static JsonNode tree(byte[] text) throws GarbledException {
        try (LenientJson json = new LenientJson(text)) {
            json.parser.nextToken();
            JsonNode value = json.value();
            json.requireEnd();
            return value;
        } catch (JacksonException e) {
            throw garbled(e);
        }
    }

    /**
     * Reads {@code {"items": [...], "metadata": {...}}}.
     *
     * @return everything beside the items
     */
    static ObjectNode page(byte[] text, Items items) throws GarbledException {
        try (LenientJson json = new LenientJson(text)) {
            if (json.parser.nextToken() != JsonToken.START_OBJECT) {
                throw new GarbledException("not a page of models", false);
            }
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            boolean seen = false;
            while (json.parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.parser.currentName();
                boolean isList = json.parser.nextToken() == JsonToken.START_ARRAY;
                if (name.equals("items") && isList) {
                    seen = true;
                    json.items(items);
                } else {
                    rest.set(name, json.value());
                }
            }
            json.requireEnd();
            if (!seen) {
                throw new GarbledException("not a page of models", false);
            }
            return rest;
        } catch (JacksonException e) {
            throw garbled(e);
        }
    }

    private void items(Items items) throws GarbledException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.item(value());
        }
    }

    private void requireEnd() throws GarbledException {
        if (parser.nextToken() != null) {
            throw new GarbledException("more than one value", false);
        }
    }

    private JsonNode value() throws GarbledException {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> make.stringNode(wellFormed(parser.getString()));
            case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? make.nullNode() // no id and no count is that large
                            : make.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> make.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> make.booleanNode(true);
            case VALUE_FALSE -> make.booleanNode(false);
            case VALUE_NULL -> make.nullNode();
            case null, default -> throw new GarbledException("cut off", false);
        };
    }

    private ArrayNode array() throws GarbledException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private ObjectNode object() throws GarbledException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Set<String> contradictory = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(PASSED_BY)) {
                parser.skipChildren();
                continue;
            }
            JsonNode value = value();
            JsonNode earlier = object.get(name);
            if (earlier != null && !earlier.equals(value)) {
                contradictory.add(name);
            }
            object.set(name, value);
        }
        object.remove(contradictory);
        return object;
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> isLoneSurrogate(c) ? 0xFFFD : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** The messages of the parser repeat the text, which is the other side's. */
    private static GarbledException garbled(JacksonException e) {
        return e instanceof StreamConstraintsException
                ? new GarbledException("beyond our limits", true)
                : new GarbledException("broken", false);
    }

    @Override
    public void close() {
        parser.close();
    }
}
