package dev.assay.provider.civitai;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * AIR names, {@code urn:air:ECOSYSTEM:TYPE:civitai:MODEL@VERSION}. Pages of models come without
 * them, so they are built there, but only for the families whose ecosystem is on record; for any
 * other it would be a guess.
 */
final class Air {
    static final Pattern FORM =
            Pattern.compile(
                    "(?:urn:air:)?[a-z0-9_.-]+:[a-z0-9_.-]+:civitai:(\\d{1,18})(?:@(\\d{1,18}))?(?:[:.+].*)?",
                    Pattern.CASE_INSENSITIVE);

    /** Starts of base models, the longer ones first. */
    private static final List<Map.Entry<String, String>> ECOSYSTEMS =
            List.of(
                    Map.entry("sd 1.", "sd1"),
                    Map.entry("sd 2.", "sd2"),
                    Map.entry("sdxl ", "sdxl"),
                    Map.entry("flux.1 d", "flux1"),
                    Map.entry("flux.1 s", "flux1"),
                    Map.entry("illustrious", "illustrious"));

    private static final Map<String, String> TYPES =
            Map.of(
                    "checkpoint", "checkpoint",
                    "textualinversion", "embedding",
                    "hypernetwork", "hypernet",
                    "aestheticgradient", "ag",
                    "lora", "lora",
                    "locon", "lycoris",
                    "dora", "dora",
                    "controlnet", "controlnet",
                    "upscaler", "upscaler",
                    "vae", "vae");

    private Air() {}

    static Optional<String> build(
            Optional<String> baseModel, Optional<String> type, String modelId, String versionId) {
        Optional<String> kind =
                type.map(one -> TYPES.getOrDefault(one.toLowerCase(Locale.ROOT), ""))
                        .filter(one -> !one.isEmpty());
        return baseModel
                .flatMap(Air::ecosystem)
                .flatMap(ecosystem ->
                        kind.map(one ->
                                "urn:air:%s:%s:civitai:%s@%s"
                                        .formatted(ecosystem, one, modelId, versionId)));
    }

    private static Optional<String> ecosystem(String baseModel) {
        String name = baseModel.toLowerCase(Locale.ROOT);
        if (name.equals("pony")) {
            return Optional.of("pony"); // Pony V7 is another family
        }
        return ECOSYSTEMS.stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
