package dev.assay.core.internal.classify;

import static dev.assay.core.internal.classify.Conditions.all;
import static dev.assay.core.internal.classify.Conditions.any;
import static dev.assay.core.internal.classify.Conditions.axes;
import static dev.assay.core.internal.classify.Conditions.contains;
import static dev.assay.core.internal.classify.Conditions.has;
import static dev.assay.core.internal.classify.Conditions.highest;
import static dev.assay.core.internal.classify.Conditions.lacks;
import static dev.assay.core.internal.classify.Conditions.many;
import static dev.assay.core.internal.classify.Conditions.not;
import static dev.assay.core.internal.classify.Conditions.size;
import static dev.assay.core.internal.classify.Conditions.some;
import static dev.assay.core.model.ModelType.DIFFUSION_MODEL;

import java.util.List;

/**
 * UNets and diffusion transformers, in the names of their first release and in those of diffusers.
 * Names and sizes are facts found in ComfyUI's model_detection.py, diffusers' single_file_utils.py,
 * stable-diffusion.cpp's model_loader.cpp, InvokeAI's configs and SwarmUI's sorter; the keys are
 * chosen anew: parts of blocks, which a file has many of, before single tensors.
 */
final class DenoiserRules {
    private static final String LDM_BLOCK = "input_blocks.#.#.transformer_blocks.#";
    private static final String LDM_UP = "output_blocks.#.#.transformer_blocks.#";
    private static final String LDM_MID = "middle_block.#.transformer_blocks.#";
    private static final String DOWN = "down_blocks.#.attentions.#.transformer_blocks.#";
    private static final String UP = "up_blocks.#.attentions.#.transformer_blocks.#";
    private static final String MID = "mid_block.attentions.#.transformer_blocks.#";

    /** What the text fed to the cross attention of an LDM UNet is wide. */
    static final Conditions.Sized LDM_CONTEXT =
            size(
                    LDM_BLOCK + ".attn2.to_k.weight",
                    LDM_UP + ".attn2.to_k.weight",
                    LDM_MID + ".attn2.to_k.weight",
                    LDM_BLOCK + ".attn2.to_v.weight",
                    LDM_UP + ".attn2.to_v.weight");

    /** What the text fed to the cross attention of a diffusers UNet is wide. */
    static final Conditions.Sized DIFFUSERS_CONTEXT =
            size(
                    DOWN + ".attn2.to_k.weight",
                    UP + ".attn2.to_k.weight",
                    MID + ".attn2.to_k.weight",
                    DOWN + ".attn2.to_v.weight",
                    UP + ".attn2.to_v.weight");

    private static final Condition FLUX_BLOCKS =
            has(
                    "double_blocks.#.img_attn.qkv",
                    "double_blocks.#.img_attn.proj",
                    "double_blocks.#.img_mlp",
                    "single_blocks.#.linear1",
                    "single_blocks.#.linear2");

    private static final Condition FLUX_DIFFUSERS_BLOCKS =
            has(
                    "single_transformer_blocks.#.attn",
                    "single_transformer_blocks.#.proj_mlp",
                    "single_transformer_blocks.#.qkv_proj",
                    "single_transformer_blocks.#.mlp_fc1");

    private static final Conditions.Sized FLUX2_INPUT =
            size(
                    "single_blocks.#.linear1.weight",
                    "single_transformer_blocks.#.attn.to_qkv_mlp_proj.weight",
                    "double_blocks.#.img_attn.qkv.weight",
                    "transformer_blocks.#.attn.to_q.weight",
                    "double_stream_modulation_img.lin.weight");

    private static final Conditions.Sized LUMINA_WIDTH =
            size(
                    "layers.#.attention_norm1.weight",
                    "layers.#.ffn_norm1.weight",
                    "layers.#.attention_norm2.weight",
                    "noise_refiner.#.attention_norm1.weight",
                    "context_refiner.#.attention_norm1.weight");

