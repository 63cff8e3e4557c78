package dev.assay.core.internal.classify;

import static dev.assay.core.internal.classify.Conditions.all;
import static dev.assay.core.internal.classify.Conditions.any;
import static dev.assay.core.internal.classify.Conditions.axes;
import static dev.assay.core.internal.classify.Conditions.contains;
import static dev.assay.core.internal.classify.Conditions.few;
import static dev.assay.core.internal.classify.Conditions.has;
import static dev.assay.core.internal.classify.Conditions.highest;
import static dev.assay.core.internal.classify.Conditions.lacks;
import static dev.assay.core.internal.classify.Conditions.size;
import static dev.assay.core.internal.classify.Conditions.some;
import static dev.assay.core.internal.classify.Conditions.token;

import dev.assay.core.model.ModelType;
import java.util.List;

/** What is added to a model: image prompts, embeddings, styles, control, motion. */
final class AddOnRules {

    private AddOnRules() {}

    private static final String LDM_BLOCK = "input_blocks.#.#.transformer_blocks.#";
    private static final Conditions.Sized CONTROL_LORA_CONTEXT =
            size(
                    LDM_BLOCK + ".attn2.to_k.down",
                    LDM_BLOCK + ".attn2.to_v.down",
                    "middle_block.#.transformer_blocks.#.attn2.to_k.down");
    private static final Conditions.Sized IP_CONTEXT =
            size("ip_adapter.#.to_k_ip.weight", "ip_adapter.#.to_v_ip.weight");

    private static final Condition IP_DOUBLE =
            has(
                    "double_blocks.#.processor.ip_adapter_double_stream_k_proj",
                    "double_blocks.#.processor.ip_adapter_double_stream_v_proj",
                    "ip_adapter_proj_model");

    private static final Conditions.Sized VECTORS = size("emb_params", "*", "string_to_param.*");

    /**
     * Image prompts: before LoRAs, some of which they carry, and before Flux, whose names some use.
     */
    static final List<Rule> IMAGE_PROMPTS =
            List.of(
                    Rule.of("ip-adapter-flux", ModelType.IP_ADAPTER, IP_DOUBLE).otherwise("FLUX1"),
                    Rule.of(
                                    "ip-adapter",
                                    ModelType.IP_ADAPTER,
                                    any(
                                            has("ip_adapter.#.to_k_ip", "ip_adapter.#.to_v_ip"),
                                            all(has("image_proj"), has("ip_adapter"))))
                            .base("SD1", IP_CONTEXT.in(768))
                            .base("SD2", IP_CONTEXT.in(1024))
                            .base("SDXL", IP_CONTEXT.in(2048))
                            .base("FLUX1", IP_CONTEXT.in(3072, 4096))
                            .base("SD3", IP_CONTEXT.in(1536, 2432))
                            .variant("plus", has("image_proj.layers", "image_proj.latents"))
                            .variant("face id", has("image_proj.perceiver_resampler"))
                            .otherwise("SD1", "SDXL", "SD2"));

    /** Files of a few tensors. */
    static final List<Rule> SMALL =
            List.of(
                    Rule.of(
                                    "embedding",
                                    ModelType.EMBEDDING,
                                    all(few(8), has("emb_params", "*", "string_to_param")))
                            .base("SD1", VECTORS.in(768))
                            .base("SD2", VECTORS.in(1024))
                            .base("SDXL", VECTORS.in(1280))
                            .base("SD3", VECTORS.in(4096))
                            .otherwise(),
                    Rule.of(
                                    "embedding-two-encoders",
                                    ModelType.EMBEDDING,
                                    all(few(6), any(axes(2, "clip_g"), axes(2, "clip_l"))))
                            .base("SD3", has("t5xxl"))
                            .base("SDXL", has("clip_g"))
                            .otherwise("SD1", "SDXL", "SD3"),
                    Rule.of("embedding-by-token", ModelType.EMBEDDING, token(4)).otherwise(),
                    Rule.of("redux", ModelType.STYLE_MODEL, has("redux_up", "redux_down"))
                            .otherwise("FLUX1"),
                    Rule.of(
                                    "style-adapter",
                                    ModelType.STYLE_MODEL,
                                    has("style_embedding", "transformer_layes.#"))
                            .otherwise("SD1"),
                    Rule.of(
                                    "hypernetwork",
                                    ModelType.HYPERNETWORK,
                                    all(
                                            some(2, "320", "640", "768", "1024", "1280", "2048"),
                                            lacks("conv_in", "down_blocks", "input_blocks")))
                            .base("SDXL", has("2048"))
                            .base("SD2", has("1024"))
                            .base("SD1", has("768"))
                            .otherwise("SD1", "SD2"));

