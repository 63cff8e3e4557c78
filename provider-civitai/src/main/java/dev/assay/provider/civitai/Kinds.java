package dev.assay.provider.civitai;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * CivitAI's kinds of models and files, and where such a file is kept. Names of 2026-08; a kind that
 * is not listed has no place of its own.
 */
final class Kinds {
    private static final Map<String, String> OF_MODEL =
            Map.ofEntries(
                    Map.entry("checkpoint", "checkpoints"),
                    Map.entry("textualinversion", "embeddings"),
                    Map.entry("hypernetwork", "hypernetworks"),
                    Map.entry("lora", "loras"),
                    Map.entry("locon", "loras"),
                    Map.entry("dora", "loras"),
                    Map.entry("controlnet", "controlnet"),
                    Map.entry("upscaler", "upscale_models"),
                    Map.entry("vae", "vae"),
                    Map.entry("textencoder", "text_encoders"),
                    Map.entry("clip", "text_encoders"),
                    Map.entry("unet", "diffusion_models"),
                    Map.entry("clipvision", "clip_vision"),
                    Map.entry("aestheticgradient", "other"),
                    Map.entry("motionmodule", "other"),
                    Map.entry("poses", "other"),
                    Map.entry("wildcards", "other"),
                    Map.entry("workflows", "other"),
                    Map.entry("comfyworkflows", "other"),
                    Map.entry("detection", "other"),
                    Map.entry("visionlanguage", "other"),
                    Map.entry("llm", "other"),
                    Map.entry("other", "other"));

    /** Kinds of files that are something else than the model they come with. */
    private static final Map<String, String> OF_FILE =
            Map.ofEntries(
                    Map.entry("text encoder", "text_encoders"),
                    Map.entry("vision encoder", "clip_vision"),
                    Map.entry("clipvision", "clip_vision"),
                    Map.entry("vae", "vae"),
                    Map.entry("unet", "diffusion_models"),
                    Map.entry("diffusion model", "diffusion_models"),
                    Map.entry("controlnet", "controlnet"),
                    Map.entry("upscaler", "upscale_models"),
                    Map.entry("enhancement lora", "loras"),
                    Map.entry("training data", "other"),
                    Map.entry("config", "other"),
                    Map.entry("workflow", "other"));

    private Kinds() {}

    /**
     * {@return where a file is kept, as a key of the scan document}
     *
     * @param modelType the type of its model
     * @param fileKind the kind of the file itself, where that is known
     */
    static Optional<String> category(Optional<String> modelType, Optional<String> fileKind) {
        return fileKind.flatMap(kind -> of(OF_FILE, kind))
                .or(() -> modelType.flatMap(type -> of(OF_MODEL, type)));
    }

    private static Optional<String> of(Map<String, String> table, String name) {
        return Optional.ofNullable(table.get(name.strip().toLowerCase(Locale.ROOT)));
    }
}