    private static final Conditions.Sized OMNIGEN_WIDTH =
            size(
                    "layers.#.attn.to_q.weight",
                    "layers.#.attn.to_k.weight",
                    "context_refiner.#.attn.to_q.weight");

    private static final Conditions.Sized WAN_WIDTH =
            size(
                    "blocks.#.modulation",
                    "blocks.#.scale_shift_table",
                    "blocks.#.self_attn.norm_q.weight",
                    "blocks.#.attn1.norm_q.weight",
                    "head.modulation");

    private static final Conditions.Sized SD3_WIDTH =
            size(
                    "transformer_blocks.#.attn.add_q_proj.weight",
                    "transformer_blocks.#.attn.to_q.weight");

    private static final String COSMOS_Q = "blocks.#.self_attn.q_proj.weight";
    private static final String COG_K = "transformer_blocks.#.attn1.to_k";

    private static final Condition HUNYUAN_DOUBLE =
            has(
                    "double_blocks.#.img_attn_qkv",
                    "double_blocks.#.img_attn_q",
                    "transformer_blocks.#.attn.add_q_proj");

    private static final Condition HUNYUAN_MARKS =
            has(
                    "txt_in.individual_token_refiner",
                    "txt_in.input_embedder",
                    "context_embedder.token_refiner",
                    "context_embedder_2",
                    "byt5_in",
                    "cond_type_embedding",
                    "vision_in",
                    "double_blocks.#.img_attn_qkv");

    private DenoiserRules() {}