    /** Control networks kept as adapters: before the adapters. */
    static final List<Rule> CONTROL_LORA =
            List.of(
                    Rule.of(
                                    "control-lora",
                                    ModelType.CONTROL_LORA,
                                    any(
                                            has("lora_controlnet"),
                                            all(
                                                    has("zero_convs.#", "input_hint_block.#"),
                                                    has(
                                                            "input_blocks.#.#.emb_layers.#.down",
                                                            "input_blocks.#.#.proj_in.down",
                                                            LDM_BLOCK + ".attn1.to_q.up",
                                                            LDM_BLOCK + ".attn2.to_k.down"))))
                            .base("SDXL", CONTROL_LORA_CONTEXT.in(2048))
                            .base("SD2", CONTROL_LORA_CONTEXT.in(1024))
                            .base("SD1", CONTROL_LORA_CONTEXT.in(768))
                            .base("SDXL", has("label_emb"))
                            .otherwise("SDXL", "SD1", "SD2"));

    /** Control networks: before the UNets they are halves of. */
    static final List<Rule> CONTROL =
            List.of(
                    Rule.of(
                                    "controlnet-z-image",
                                    ModelType.CONTROLNET,
                                    has(
                                            "control_layers.#",
                                            "control_all_x_embedder",
                                            "control_noise_refiner.#"))
                            .otherwise("Z_IMAGE"),
                    Rule.of(
                                    "controlnet-cascade",
                                    ModelType.CONTROLNET,
                                    all(has("backbone.#"), has("projections.#")))
                            .otherwise("CASCADE"),
                    Rule.of("controlnet-hunyuan-dit", ModelType.CONTROLNET, has("after_proj_list"))
                            .otherwise("HUNYUAN_DIT"),
                    Rule.of("controlnet-lllite", ModelType.CONTROLNET, contains("lllite_unet"))
                            .otherwise("SDXL"),
                    Rule.of(
                                    "controlnet-ldm",
                                    ModelType.CONTROLNET,
                                    all(
                                            has(
                                                    "zero_convs.#",
                                                    "input_hint_block.#",
                                                    "middle_block_out"),
                                            lacks("double_blocks", "transformer_blocks")))
                            .base("SDXL", DenoiserRules.LDM_CONTEXT.in(2048))
                            .base("SD2", DenoiserRules.LDM_CONTEXT.in(1024))
                            .base("SD1", DenoiserRules.LDM_CONTEXT.in(768))
                            .base("SDXL", has("label_emb"))
                            .otherwise("SD1", "SDXL", "SD2"),
                    Rule.of(
                                    "controlnet-diffusers",
                                    ModelType.CONTROLNET,
                                    has("controlnet_cond_embedding", "controlnet_down_blocks.#"))
                            .base(
                                    "KOLORS",
                                    any(
                                            has("encoder_hid_proj"),
                                            size("add_embedding.linear_1.weight").in(5632)))
                            .base("SDXL", DenoiserRules.DIFFUSERS_CONTEXT.in(2048))
                            .base("SD2", DenoiserRules.DIFFUSERS_CONTEXT.in(1024))
                            .base("SD1", DenoiserRules.DIFFUSERS_CONTEXT.in(768))
                            .base("SDXL", has("add_embedding"))
                            .variant("union", has("control_add_embedding", "task_embedding"))
                            .otherwise("SD1", "SDXL", "SD2"),
                    Rule.of(
                                    "controlnet-transformer",
                                    ModelType.CONTROLNET,
                                    has(
                                            "controlnet_blocks.#",
                                            "controlnet_single_blocks.#",
                                            "controlnet_x_embedder"))
                            .base(
                                    "QWEN_IMAGE",
                                    has(
                                            "transformer_blocks.#.img_mlp",
                                            "transformer_blocks.#.img_mod",
                                            "controlnet_blocks.#.x_rms"))
                            .base(
                                    "HUNYUAN_DIT",
                                    any(
                                            has(
                                                    "blocks.#.skip_linear",
                                                    "time_extra_emb",
                                                    "blocks.#.attn2"),
                                            size("controlnet_blocks.#.weight").in(1408)))
                            .base(
                                    "SANA",
                                    has(
                                            "transformer_blocks.#.ff.conv_inverted",
                                            "transformer_blocks.#.ff.conv_point"))
                            .base("SD3", has("joint_blocks.#"))
                            .base(
                                    "SD3",
                                    size(
                                                    "transformer_blocks.#.attn.to_q.weight",
                                                    "transformer_blocks.#.attn.add_q_proj.weight",
                                                    "controlnet_blocks.#.weight")
                                            .in(1536, 2432))
                            .base(
                                    "FLUX1",
                                    has(
                                            "double_blocks.#",
                                            "single_transformer_blocks.#",
                                            "controlnet_single_blocks.#",
                                            "transformer_blocks.#.attn.norm_added_k"))
                            .variant("union", has("controlnet_mode_embedder"))
                            .otherwise());

