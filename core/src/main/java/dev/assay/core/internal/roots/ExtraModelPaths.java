package dev.assay.core.internal.roots;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads ComfyUI's {@code extra_model_paths.yaml}: blocks of {@code key: value} under a name, a
 * {@code base_path} that the others are relative to, and lists of folders as lines below a {@code
 * |}. That is all of YAML that ComfyUI's own loader makes use of.
 */
final class ExtraModelPaths {
    private static final long LARGEST = 1 << 20;

    private ExtraModelPaths() {}

    /** {@return the folders it names; none when it is not there or makes no sense} */
    static List<Path> read(Path yaml) {
        try {
            if (!Files.isRegularFile(yaml) || Files.size(yaml) > LARGEST) {
                return List.of();
            }
            String text = Files.readString(yaml, StandardCharsets.UTF_8);
            return folders(text, yaml.toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Path> folders(String text, Path relativeTo) {
        List<Path> folders = new ArrayList<>();
        for (Map<String, List<String>> block : blocks(text)) {
            List<String> base = block.getOrDefault("base_path", List.of());
            Path from = base.isEmpty() ? relativeTo : resolve(relativeTo, base.getFirst());
            block.forEach((key, values) -> {
                if (!key.equals("base_path") && !key.equals("is_default")) {
                    values.forEach(value -> folders.add(resolve(from, value)));
                }
            });
        }
        return folders.stream().distinct().toList();
    }

    private static Path resolve(Path base, String text) {
        try {
            String home = System.getProperty("user.home");
            return base.resolve(text.startsWith("~/") ? home + text.substring(1) : text)
                    .normalize();
        } catch (InvalidPathException e) {
            return base;
        }
    }

    private static List<Map<String, List<String>>> blocks(String text) {
        List<Map<String, List<String>>> blocks = new ArrayList<>();
        Map<String, List<String>> block = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        int keyIndent = 0;
        for (String line : text.lines().toList()) {
            String content = line.strip();
            int indent = line.indexOf(content);
            int colon = content.indexOf(':');
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            if (indent == 0) {
                block = new LinkedHashMap<>();
                blocks.add(block);
                keyIndent = 0;
            } else if (keyIndent > 0 && indent > keyIndent) {
                values.add(unquoted(content));
            } else if (colon > 0) {
                keyIndent = indent;
                values = new ArrayList<>();
                block.put(content.substring(0, colon).strip(), values);
                String value = unquoted(content.substring(colon + 1).strip());
                if (!value.isEmpty() && !value.equals("|") && !value.equals(">")) {
                    values.add(value);
                }
            }
        }
        return blocks;
    }

    private static String unquoted(String text) {
        boolean quoted =
                text.length() > 1
                        && (text.startsWith("\"") || text.startsWith("'"))
                        && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text.replaceFirst("\\s+#.*$", "");
    }
}
