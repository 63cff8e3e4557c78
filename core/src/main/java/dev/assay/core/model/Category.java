package dev.assay.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The groups of the scan document, named after ComfyUI's folders. Every file is in exactly one. */
public enum Category {
    /** Whole models. */
    CHECKPOINTS,
    /** VAEs. */
    VAE,
    /** CLIP text encoders, where the folder says so. */
    CLIP,
    /** Image encoders. */
    CLIP_VISION,
    /** ControlNets and their kin. */
    CONTROLNET,
    /** Textual inversions. */
    EMBEDDINGS,
    /** Adapters. */
    LORAS,
    /** Hypernetworks. */
    HYPERNETWORKS,
    /** Upscalers. */
    UPSCALE_MODELS,
    /** Style models. */
    STYLE_MODELS,
    /** Denoisers. */
    DIFFUSION_MODELS,
    /** Denoisers, where the folder says so. */
    UNET,
    /** Text encoders. */
    TEXT_ENCODERS,
    /** The rest. */
    OTHER;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** {@return the key in JSON: lower case} */
    public String id() {
        return id;
    }

    /**
     * {@return the category with this key}
     *
     * @param id the key
     */
    public static Optional<Category> ofId(String id) {
        return Arrays.stream(values()).filter(category -> category.id().equals(id)).findFirst();
    }
}
