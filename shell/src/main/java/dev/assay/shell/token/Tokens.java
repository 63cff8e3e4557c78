package dev.assay.shell.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the token of a provider: environment over a {@code .env} file in the working directory over
 * the stored file. Only the names of tokens are taken from {@code .env}.
 *
 * @param environment the environment
 * @param workingDirectory where {@code .env} is looked for
 * @param store the stored tokens
 */
public record Tokens(Map<String, String> environment, Path workingDirectory, TokenStore store) {
    private static final Map<String, List<String>> VARIABLES = variables();

    /**
     * A token and where it was found. Its text never shows the token.
     *
     * @param secret the token
     * @param source where from, for a person
     */
    public record Found(String secret, String source) {
        /** {@return what may be shown: the last four characters of a long token} */
        public String masked() {
            return secret.length() >= 16 ? "..." + secret.substring(secret.length() - 4) : "...";
        }

        @Override
        public String toString() {
            return "token from " + source;
        }
    }

    private static Map<String, List<String>> variables() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("civitai", List.of("CIVITAI_TOKEN", "CIVITAI_API_KEY"));
        names.put("huggingface", List.of("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"));
        return names;
    }

    /** {@return the providers that have a slot} */
    public static List<String> slots() {
        return List.copyOf(VARIABLES.keySet());
    }

    /** {@return the strongest token of a provider} */
    public Optional<Found> find(String provider) {
        return fromEnvironment(provider)
                .or(() -> fromDotEnv(provider))
                .or(() -> fromStore(provider));
    }

    private Optional<Found> fromEnvironment(String provider) {
        return pick(provider, environment, "env ");
    }

    private static Optional<Found> pick(String provider, Map<String, String> from, String kind) {
        return names(provider).stream()
                .filter(name -> !from.getOrDefault(name, "").isBlank())
                .map(name -> new Found(from.getOrDefault(name, "").strip(), kind + name))
                .findFirst();
    }

    private Optional<Found> fromDotEnv(String provider) {
        Path file = workingDirectory.resolve(".env");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return pick(provider, dotEnv(file), ".env ");
    }

    private Optional<Found> fromStore(String provider) {
        return store.get(provider).map(token -> new Found(token, "stored"));
    }

    private static List<String> names(String provider) {
        return VARIABLES.getOrDefault(provider, List.of());
    }

    private static Map<String, String> dotEnv(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            Files.readAllLines(file).forEach(line -> dotEnvLine(line.strip(), values));
        } catch (IOException e) {
            return Map.of();
        }
        return values;
    }

    private static void dotEnvLine(String line, Map<String, String> values) {
        String assignment = line.startsWith("export ") ? line.substring(7).strip() : line;
        int equals = assignment.indexOf('=');
        if (equals > 0 && !assignment.startsWith("#")) {
            String value = assignment.substring(equals + 1).strip();
            values.put(assignment.substring(0, equals).strip(), unquoted(value));
        }
    }

    private static String unquoted(String value) {
        boolean quoted =
                value.length() >= 2
                        && (value.startsWith("\"") || value.startsWith("'"))
                        && value.endsWith(value.substring(0, 1));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
