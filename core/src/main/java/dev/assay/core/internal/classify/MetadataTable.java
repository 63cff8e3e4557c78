package dev.assay.core.internal.classify;

import dev.assay.core.model.ModelType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the metadata of a header says. None of it is trusted: trainers write defaults (ai-toolkit
 * {@code sd_1.5} for everything) and converters keep what was there.
 */
final class MetadataTable {

    /** The fields that name a family, the more reliable first. */
    private static final List<String> FAMILY_FIELDS =
            List.of(
                    "modelspec.architecture",
                    "general.architecture",
                    "ss_base_model_version",
                    "ss_network_module");

    /** How the architecture of a ModelSpec ends, and what the file then is. */
    private static final Map<String, ModelType> ENDINGS =
            Map.of(
                    "lora", ModelType.LORA,
                    "locon", ModelType.LORA,
                    "vae", ModelType.VAE,
                    "textual-inversion", ModelType.EMBEDDING,
                    "controlnet", ModelType.CONTROLNET,
                    "control-lora", ModelType.CONTROL_LORA,
                    "unet", ModelType.DIFFUSION_MODEL);

    /** GGUF architectures of image and video models, as ComfyUI-GGUF writes them. */
    private static final Map<String, String> GGUF_DENOISERS =
            Map.ofEntries(
                    Map.entry("flux", "FLUX1"),
                    Map.entry("sd1", "SD1"),
                    Map.entry("sdxl", "SDXL"),
                    Map.entry("sd3", "SD3"),
                    Map.entry("aura", "AURAFLOW"),
                    Map.entry("hidream", "HIDREAM"),
                    Map.entry("cosmos", "COSMOS"),
                    Map.entry("ltxv", "LTXV"),
                    Map.entry("hyvid", "HUNYUAN_VIDEO"),
                    Map.entry("wan", "WAN"),
                    Map.entry("lumina2", "LUMINA2"),
                    Map.entry("qwen_image", "QWEN_IMAGE"));

    /** What a field says. */
    record Claim(String field, String value, String family) {}

    /** What a field says of the type. */
    record TypeClaim(String field, String value, ModelType type) {}

    private MetadataTable() {}

    /** {@return what the fields say of the family, the more reliable first} */
    static List<Claim> families(Map<String, String> metadata) {
        return FAMILY_FIELDS.stream()
                .flatMap(
                        field -> claim(field, shortened(metadata.getOrDefault(field, ""))).stream())
                .toList();
    }

    private static Optional<Claim> claim(String field, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        Optional<String> family =
                switch (field) {
                    case "general.architecture" ->
                            Optional.ofNullable(GGUF_DENOISERS.get(value.toLowerCase(Locale.ROOT)));
                    // networks.lora is the module for Stable Diffusion and says no more than that.
                    case "ss_network_module" ->
                            value.startsWith("networks.lora_")
                                    ? FamilyNames.inField(
                                            value.substring("networks.lora_".length()))
                                    : Optional.empty();
                    default -> FamilyNames.inField(value);
                };
        return family.map(name -> new Claim(field, value, name));
    }

    /** {@return what the metadata says of the type} */
    static Optional<TypeClaim> type(Map<String, String> metadata) {
        String architecture = shortened(metadata.getOrDefault("modelspec.architecture", ""));
        ModelType ending = ENDINGS.get(architecture.substring(architecture.lastIndexOf('/') + 1));
        if (ending != null) {
            return Optional.of(new TypeClaim("modelspec.architecture", architecture, ending));
        }
        String network = shortened(metadata.getOrDefault("ss_network_module", ""));
        return network.isEmpty()
                ? Optional.empty()
                : Optional.of(new TypeClaim("ss_network_module", network, ModelType.LORA));
    }

    /** {@return the language model that a GGUF says it is, in the manner of the families} */
    static Optional<Claim> languageModel(Map<String, String> metadata) {
        String field = "general.architecture";
        String value = shortened(metadata.getOrDefault(field, ""));
        return value.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new Claim(
                                field,
                                value,
                                value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_")));
    }

    private static String shortened(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200);
    }
}
