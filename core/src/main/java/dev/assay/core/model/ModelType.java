package dev.assay.core.model;

import java.util.Locale;

/** What a model file is, by what loads it. */
public enum ModelType {
    /** Denoiser with VAE or text encoder in one file. */
    CHECKPOINT(Category.CHECKPOINTS, "checkpoint"),
    /** UNet or transformer alone. */
    DIFFUSION_MODEL(Category.DIFFUSION_MODELS, "diffusion_loader"),
    /** Image decoder and encoder. */
    VAE(Category.VAE, "vae"),
    /** Small approximation of a VAE for previews. */
    VAE_APPROX(Category.VAE, "vae"),
    /** CLIP, T5 or a language model used as text encoder. */
    TEXT_ENCODER(Category.TEXT_ENCODERS, "clip"),
    /** Image encoder. */
    CLIP_VISION(Category.CLIP_VISION, "clip"),
    /** Low-rank or similar adapter. */
    LORA(Category.LORAS, "lora"),
    /** Adapter that carries a control input. */
    CONTROL_LORA(Category.CONTROLNET, "controlnet"),
    /** Adapter for a motion module. */
    MOTION_LORA(Category.LORAS, "lora"),
    /** ControlNet. */
    CONTROLNET(Category.CONTROLNET, "controlnet"),
    /** T2I adapter. */
    T2I_ADAPTER(Category.CONTROLNET, "controlnet"),
    /** Image-prompt adapter. */
    IP_ADAPTER(Category.CONTROLNET, "controlnet"),
    /** Textual inversion. */
    EMBEDDING(Category.EMBEDDINGS, "embeddings"),
    /** Hypernetwork. */
    HYPERNETWORK(Category.HYPERNETWORKS, "hypernetworks"),
    /** Upscaler or restoration network. */
    UPSCALER(Category.UPSCALE_MODELS, "upscale"),
    /** Style model, Redux. */
    STYLE_MODEL(Category.STYLE_MODELS, "style"),
    /** AnimateDiff motion module. */
    MOTION_MODULE(Category.OTHER, "unknown"),
    /** Detector or segmenter. */
    DETECTION(Category.OTHER, "unknown"),
    /** Language model that is nobody's text encoder. */
    LLM(Category.OTHER, "unknown"),
    /** Not known; an honest answer. */
    UNKNOWN(Category.OTHER, "unknown");

    private final String id = name().toLowerCase(Locale.ROOT);

    private final Category category;
    private final String word;

    ModelType(Category category, String word) {
        this.category = category;
        this.word = word;
    }

    /** {@return the name in JSON: lower case} */
    public String id() {
        return id;
    }

    /** {@return where such a file is listed} */
    public Category category() {
        return category;
    }

    /** {@return the word of the first tool of this kind, kept for scripts that know it} */
    public String word() {
        return word;
    }
}
