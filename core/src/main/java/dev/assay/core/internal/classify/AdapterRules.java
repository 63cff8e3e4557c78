package dev.assay.core.internal.classify;

import static dev.assay.core.internal.classify.Conditions.all;
import static dev.assay.core.internal.classify.Conditions.any;
import static dev.assay.core.internal.classify.Conditions.axes;
import static dev.assay.core.internal.classify.Conditions.below;
import static dev.assay.core.internal.classify.Conditions.contains;
import static dev.assay.core.internal.classify.Conditions.has;
import static dev.assay.core.internal.classify.Conditions.highest;
import static dev.assay.core.internal.classify.Conditions.lacks;
import static dev.assay.core.internal.classify.Conditions.size;
import static dev.assay.core.model.ModelType.CONTROL_LORA;
import static dev.assay.core.model.ModelType.LORA;
import static dev.assay.core.model.ModelType.MOTION_LORA;

import java.util.List;

/**
 * What an adapter was made for, by the modules it changes and their sizes. Keys are the common
 * names of {@link ModuleNames}, with underscores; a size is that of the module, not of its factors.
 */
final class AdapterRules {
    private static final String DOWN = "down_blocks_#_attentions_#_transformer_blocks_#";
    private static final String UP = "up_blocks_#_attentions_#_transformer_blocks_#";
    private static final String MID = "mid_block_attentions_#_transformer_blocks_#";
    private static final String IN = "input_blocks_#_#_transformer_blocks_#";
    private static final String OUT = "output_blocks_#_#_transformer_blocks_#";
    private static final String MIDDLE = "middle_block_#_transformer_blocks_#";

    private static final String[] TRANSFORMERS = {
        "down_blocks_#_attentions_#_transformer_blocks",
        "up_blocks_#_attentions_#_transformer_blocks",
        "mid_block_attentions_#_transformer_blocks",
        "input_blocks_#_#_transformer_blocks",
        "output_blocks_#_#_transformer_blocks",
        "middle_block_#_transformer_blocks"
    };

    private static final Conditions.Sized CONTEXT =
            size(
                    DOWN + "_attn2_to_k",
                    UP + "_attn2_to_k",
                    MID + "_attn2_to_k",
                    DOWN + "_attn2_to_v",
                    UP + "_attn2_to_v",
                    IN + "_attn2_to_k",
                    OUT + "_attn2_to_k",
                    MIDDLE + "_attn2_to_k",
                    IN + "_attn2_to_v",
                    OUT + "_attn2_to_v");

    private static final Conditions.Sized TEXT =
            size(
                    "te_text_model_encoder_layers_#_self_attn_q_proj",
                    "te_text_model_encoder_layers_#_self_attn_k_proj",
                    "te_text_model_encoder_layers_#_self_attn_v_proj",
                    "te_text_model_encoder_layers_#_self_attn_out_proj",
                    "te_text_model_encoder_layers_#_mlp_fc1");

    private static final Condition UNET =
            has(
                    "down_blocks",
                    "up_blocks",
                    "mid_block",
                    "input_blocks",
                    "output_blocks",
                    "middle_block");

    private static final Condition FLUX = has("double_blocks_#", "single_blocks_#");

    private static final Condition FLUX_DIFFUSERS = has("single_transformer_blocks_#");

    private static final Conditions.Sized FIRST_LAYER = size("img_in", "x_embedder");

    private static final Conditions.Sized FLUX2_OUTPUTS =
            size(
                    "single_blocks_#_linear1",
                    "double_blocks_#_img_mlp_0",
                    "double_blocks_#_txt_mlp_0");

    private AdapterRules() {}