    /** In this order: the particular before what it resembles. */
    static final List<Rule> TABLE =
            List.of(
                    Rule.of(
                                    "unet-ldm",
                                    DIFFUSION_MODEL,
                                    has(
                                            "input_blocks.#.#.in_layers",
                                            "output_blocks.#.#.in_layers",
                                            LDM_BLOCK,
                                            LDM_UP))
                            .base(
                                    "SVD",
                                    has(
                                            "input_blocks.#.#.time_stack",
                                            "output_blocks.#.#.time_stack",
                                            "middle_block.#.time_stack",
                                            "input_blocks.#.#.time_mixer"))
                            .base("KOLORS", size("label_emb.0.0.weight").in(5632))
                            .base("SDXL_REFINER", LDM_CONTEXT.in(1280))
                            .base("SDXL", LDM_CONTEXT.in(2048))
                            .base("SD2", LDM_CONTEXT.in(1024))
                            .base("SD1", LDM_CONTEXT.in(768))
                            .base(
                                    "SDXL",
                                    has(
                                            "input_blocks.4.1.transformer_blocks.1",
                                            "input_blocks.7.1.transformer_blocks.2",
                                            "output_blocks.0.1.transformer_blocks.2"))
                            .bases(
                                    List.of("SD1", "SD2"),
                                    has("input_blocks.1.1", "output_blocks.11.1"))
                            .variant("inpaint", size("input_blocks.0.0.weight").in(9))
                            .variant("pix2pix", size("input_blocks.0.0.weight").in(8))
                            .variant("depth", size("input_blocks.0.0.weight").in(5))
                            .variant("x4-upscaler", size("input_blocks.0.0.weight").in(7))
                            .and()
                            .variant(
                                    "SSD-1B",
                                    all(
                                            LDM_CONTEXT.in(2048),
                                            highest(2, 3, "input_blocks.#.#.transformer_blocks")))
                            .variant(
                                    "Vega",
                                    all(
                                            LDM_CONTEXT.in(2048),
                                            highest(0, 1, "input_blocks.#.#.transformer_blocks")))
                            .variant(
                                    "KOALA",
                                    all(
                                            LDM_CONTEXT.in(2048),
                                            highest(4, 5, "input_blocks.#.#.transformer_blocks")))
                            .and()
                            .variant("v-pred", has("v_pred", "ztsnr"))
                            .variant("Playground 2.5", has("edm_mean", "edm_std"))
                            .otherwise("SD1", "SD2", "SDXL"),
                    Rule.of(
                                    "unet-diffusers",
                                    DIFFUSION_MODEL,
                                    has(
                                            "down_blocks.#.resnets.#.time_emb_proj",
                                            "up_blocks.#.resnets.#.time_emb_proj",
                                            "down_blocks.#.resnets.#.spatial_res_block",
                                            "up_blocks.#.resnets.#.spatial_res_block",
                                            DOWN + ".attn2",
                                            UP + ".attn2"))
                            .base(
                                    "SVD",
                                    has(
                                            "down_blocks.#.resnets.#.spatial_res_block",
                                            "up_blocks.#.resnets.#.spatial_res_block",
                                            "down_blocks.#.attentions.#.temporal_transformer_blocks"))
                            .bases(
                                    List.of(),
                                    has("down_blocks.#.temp_convs", "up_blocks.#.temp_convs"))
                            .base(
                                    "KOLORS",
                                    any(
                                            all(
                                                    has("encoder_hid_proj"),
                                                    DIFFUSERS_CONTEXT.in(2048)),
                                            size("add_embedding.linear_1.weight").in(5632)))
                            .base("SDXL_REFINER", DIFFUSERS_CONTEXT.in(1280))
                            .base("SDXL", DIFFUSERS_CONTEXT.in(2048))
                            .base("SD2", DIFFUSERS_CONTEXT.in(1024))
                            .base("SD1", DIFFUSERS_CONTEXT.in(768))
                            .base(
                                    "SDXL",
                                    has(
                                            "down_blocks.1.attentions.0.transformer_blocks.1",
                                            "down_blocks.2.attentions.0.transformer_blocks.2"))
                            .variant("inpaint", size("conv_in.weight").in(9))
                            .variant("pix2pix", size("conv_in.weight").in(8))
                            .variant("depth", size("conv_in.weight").in(5))
                            .variant("x4-upscaler", size("conv_in.weight").in(7))
                            .and()
                            .variant(
                                    "SSD-1B",
                                    all(
                                            DIFFUSERS_CONTEXT.in(2048),
                                            highest(2, 3, DOWN.substring(0, DOWN.length() - 2))))
                            .variant(
                                    "Vega",
                                    all(
                                            DIFFUSERS_CONTEXT.in(2048),
                                            highest(0, 1, DOWN.substring(0, DOWN.length() - 2))))
                            .otherwise(),
                    Rule.of(
                                    "cascade",
                                    DIFFUSION_MODEL,
                                    has(
                                            "clip_txt_mapper",
                                            "clip_mapper",
                                            "effnet_mapper",
                                            "down_blocks.#.#.channelwise",
                                            "up_blocks.#.#.channelwise"))
                            .variant("stage c", has("clip_txt_mapper", "clip_img_mapper"))
                            .variant("stage b", has("effnet_mapper", "pixels_mapper"))
                            .otherwise("CASCADE"),
                    Rule.of(
                                    "sd3",
                                    DIFFUSION_MODEL,
                                    has("joint_blocks.#.context_block", "joint_blocks.#.x_block"))
                            .variant("3.5 medium", has("joint_blocks.#.x_block.attn2"))
                            .variant(
                                    "3.5 large",
                                    size(
                                                    "joint_blocks.#.x_block.attn.qkv.weight",
                                                    "joint_blocks.#.context_block.attn.qkv.weight",
                                                    "joint_blocks.#.x_block.mlp.fc1.weight")
                                            .in(2432))
                            .variant(
                                    "3 medium",
                                    size("joint_blocks.#.x_block.attn.qkv.weight").in(1536))
                            .otherwise("SD3"),
                    Rule.of(
                                    "aura-flow",
                                    DIFFUSION_MODEL,
                                    has(
                                            "double_layers.#.attn.w1q",
                                            "double_layers.#.modC",
                                            "single_layers.#.modCX",
                                            "joint_transformer_blocks.#.attn"))
                            .otherwise("AURAFLOW"),
                    Rule.of(
                                    "stable-audio",
                                    DIFFUSION_MODEL,
                                    any(
                                            has(
                                                    "transformer.rotary_pos_emb.inv_freq",
                                                    "transformer.layers.#.self_attn.to_qkv",
                                                    "transformer.layers.#.cross_attn.to_kv"),
                                            all(
                                                    has("transformer_blocks.#.attn1.to_q"),
                                                    some(
                                                            2,
                                                            "preprocess_conv",
                                                            "postprocess_conv",
                                                            "cross_attention_proj",
                                                            "global_proj"))))
                            .otherwise("STABLE_AUDIO"),
                    Rule.of(
                                    "ace-step",
                                    DIFFUSION_MODEL,
                                    has(
                                            "genre_embedder",
                                            "lyric_embs",
                                            "lyric_encoder",
                                            "speaker_embedder",
                                            "encoder.lyric_encoder",
                                            "proj_in_conv",
                                            "layers.#.cross_attn_norm"))
                            .otherwise("ACE_STEP"),
                    Rule.of(
                                    "hunyuan-3d",
                                    DIFFUSION_MODEL,
                                    any(
                                            all(has("latent_in", "cond_in"), FLUX_BLOCKS),
                                            all(
                                                    has("blocks.#.skip_linear"),
                                                    has("blocks.#.attn1.to_q"),
                                                    has("blocks.#.attn1.k_norm"))))
                            .otherwise("HUNYUAN3D"),
                    Rule.of(
                                    "hunyuan-dit",
                                    DIFFUSION_MODEL,
                                    any(
                                            has("mlp_t5", "blocks.#.default_modulation"),
                                            has("blocks.#.skip_linear", "time_extra_emb")))
                            .otherwise("HUNYUAN_DIT"),
                    Rule.of(
                                    "flux2",
                                    DIFFUSION_MODEL,
                                    any(
                                            has(
                                                    "double_stream_modulation_img",
                                                    "double_stream_modulation_txt",
                                                    "single_stream_modulation",
                                                    "single_transformer_blocks.#.attn.to_qkv_mlp_proj",
                                                    "transformer_blocks.#.ff.linear_in"),
                                            size(
                                                            "single_blocks.#.linear1.weight",
                                                            "double_blocks.#.img_mlp.0.weight")
                                                    .out(27648, 36864, 55296)))
                            .variant("dev", FLUX2_INPUT.in(6144))
                            .variant("klein 9b", FLUX2_INPUT.in(4096))
                            .variant("klein 4b", FLUX2_INPUT.in(3072))
                            .otherwise("FLUX2"),
                    Rule.of(
                                    "hunyuan-video",
                                    DIFFUSION_MODEL,
                                    any(
                                            all(
                                                    HUNYUAN_MARKS,
                                                    any(
                                                            FLUX_BLOCKS,
                                                            FLUX_DIFFUSERS_BLOCKS,
                                                            HUNYUAN_DOUBLE)),
                                            all(
                                                    FLUX_BLOCKS,
                                                    any(
                                                            highest(19, 99, "double_blocks"),
                                                            highest(38, 99, "single_blocks"))),
                                            all(
                                                    FLUX_DIFFUSERS_BLOCKS,
                                                    has("transformer_blocks.#.attn.add_q_proj"),
                                                    any(
                                                            highest(19, 99, "transformer_blocks"),
                                                            highest(
                                                                    38,
                                                                    99,
                                                                    "single_transformer_blocks")))))
                            .variant("1.5", has("cond_type_embedding", "vision_in"))
                            .variant("image 2.1", axes(4, "img_in.proj.weight"))
                            .variant(
                                    "i2v",
                                    size("img_in.proj.weight", "x_embedder.proj.weight").in(33))
                            .variant(
                                    "skyreels i2v",
                                    size("img_in.proj.weight", "x_embedder.proj.weight").in(32))
                            .variant(
                                    "t2v",
                                    size("img_in.proj.weight", "x_embedder.proj.weight").in(16))
                            .otherwise("HUNYUAN_VIDEO"),
                    Rule.of(
                                    "chroma",
                                    DIFFUSION_MODEL,
                                    all(
                                            any(FLUX_BLOCKS, FLUX_DIFFUSERS_BLOCKS),
                                            any(
                                                    has("distilled_guidance_layer", "nerf_blocks"),
                                                    all(
                                                            has("double_blocks.#.img_attn.qkv"),
                                                            has("single_blocks.#.linear1"),
                                                            lacks(
                                                                    "double_blocks.#.img_mod",
                                                                    "double_blocks.#.txt_mod",
                                                                    "single_blocks.#.modulation")))))
                            .variant("radiance", has("nerf_blocks", "nerf_image_embedder"))
                            .otherwise("CHROMA"),
                    Rule.of(
                                    "ovis-image",
                                    DIFFUSION_MODEL,
                                    has(
                                            "double_blocks.#.img_mlp.gate_proj",
                                            "double_blocks.#.txt_mlp.gate_proj",
                                            "context_embedder_norm"))
                            .otherwise("OVIS"),
                    Rule.of(
                                    "longcat-image",
                                    DIFFUSION_MODEL,
                                    all(
                                            any(FLUX_BLOCKS, FLUX_DIFFUSERS_BLOCKS),
                                            size("txt_in.weight", "context_embedder.weight")
                                                    .in(3584),
                                            lacks("vector_in")))
                            .otherwise("LONGCAT"),
                    Rule.of(
                                    "flux1",
                                    DIFFUSION_MODEL,
                                    any(
                                            FLUX_BLOCKS,
                                            all(
                                                    FLUX_DIFFUSERS_BLOCKS,
                                                    lacks("time_embed"),
                                                    any(
                                                            has(
                                                                    "transformer_blocks.#.attn.add_q_proj"),
                                                            has(
                                                                    "transformer_blocks.#.qkv_proj_context"),
                                                            size("single_transformer_blocks.#.attn.to_q.weight")
                                                                    .in(3072),
                                                            size("single_transformer_blocks.#.proj_mlp.weight")
                                                                    .in(3072)))))
                            .variant("fill", size("img_in.weight", "x_embedder.weight").in(384))
                            .variant(
                                    "depth/canny",
                                    size("img_in.weight", "x_embedder.weight").in(128))
                            .variant("flex2", size("img_in.weight", "x_embedder.weight").in(196))
                            .variant("dev", has("guidance_in", "time_text_embed.guidance_embedder"))
                            .variant("schnell", has("time_in", "time_text_embed.timestep_embedder"))
                            .base(
                                    "FLUX1",
                                    size("img_in.weight", "x_embedder.weight").in(128, 196, 384))
                            .base(
                                    "FLUX1",
                                    has(
                                            "double_blocks.#.img_mod",
                                            "double_blocks.#.txt_mod",
                                            "single_blocks.#.modulation",
                                            "transformer_blocks.#.norm1",
                                            "transformer_blocks.#.norm1_context",
                                            "single_transformer_blocks.#.norm",
                                            "guidance_in",
                                            "vector_in",
                                            "time_text_embed"))
                            .otherwise("FLUX1", "CHROMA"),
                    Rule.of(
                                    "mochi",
                                    DIFFUSION_MODEL,
                                    has(
                                            "t5_yproj",
                                            "blocks.#.attn.qkv_x",
                                            "blocks.#.mod_x",
                                            "transformer_blocks.#.attn1.add_q_proj",
                                            "transformer_blocks.#.attn1.to_add_out"))
                            .otherwise("MOCHI"),
                    Rule.of(
                                    "minimax-h3",
                                    DIFFUSION_MODEL,
                                    any(
                                            some(
                                                    2,
                                                    "video_patch_proj",
                                                    "audio_patch_proj",
                                                    "final_layer.video_out",
                                                    "final_layer.audio_out",
                                                    "condition_proj"),
                                            all(
                                                    has("transformer_blocks.#.adaln_proj"),
                                                    has(
                                                            "audio_proj_in",
                                                            "audio_proj_out",
                                                            "token_refiner.refiner_blocks"))))
                            .otherwise("MINIMAX_H3"),
                    Rule.of(
                                    "sana",
                                    DIFFUSION_MODEL,
                                    has(
                                            "attention_y_norm",
                                            "blocks.#.mlp.inverted_conv",
                                            "blocks.#.mlp.depth_conv",
                                            "transformer_blocks.#.ff.conv_inverted",
                                            "transformer_blocks.#.ff.conv_depth"))
                            .otherwise("SANA"),
                    Rule.of(
                                    "pixart",
                                    DIFFUSION_MODEL,
                                    any(
                                            all(
                                                    has(
                                                            "blocks.#.cross_attn.kv_linear",
                                                            "blocks.#.cross_attn.q_linear"),
                                                    has(
                                                            "blocks.#.mlp.fc1",
                                                            "blocks.#.scale_shift_table")),
                                            all(
                                                    has("transformer_blocks.#.scale_shift_table"),
                                                    size(
                                                                    "transformer_blocks.#.attn1.to_q.weight",
                                                                    "transformer_blocks.#.attn1.to_k.weight",
                                                                    "transformer_blocks.#.attn1.to_v.weight")
                                                            .in(1152),
                                                    lacks("temporal_transformer_blocks"))))
                            .variant("alpha", has("ar_embedder", "csize_embedder"))
                            .otherwise("PIXART"),
                    Rule.of(
                                    "ltx-video",
                                    DIFFUSION_MODEL,
                                    all(
                                            has("transformer_blocks.#.scale_shift_table"),
                                            has(
                                                    "transformer_blocks.#.attn1.q_norm",
                                                    "transformer_blocks.#.attn1.norm_q",
                                                    "transformer_blocks.#.audio_attn1")))
                            .variant(
                                    "2",
                                    has("audio_adaln_single", "transformer_blocks.#.audio_attn1"))
                            .variant("13B", highest(40, 99, "transformer_blocks"))
                            .variant("2B", highest(20, 39, "transformer_blocks"))
                            .otherwise("LTXV"),
                    Rule.of(
                                    "cosmos-1",
                                    DIFFUSION_MODEL,
                                    all(contains("blocks.block"), contains(".block.attn.to_")))
                            .variant("1", has("x_embedder"))
                            .otherwise("COSMOS"),
                    Rule.of(
                                    "cosmos-predict2",
                                    DIFFUSION_MODEL,
                                    has(
                                            "blocks.#.adaln_modulation_self_attn",
                                            "blocks.#.adaln_modulation_cross_attn",
                                            "blocks.#.mlp.layer1",
                                            "llm_adapter.blocks.#.cross_attn"))
                            .base("ANIMA", has("llm_adapter"))
                            .base(
                                    "COSMOS",
                                    any(
                                            has("x_embedder", "t_embedder", "final_layer"),
                                            size("blocks.#.self_attn.q_proj.weight").in(5120)))
                            .variant("2B", all(size(COSMOS_Q).in(2048), lacks("llm_adapter")))
                            .variant("14B", size(COSMOS_Q).in(5120))
                            .otherwise("COSMOS", "ANIMA"),
                    Rule.of(
                                    "cosmos-diffusers",
                                    DIFFUSION_MODEL,
                                    has(
                                            "transformer_blocks.#.norm1.linear_1",
                                            "transformer_blocks.#.norm2.linear_1",
                                            "time_embed.t_embedder"))
                            .otherwise("COSMOS"),
                    Rule.of(
                                    "ideogram4",
                                    DIFFUSION_MODEL,
                                    any(
                                            has("embed_image_indicator"),
                                            all(
                                                    has("layers.#.attention"),
                                                    has("layers.#.adaln_modulation"))))
                            .otherwise("IDEOGRAM4"),
                    Rule.of(
                                    "lumina2-z-image",
                                    DIFFUSION_MODEL,
                                    all(
                                            has("layers.#.attention", "noise_refiner.#.attention"),
                                            has(
                                                    "layers.#.adaLN_modulation",
                                                    "layers.#.attention_norm1",
                                                    "noise_refiner",
                                                    "context_refiner",
                                                    "cap_embedder",
                                                    "all_x_embedder")))
                            .base("Z_IMAGE", any(has("all_x_embedder"), LUMINA_WIDTH.largest(3840)))
                            .base("LUMINA2", LUMINA_WIDTH.largest(2304))
                            .variant("newbie", has("clip_text_pooled_proj"))
                            .otherwise("Z_IMAGE", "LUMINA2"),
                    Rule.of(
                                    "boogu",
                                    DIFFUSION_MODEL,
                                    has("double_stream_layers.#.img_instruct_attn"))
                            .otherwise("BOOGU"),
                    Rule.of(
                                    "omnigen2-lumina2",
                                    DIFFUSION_MODEL,
                                    all(
                                            has(
                                                    "layers.#.attn.to_q",
                                                    "context_refiner.#.attn.to_q"),
                                            has(
                                                    "layers.#.feed_forward.linear_1",
                                                    "layers.#.norm1",
                                                    "layers.#.norm2")))
                            .base("LUMINA2", OMNIGEN_WIDTH.in(2304))
                            .base(
                                    "OMNIGEN2",
                                    any(
                                            has("ref_image_refiner", "ref_image_patch_embedder"),
                                            OMNIGEN_WIDTH.in(2520)))
                            .otherwise("OMNIGEN2", "LUMINA2"),
                    Rule.of(
                                    "seedvr2",
                                    DIFFUSION_MODEL,
                                    has(
                                            "blocks.#.mlp.all.proj_in_gate",
                                            "blocks.#.mlp.vid.proj_out",
                                            "blocks.#.attn.proj_qkv.vid"))
                            .otherwise("SEEDVR2"),
                    Rule.of(
                                    "wan",
                                    DIFFUSION_MODEL,
                                    any(
                                            some(
                                                    2,
                                                    "blocks.#.self_attn.norm_q",
                                                    "blocks.#.cross_attn.norm_k",
                                                    "blocks.#.modulation",
                                                    "head.modulation"),
                                            all(
                                                    has("blocks.#.ffn.net", "condition_embedder"),
                                                    has(
                                                            "blocks.#.attn2.norm_k",
                                                            "blocks.#.attn1.norm_q"),
                                                    has(
                                                            "blocks.#.scale_shift_table",
                                                            "condition_embedder"))))
                            .variant("vace", has("vace_blocks", "vace_patch_embedding"))
                            .variant("camera", has("control_adapter"))
                            .variant("s2v", has("casual_audio_encoder"))
                            .variant("humo", has("audio_proj.audio_proj_glob_1"))
                            .variant("animate", has("face_adapter", "pose_patch_embedding"))
                            .variant(
                                    "i2v",
                                    has(
                                            "img_emb",
                                            "blocks.#.cross_attn.k_img",
                                            "blocks.#.attn2.add_k_proj",
                                            "condition_embedder.image_embedder"))
                            .variant("2.2 i2v", size("patch_embedding.weight").in(36))
                            .variant("ti2v", size("patch_embedding.weight").in(48))
                            .variant("t2v", size("patch_embedding.weight").in(16))
                            .and()
                            .variant("1.3B", WAN_WIDTH.largest(1536))
                            .variant("5B", WAN_WIDTH.largest(3072))
                            .variant("14B", WAN_WIDTH.largest(5120))
                            .otherwise("WAN"),
                    Rule.of(
                                    "hidream",
                                    DIFFUSION_MODEL,
                                    any(
                                            has(
                                                    "double_stream_blocks.#.block",
                                                    "single_stream_blocks.#.block",
                                                    "caption_projection.#.linear"),
                                            all(has("t_embedder1"), has("x_embedder.proj1"))))
                            .variant("O1", has("t_embedder1"))
                            .variant("I1", has("double_stream_blocks"))
                            .otherwise("HIDREAM"),
                    Rule.of(
                                    "qwen-image",
                                    DIFFUSION_MODEL,
                                    has(
                                            "transformer_blocks.#.img_mlp",
                                            "transformer_blocks.#.img_mod",
                                            "transformer_blocks.#.txt_mod"))
                            .base(
                                    "LENS",
                                    has(
                                            "transformer_blocks.#.img_mlp.w1",
                                            "transformer_blocks.#.img_mlp.w2",
                                            "transformer_blocks.#.txt_mlp.w1"))
                            .base(
                                    "MAGE_FLOW",
                                    any(
                                            size("txt_norm.weight").out(2560),
                                            size("proj_out.weight").out(128)))
                            .variant("edit 2511", has("__index_timestep_zero__"))
                            .variant("layered", has("time_text_embed.addition_t_embedding"))
                            .otherwise("QWEN_IMAGE"),
                    Rule.of(
                                    "krea2",
                                    DIFFUSION_MODEL,
                                    has("txtfusion", "text_fusion", "time_mod_proj"))
                            .otherwise("KREA2"),
                    Rule.of(
                                    "ernie-image",
                                    DIFFUSION_MODEL,
                                    any(
                                            has("layers.#.adaLN_sa_ln", "layers.#.adaLN_mlp_ln"),
                                            all(
                                                    has("layers.#.mlp.linear_fc2"),
                                                    has("layers.#.self_attention"))))
                            .otherwise("ERNIE"),
                    Rule.of("kandinsky5", DIFFUSION_MODEL, has("visual_transformer_blocks"))
                            .otherwise("KANDINSKY5"),
                    Rule.of(
                                    "sd3-diffusers",
                                    DIFFUSION_MODEL,
                                    all(
                                            has("transformer_blocks.#.attn.add_q_proj"),
                                            SD3_WIDTH.in(1536, 2432),
                                            not(has("single_transformer_blocks"))))
                            .variant("3.5 medium", has("transformer_blocks.#.attn2"))
                            .variant("3.5 large", SD3_WIDTH.in(2432))
                            .variant("3 medium", SD3_WIDTH.in(1536))
                            .otherwise("SD3"),
                    Rule.of(
                                    "cogvideox-cogview",
                                    DIFFUSION_MODEL,
                                    all(
                                            has(
                                                    "transformer_blocks.#.attn1.to_q",
                                                    "blocks.#.attn1.to_q",
                                                    COG_K),
                                            has(
                                                    "transformer_blocks.#.norm1.linear",
                                                    "blocks.#.norm1.linear"),
                                            lacks(
                                                    "transformer_blocks.#.attn2",
                                                    "blocks.#.attn2",
                                                    "glyph_projector",
                                                    "prior_token_embedding")))
                            .base("COGVIEW4", has("time_condition_embed"))
                            .base(
                                    "COGVIDEOX",
                                    has(
                                            "transformer_blocks.#.attn1.norm_q",
                                            "blocks.#.attn1.norm_q",
                                            "time_embedding"))
                            .otherwise("COGVIEW4"));

    /** Under a prefix that only denoisers have, but of a family that no rule above knows. */
    static final List<Rule> UNKNOWN_FAMILY =
            List.of(Rule.of("denoiser-of-unknown-family", DIFFUSION_MODEL, many(20)).otherwise());
}
