package dev.assay.core.internal.classify;

import java.util.List;

/** Gives the modules that adapters change one name, whichever trainer wrote it. */
final class ModuleNames {

    /** What trainers put in front, and what stands for it here; tried again until none fits. */
    private static final List<Prefix> PREFIXES =
            List.of(
                    new Prefix("base_model_model_", ""),
                    new Prefix("lora_unet_", ""),
                    new Prefix("lora_prior_unet_", ""),
                    new Prefix("lora_transformer_", ""),
                    new Prefix("lora_prior_te_", "te_"),
                    new Prefix("lora_te", "te"),
                    new Prefix("lora_clip_", "te_"),
                    new Prefix("lycoris_", ""),
                    new Prefix("oft_unet_", ""),
                    new Prefix("boft_unet_", ""),
                    new Prefix("model_diffusion_model_", ""),
                    new Prefix("diffusion_model_", ""),
                    new Prefix("unet_", ""),
                    new Prefix("dit_", ""),
                    new Prefix("net_", ""),
                    new Prefix("module_", ""),
                    new Prefix("text_encoder_2_", "te2_"),
                    new Prefix("text_encoder_3_", "te3_"),
                    new Prefix("text_encoders_", ""),
                    new Prefix("text_encoder_", "te_"),
                    new Prefix("clip_l_transformer_", "te1_"),
                    new Prefix("clip_g_transformer_", "te2_"),
                    new Prefix("t5xxl_transformer_", "te3_"));

    private ModuleNames() {}

    private record Prefix(String written, String common) {}

    /** {@return the common name of a module} */
    static String common(String module) {
        String name = module.replace('.', '_').replace("_processor_", "_");
        for (int i = 0; i < PREFIXES.size(); i++) {
            Prefix prefix = PREFIXES.get(i);
            if (name.startsWith(prefix.written())) {
                name = prefix.common() + name.substring(prefix.written().length());
                i = prefix.common().isEmpty() ? -1 : PREFIXES.size();
            }
        }
        return withoutTransformer(name);
    }

    private static String withoutTransformer(String name) {
        String start = "transformer_";
        return name.startsWith(start) && !name.startsWith("transformer_blocks_")
                ? name.substring(start.length())
                : name;
    }
}
