package dev.assay.shell.config;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A TOML file as dotted keys with text values. Its classes are loaded only when there is such a
 * file: the parser costs more than the rest of a start.
 */
public final class TomlFile {
    private final Path file;
    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();

    private TomlFile(Path file, String text) {
        this.file = file;
        this.text = text;
        flatten("", parse());
    }

    /**
     * {@return the settings in this file}
     *
     * @throws Failure when it cannot be read or is not TOML
     */
    public static TomlFile read(Path file) {
        try {
            return new TomlFile(file, Files.readString(file));
        } catch (IOException e) {
            throw new Failure(ErrorCode.BAD_CONFIG, file + " cannot be read: " + e.getMessage());
        }
    }

    /** {@return the values by dotted key; the elements of a list joined with commas} */
    public Map<String, String> values() {
        return values;
    }

    /** {@return file and line where a key is set, such as {@code config.toml:7}} */
    public String place(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        Pattern assignment =
                Pattern.compile(
                        "^\\s*([\\w\"'-]+\\.)*[\"']?" + Pattern.quote(last) + "[\"']?\\s*=");
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (assignment.matcher(lines.get(at)).find()) {
                return file + ":" + (at + 1);
            }
        }
        return file.toString();
    }

    private JsonNode parse() {
        try {
            return new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Failure(
                    ErrorCode.BAD_CONFIG,
                    file
                            + (line > 0 ? ":" + line : "")
                            + " is not TOML: "
                            + e.getOriginalMessage());
        }
    }

    private void flatten(String prefix, JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                flatten(key, value);
            } else {
                values.put(key, value.isArray() ? joined(value) : value.asString());
            }
        }
    }

    private static String joined(JsonNode list) {
        List<String> elements = new ArrayList<>();
        list.forEach(element -> elements.add(element.asString()));
        return String.join(",", elements);
    }
}