    /** Adapters of T2I-Adapter, and motion modules. */
    static final List<Rule> OTHERS =
            List.of(
                    Rule.of(
                                    "t2i-adapter-light",
                                    ModelType.T2I_ADAPTER,
                                    all(has("body.#.in_conv"), has("body.#.body.#.block1")))
                            .base("SDXL", size("body.0.in_conv.weight").in(768))
                            .base("SD1", size("body.0.in_conv.weight").in(192, 64))
                            .variant("light", has("body"))
                            .otherwise("SD1", "SDXL"),
                    Rule.of(
                                    "t2i-adapter",
                                    ModelType.T2I_ADAPTER,
                                    any(
                                            all(
                                                    has("body.#.block1"),
                                                    has("body.#.block2"),
                                                    lacks("block_1", "head", "tail")),
                                            has("body.#.resnets.#.block1")))
                            .base(
                                    "SDXL",
                                    size("conv_in.weight", "body.0.in_conv.weight").in(768, 256))
                            .base(
                                    "SD1",
                                    size("conv_in.weight", "body.0.in_conv.weight").in(192, 64))
                            .otherwise("SD1", "SDXL"),
                    Rule.of(
                                    "motion-module",
                                    ModelType.MOTION_MODULE,
                                    all(
                                            any(
                                                    contains(
                                                            "motion_modules.#.temporal_transformer"),
                                                    contains("motion_modules.#.transformer_blocks"),
                                                    contains("motion_modules.#.proj_")),
                                            lacks("down_blocks.#.resnets", "up_blocks.#.resnets")))
                            .base("SD1", highest(3, 9, "down_blocks", "up_blocks"))
                            .base("SDXL", highest(2, 2, "down_blocks", "up_blocks"))
                            .variant("v2", has("mid_block.motion_modules"))
                            .otherwise("SD1", "SDXL"));

    /**
     * Detectors and segmenters, told by their state dicts; whole pickled ones by what they import.
     */
    static final List<Rule> DETECTORS =
            List.of(
                    Rule.of(
                                    "segment-anything",
                                    ModelType.DETECTION,
                                    some(
                                            2,
                                            "image_encoder.blocks.#",
                                            "image_encoder.trunk",
                                            "mask_decoder",
                                            "sam_mask_decoder",
                                            "prompt_encoder",
                                            "sam_prompt_encoder"))
                            .otherwise(),
                    Rule.of(
                                    "yolo",
                                    ModelType.DETECTION,
                                    all(
                                            has("model.#.conv", "model.#.cv1.conv"),
                                            has(
                                                    "model.#.cv2.conv",
                                                    "model.#.m.#.cv1",
                                                    "model.#.dfl")))
                            .otherwise(),
                    Rule.of(
                                    "rt-detr",
                                    ModelType.DETECTION,
                                    has("encoder.pan_blocks.#", "decoder.dec_bbox_head.#"))
                            .otherwise(),
                    Rule.of(
                                    "grounding-dino",
                                    ModelType.DETECTION,
                                    any(
                                            contains("transformer.encoder.fusion_layers"),
                                            contains("transformer.decoder.bbox_embed")))
                            .otherwise(),
                    Rule.of(
                                    "depth-estimator",
                                    ModelType.DETECTION,
                                    all(
                                            has(
                                                    "depth_head.scratch",
                                                    "scratch.refinenet1",
                                                    "head.scratch"),
                                            has(
                                                    "pretrained.blocks.#",
                                                    "pretrained.model.blocks.#",
                                                    "backbone.embeddings",
                                                    "backbone.encoder.layer.#")))
                            .otherwise());
}