    /** In this order: the particular before what it resembles. */
    static final List<Rule> TABLE =
            List.of(
                    Rule.of("motion-lora", MOTION_LORA, contains("_motion_modules_"))
                            .base("SD1", highest(3, 9, "down_blocks", "up_blocks"))
                            .base("SDXL", highest(2, 2, "down_blocks", "up_blocks"))
                            .otherwise("SD1", "SDXL"),
                    Rule.of(
                                    "lora-flux2",
                                    LORA,
                                    any(
                                            all(
                                                    FLUX,
                                                    any(
                                                            below("double_blocks", 4096, 6144),
                                                            below("single_blocks", 4096, 6144),
                                                            FLUX2_OUTPUTS.out(
                                                                    18432, 24576, 27648, 36864,
                                                                    55296),
                                                            has(
                                                                    "double_stream_modulation_img",
                                                                    "single_stream_modulation"),
                                                            size("txt_in").in(7680, 12288, 15360))),
                                            has(
                                                    "single_transformer_blocks_#_attn_to_qkv_mlp_proj",
                                                    "transformer_blocks_#_ff_linear_in",
                                                    "transformer_blocks_#_ff_context_linear_in",
                                                    "double_stream_modulation_img"),
                                            all(
                                                    FLUX_DIFFUSERS,
                                                    any(
                                                            below("transformer_blocks", 6144),
                                                            size("context_embedder")
                                                                    .in(7680, 12288, 15360)))))
                            .variant(
                                    "dev",
                                    any(
                                            below("double_blocks", 6144),
                                            below("single_blocks", 6144),
                                            below("single_transformer_blocks", 6144)))
                            .variant(
                                    "klein 9b",
                                    any(
                                            below("double_blocks", 4096),
                                            below("single_blocks", 4096),
                                            below("single_transformer_blocks", 4096)))
                            .variant(
                                    "klein 4b",
                                    any(
                                            below("double_blocks", 3072),
                                            below("single_blocks", 3072),
                                            below("single_transformer_blocks", 3072)))
                            .otherwise("FLUX2"),
                    Rule.of(
                                    "lora-hunyuan-video",
                                    LORA,
                                    any(
                                            has(
                                                    "txt_in_individual_token_refiner",
                                                    "double_blocks_#_img_mod_linear",
                                                    "double_blocks_#_txt_mod_linear",
                                                    "double_blocks_#_img_mlp_fc1",
                                                    "context_embedder_token_refiner"),
                                            all(
                                                    FLUX,
                                                    any(
                                                            highest(19, 99, "double_blocks"),
                                                            highest(38, 99, "single_blocks"))),
                                            all(
                                                    FLUX_DIFFUSERS,
                                                    any(
                                                            highest(
                                                                    38,
                                                                    99,
                                                                    "single_transformer_blocks"),
                                                            highest(
                                                                    19,
                                                                    99,
                                                                    "transformer_blocks")))))
                            .otherwise("HUNYUAN_VIDEO"),
                    Rule.of("lora-chroma", LORA, has("distilled_guidance_layer"))
                            .otherwise("CHROMA"),
                    Rule.of(
                                    "control-lora-flux",
                                    CONTROL_LORA,
                                    all(
                                            any(FLUX, FLUX_DIFFUSERS),
                                            any(
                                                    FIRST_LAYER.in(128),
                                                    has(
                                                            "double_blocks_#_img_attn_norm_key_norm_scale",
                                                            "double_blocks_#_img_attn_norm_query_norm_scale"))))
                            .otherwise("FLUX1"),
                    Rule.of(
                                    "lora-aura-flow",
                                    LORA,
                                    has(
                                            "double_layers_#",
                                            "single_layers_#",
                                            "joint_transformer_blocks_#"))
                            .otherwise("AURAFLOW"),
                    Rule.of("lora-flux1", LORA, any(FLUX, FLUX_DIFFUSERS))
                            .base(
                                    "FLUX1",
                                    has(
                                            "double_blocks_#_img_mod",
                                            "double_blocks_#_txt_mod",
                                            "single_blocks_#_modulation",
                                            "transformer_blocks_#_norm1",
                                            "transformer_blocks_#_norm1_context",
                                            "single_transformer_blocks_#_norm",
                                            "guidance_in",
                                            "vector_in",
                                            "time_in",
                                            "time_text_embed",
                                            "te1_text_model"))
                            .otherwise("FLUX1", "CHROMA"),
                    Rule.of(
                                    "lora-sd3",
                                    LORA,
                                    any(
                                            has("joint_blocks_#"),
                                            all(
                                                    has("transformer_blocks_#_attn"),
                                                    below("transformer_blocks", 1536, 2432),
                                                    lacks("transformer_blocks_#_attn1"))))
                            .otherwise("SD3"),
                    Rule.of(
                                    "lora-hidream",
                                    LORA,
                                    has("double_stream_blocks_#", "single_stream_blocks_#"))
                            .otherwise("HIDREAM"),
                    Rule.of(
                                    "lora-mochi",
                                    LORA,
                                    has(
                                            "transformer_blocks_#_attn1_add_q_proj",
                                            "transformer_blocks_#_attn1_add_k_proj",
                                            "transformer_blocks_#_attn1_add_v_proj",
                                            "transformer_blocks_#_attn1_to_add_out",
                                            "blocks_#_attn_qkv_x",
                                            "blocks_#_attn_qkv_y"))
                            .otherwise("MOCHI"),
                    Rule.of(
                                    "lora-minimax-h3",
                                    LORA,
                                    any(
                                            has("video_patch_proj", "audio_patch_proj"),
                                            below("blocks_#_attn", 5376),
                                            below("transformer_blocks_#", 5376),
                                            below("blocks_#_mlp", 5376)))
                            .otherwise("MINIMAX_H3"),
                    Rule.of(
                                    "lora-krea2",
                                    LORA,
                                    any(
                                            has("txtfusion", "text_fusion", "time_mod_proj"),
                                            all(
                                                    has(
                                                            "blocks_#_attn_wq",
                                                            "blocks_#_attn_wk",
                                                            "blocks_#_attn_wv",
                                                            "blocks_#_attn_wo"),
                                                    has(
                                                            "blocks_#_attn_gate",
                                                            "blocks_#_mlp_gate"))))
                            .otherwise("KREA2"),
                    Rule.of(
                                    "lora-qwen-image",
                                    LORA,
                                    any(
                                            has(
                                                    "transformer_blocks_#_img_mlp",
                                                    "transformer_blocks_#_txt_mlp",
                                                    "transformer_blocks_#_img_mod",
                                                    "transformer_blocks_#_attn_add_q_proj",
                                                    "transformer_blocks_#_attn_add_k_proj",
                                                    "transformer_blocks_#_attn_to_add_out"),
                                            has(
                                                    "transformer_blocks_#_attn_to_q",
                                                    "transformer_blocks_#_attn_to_k")))
                            .base("LENS", has("transformer_blocks_#_img_mlp_w1"))
                            .base(
                                    "QWEN_IMAGE",
                                    any(
                                            has(
                                                    "transformer_blocks_#_img_mlp",
                                                    "transformer_blocks_#_txt_mlp",
                                                    "transformer_blocks_#_img_mod",
                                                    "transformer_blocks_#_txt_mod"),
                                            highest(24, 99, "transformer_blocks")))
                            .otherwise("QWEN_IMAGE", "FLUX1"),
                    Rule.of(
                                    "lora-sana",
                                    LORA,
                                    any(
                                            has(
                                                    "transformer_blocks_#_ff_conv_inverted",
                                                    "transformer_blocks_#_ff_conv_point"),
                                            below("transformer_blocks_#_attn1", 2240)))
                            .otherwise("SANA"),
                    Rule.of(
                                    "lora-cosmos-diffusers",
                                    LORA,
                                    has(
                                            "transformer_blocks_#_norm1_linear_#",
                                            "time_embed_t_embedder"))
                            .otherwise("COSMOS"),
                    Rule.of(
                                    "lora-pixart",
                                    LORA,
                                    any(
                                            below("transformer_blocks_#_attn1", 1152),
                                            below("transformer_blocks_#_attn2", 1152),
                                            has("blocks_#_cross_attn_kv_linear")))
                            .otherwise("PIXART"),
                    Rule.of(
                                    "lora-ltx-video",
                                    LORA,
                                    has(
                                            "transformer_blocks_#_attn2",
                                            "transformer_blocks_#_audio_attn1",
                                            "transformer_blocks_#_attn1_to_gate_logits"))
                            .variant(
                                    "2",
                                    has(
                                            "transformer_blocks_#_audio_attn1",
                                            "transformer_blocks_#_audio_ff"))
                            .variant("13B", highest(40, 99, "transformer_blocks"))
                            .otherwise("LTXV"),
                    Rule.of(
                                    "lora-cogvideox-cogview",
                                    LORA,
                                    has(
                                            "transformer_blocks_#_attn1",
                                            "transformer_blocks_#_norm1_linear"))
                            .base("COGVIEW4", below("transformer_blocks_#_attn1", 2560))
                            .base("COGVIDEOX", below("transformer_blocks_#_attn1", 1920, 3072))
                            .bases(
                                    List.of("LTXV", "COSMOS"),
                                    below("transformer_blocks_#_attn1", 2048, 4096))
                            .otherwise("COGVIDEOX", "LTXV", "COGVIEW4"),
                    Rule.of(
                                    "lora-cosmos-anima",
                                    LORA,
                                    has(
                                            "blocks_#_self_attn_q_proj",
                                            "blocks_#_self_attn_k_proj",
                                            "blocks_#_self_attn_v_proj",
                                            "blocks_#_self_attn_output_proj",
                                            "blocks_#_cross_attn_q_proj",
                                            "blocks_#_cross_attn_k_proj",
                                            "blocks_#_cross_attn_v_proj",
                                            "blocks_#_cross_attn_output_proj",
                                            "blocks_#_adaln_modulation",
                                            "blocks_#_mlp_layer1",
                                            "llm_adapter"))
                            .base("ANIMA", has("llm_adapter"))
                            .base("COSMOS", below("blocks", 5120))
                            .otherwise("ANIMA", "COSMOS"),
                    Rule.of(
                                    "lora-hunyuan-dit",
                                    LORA,
                                    any(
                                            has(
                                                    "blocks_#_attn1_Wqkv",
                                                    "blocks_#_default_modulation",
                                                    "mlp_t5"),
                                            below("blocks_#_attn1", 1408),
                                            below("blocks_#_attn2", 1408)))
                            .otherwise("HUNYUAN_DIT"),
                    Rule.of(
                                    "lora-wan",
                                    LORA,
                                    has(
                                            "blocks_#_self_attn_q",
                                            "blocks_#_self_attn_k",
                                            "blocks_#_self_attn_v",
                                            "blocks_#_self_attn_o",
                                            "blocks_#_cross_attn_q",
                                            "blocks_#_cross_attn_k",
                                            "blocks_#_cross_attn_v",
                                            "blocks_#_cross_attn_o",
                                            "blocks_#_ffn",
                                            "blocks_#_attn1_to_q",
                                            "blocks_#_attn1_to_k",
                                            "blocks_#_attn2_to_q",
                                            "blocks_#_attn2_to_k"))
                            .variant(
                                    "i2v",
                                    has(
                                            "blocks_#_cross_attn_k_img",
                                            "blocks_#_attn2_add_k_proj",
                                            "img_emb"))
                            .and()
                            .variant("1.3B", below("blocks", 1536))
                            .variant("5B", below("blocks", 3072))
                            .variant("14B", below("blocks", 5120))
                            .otherwise("WAN"),
                    Rule.of(
                                    "lora-z-image-lumina",
                                    LORA,
                                    has(
                                            "layers_#_attention",
                                            "layers_#_feed_forward",
                                            "noise_refiner_#",
                                            "context_refiner_#",
                                            "layers_#_adaLN_modulation"))
                            .base(
                                    "Z_IMAGE",
                                    any(
                                            below("layers", 3840),
                                            below("noise_refiner", 3840),
                                            below("context_refiner", 3840)))
                            .base(
                                    "LUMINA2",
                                    any(below("layers", 2304), below("context_refiner", 2304)))
                            .base(
                                    "OMNIGEN2",
                                    any(below("layers", 2520), has("ref_image_refiner_#")))
                            .otherwise("Z_IMAGE", "LUMINA2", "OMNIGEN2"),
                    Rule.of(
                                    "lora-omnigen2-lumina2",
                                    LORA,
                                    has("layers_#_attn_to_q", "layers_#_attn_to_k"))
                            .base("LUMINA2", below("layers", 2304))
                            .base("OMNIGEN2", below("layers", 2520))
                            .otherwise("OMNIGEN2", "LUMINA2"),
                    Rule.of(
                                    "lora-ernie-image",
                                    LORA,
                                    has(
                                            "layers_#_mlp_linear_fc1",
                                            "layers_#_mlp_linear_fc2",
                                            "layers_#_self_attention"))
                            .otherwise("ERNIE"),
                    Rule.of("lora-kandinsky5", LORA, has("visual_transformer_blocks_#"))
                            .otherwise("KANDINSKY5"),
                    Rule.of(
                                    "lora-ace-step",
                                    LORA,
                                    has("lyric_encoder", "speaker_embedder", "genre_embedder"))
                            .otherwise("ACE_STEP"),
                    Rule.of("lora-cascade", LORA, all(UNET, contains("_attention_attn_")))
                            .otherwise("CASCADE"),
                    Rule.of("lora-unet", LORA, UNET)
                            .base("SDXL_REFINER", CONTEXT.in(1280))
                            .base("SDXL", CONTEXT.in(2048))
                            .base("SD2", CONTEXT.in(1024))
                            .base("SD1", CONTEXT.in(768))
                            .base(
                                    "SDXL",
                                    has(
                                            "te2_text_model",
                                            "up_blocks_0_attentions",
                                            "output_blocks_0_1",
                                            "output_blocks_1_1",
                                            "output_blocks_2_1",
                                            "add_embedding",
                                            "label_emb"))
                            .base("SDXL", highest(1, 99, TRANSFORMERS))
                            .base("SD1", TEXT.in(768))
                            .base("SD2", TEXT.in(1024))
                            .base(
                                    "SD1",
                                    axes(
                                            4,
                                            "down_blocks_#_attentions_#_proj_in",
                                            "up_blocks_#_attentions_#_proj_in",
                                            "input_blocks_#_#_proj_in",
                                            "output_blocks_#_#_proj_in"))
                            .bases(
                                    List.of("SD1", "SD2"),
                                    has(
                                            "down_blocks_0_attentions",
                                            "up_blocks_3",
                                            "input_blocks_1_1",
                                            "input_blocks_2_1",
                                            "output_blocks_9_1",
                                            "output_blocks_10_1",
                                            "output_blocks_11_1"))
                            .otherwise("SD1", "SDXL", "SD2"),
                    Rule.of(
                                    "lora-text-encoder",
                                    LORA,
                                    has(
                                            "te_text_model",
                                            "te1_text_model",
                                            "te2_text_model",
                                            "te3_encoder",
                                            "te2_encoder",
                                            "te1_encoder"))
                            .base("SDXL", has("te2_text_model"))
                            .base("SD1", TEXT.in(768))
                            .base("SD2", TEXT.in(1024))
                            .base("SDXL", TEXT.in(1280))
                            .otherwise("SDXL", "FLUX1", "SD3"),
                    Rule.of(
                                    "lora-language-model",
                                    LORA,
                                    has(
                                            "model_layers_#_self_attn",
                                            "model_layers_#_mlp",
                                            "layers_#_self_attn",
                                            "layers_#_mlp",
                                            "h_#_attn_c_attn",
                                            "h_#_attn_c_proj",
                                            "h_#_mlp",
                                            "language_model"))
                            .otherwise("LLM"),
                    Rule.of("lora", LORA, all()).otherwise());
}
