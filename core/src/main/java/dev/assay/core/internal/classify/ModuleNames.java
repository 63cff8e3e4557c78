package dev.assay.core.internal.classify;

import java.util.List;

/** Gives the modules that adapters change one name, whichever trainer wrote it. */
final class ModuleNames {

    /** Names of whole networks, which some trainers put in front and some do not. */
    private static final List<String> PACKAGES =
            List.of(
                    "base_model.model.",
                    "model.diffusion_model.",
                    "diffusion_model.",
                    "transformer.",
                    "unet.",
                    "dit.",
                    "net.",
                    "module.");

    /** What trainers put in front, and what stands for it here; tried again until none fits. */
    private static final List<Prefix> PREFIXES =
            List.of(
                    new Prefix("lora_unet_", ""),
                    new Prefix("lora_prior_unet_", ""),
                    new Prefix("lora_transformer_", ""),
                    new Prefix("lora_prior_te_", "te_"),
                    new Prefix("lora_te", "te"),
                    new Prefix("lora_clip_", "te_"),
                    new Prefix("lycoris_", ""),
                    new Prefix("model_diffusion_model_", ""),
                    new Prefix("diffusion_model_", ""),
                    new Prefix("unet_", ""),
                    new Prefix("oft_unet_", ""),
                    new Prefix("boft_unet_", ""),
                    new Prefix("text_encoder_2_", "te2_"),
                    new Prefix("text_encoder_3_", "te3_"),
                    new Prefix("text_encoders_", ""),
                    new Prefix("text_encoder_", "te_"),
                    new Prefix("clip_l_transformer_", "te1_"),
                    new Prefix("clip_g_transformer_", "te2_"),
                    new Prefix("t5xxl_transformer_", "te3_"));

    /**
     * Trainers put three or four before each other; a name of a million bytes could have 100,000.
     */
    private static final int MOST_TAKEN = 16;

    private ModuleNames() {}

    private record Prefix(String written, String common) {}

    /** {@return the common name of a module} */
    static String common(String module) {
        String name = withoutPackages(module).replace('.', '_').replace("_processor_", "_");
        int taken = 0;
        for (int i = 0; i < PREFIXES.size() && taken < MOST_TAKEN; i++) {
            Prefix prefix = PREFIXES.get(i);
            if (name.startsWith(prefix.written())) {
                taken++;
                name = prefix.common() + name.substring(prefix.written().length());
                i = prefix.common().isEmpty() ? -1 : PREFIXES.size();
            }
        }
        return name;
    }

    /** Must come first: {@code transformer.blocks} is not {@code transformer_blocks}. */
    private static String withoutPackages(String module) {
        String name = module;
        int taken = 0;
        for (int i = 0; i < PACKAGES.size() && taken < MOST_TAKEN; i++) {
            if (name.startsWith(PACKAGES.get(i))) {
                taken++;
                name = name.substring(PACKAGES.get(i).length());
                i = -1;
            }
        }
        return name;
    }
}
