package dev.assay.core.internal.classify;

import static dev.assay.core.internal.classify.Conditions.all;
import static dev.assay.core.internal.classify.Conditions.any;
import static dev.assay.core.internal.classify.Conditions.has;
import static dev.assay.core.internal.classify.Conditions.lacks;
import static dev.assay.core.internal.classify.Conditions.size;
import static dev.assay.core.internal.classify.Conditions.some;
import static dev.assay.core.model.ModelType.CLIP_VISION;
import static dev.assay.core.model.ModelType.LLM;
import static dev.assay.core.model.ModelType.TEXT_ENCODER;

import java.util.List;

/**
 * Text and image encoders, and language models. A file with both towers of CLIP is loaded for its
 * image tower, so vision goes first.
 */
final class EncoderRules {
    private static final String VISION = "vision_model.encoder.layers.#";
    private static final String TEXT = "text_model.encoder.layers.#";
    private static final String HF = "model.layers.#";

    private static final String[] AFTER_FEED_FORWARD = {
        HF + ".post_feedforward_layernorm",
        "language_model.model.layers.#.post_feedforward_layernorm",
        "model.language_model.layers.#.post_feedforward_layernorm"
    };
    private static final String[] Q_NORM = {
        HF + ".self_attn.q_norm",
        "layers.#.self_attn.q_norm",
        "language_model.model.layers.#.self_attn.q_norm",
        "model.language_model.layers.#.self_attn.q_norm"
    };
    private static final String[] K_BIAS = {
        HF + ".self_attn.k_proj.bias",
        HF + ".self_attn.v_proj.bias",
        HF + ".self_attn.q_proj.bias",
        "layers.#.self_attn.k_proj.bias",
        "model.language_model.layers.#.self_attn.k_proj.bias"
    };
    private static final Conditions.Sized EMBEDDED =
            size("model.embed_tokens.weight", "lm_head.weight");
    private static final Conditions.Sized GATE =
            size(HF + ".mlp.gate_proj.weight", HF + ".mlp.up_proj.weight");

    private static final Conditions.Sized VISION_WIDTH =
            size(
                    VISION + ".self_attn.q_proj.weight",
                    VISION + ".self_attn.k_proj.weight",
                    VISION + ".mlp.fc1.weight",
                    "vision_model.embeddings.position_embedding.weight");

    private static final Conditions.Sized OPEN_VISION_WIDTH =
            size(
                    "visual.transformer.resblocks.#.attn.in_proj_weight",
                    "visual.transformer.resblocks.#.mlp.c_fc.weight");

    private static final Conditions.Sized TEXT_WIDTH =
            size(
                    TEXT + ".self_attn.q_proj.weight",
                    TEXT + ".self_attn.k_proj.weight",
                    TEXT + ".mlp.fc1.weight",
                    "encoder.layers.#.self_attn.q_proj.weight",
                    "encoder.layers.#.mlp.fc1.weight",
                    "text_model.embeddings.token_embedding.weight");

    private static final Conditions.Sized OPEN_TEXT_WIDTH =
            size(
                    "transformer.resblocks.#.attn.in_proj_weight",
                    "transformer.resblocks.#.mlp.c_fc.weight",
                    "token_embedding.weight");

    private static final Conditions.Sized T5_WIDTH =
            size(
                    "encoder.block.#.layer.#.SelfAttention.q.weight",
                    "encoder.block.#.layer.#.SelfAttention.k.weight",
                    "encoder.block.#.layer.#.DenseReluDense.wi_0.weight",
                    "enc.blk.#.attn_q.weight",
                    "enc.blk.#.ffn_up.weight",
                    "shared.weight");

    private static final Condition PER_LAYER_BIAS =
            has(
                    "encoder.block.1.layer.0.SelfAttention.relative_attention_bias",
                    "encoder.block.2.layer.0.SelfAttention.relative_attention_bias",
                    "encoder.block.3.layer.0.SelfAttention.relative_attention_bias",
                    "encoder.block.5.layer.0.SelfAttention.relative_attention_bias",
                    "encoder.block.7.layer.0.SelfAttention.relative_attention_bias",
                    "enc.blk.1.attn_rel_b",
                    "enc.blk.2.attn_rel_b");

    private EncoderRules() {}

    /** In this order. */
    static final List<Rule> TABLE =
            List.of(
                    Rule.of(
                                    "clip-vision",
                                    CLIP_VISION,
                                    has(VISION, "vision_model.embeddings", "vision_model.head"))
                            .base(
                                    "SIGLIP",
                                    any(
                                            VISION_WIDTH.in(1152),
                                            has("vision_model.head"),
                                            all(
                                                    has("vision_model.embeddings"),
                                                    lacks(
                                                            "vision_model.pre_layrnorm",
                                                            "vision_model.embeddings.class_embedding"))))
                            .base("CLIP_VIT_G", VISION_WIDTH.in(1664))
                            .base("CLIP_VIT_H", VISION_WIDTH.in(1280))
                            .base("CLIP_VIT_L", VISION_WIDTH.in(1024))
                            .base("CLIP_VIT_B", VISION_WIDTH.in(768))
                            .variant(
                                    "336 px",
                                    size("vision_model.embeddings.position_embedding.weight")
                                            .out(577))
                            .otherwise(),
                    Rule.of("open-clip-vision", CLIP_VISION, has("visual.transformer.resblocks.#"))
                            .base("CLIP_VIT_G", OPEN_VISION_WIDTH.in(1664))
                            .base("CLIP_VIT_H", OPEN_VISION_WIDTH.in(1280))
                            .base("CLIP_VIT_L", OPEN_VISION_WIDTH.in(1024))
                            .base("CLIP_VIT_B", OPEN_VISION_WIDTH.in(768))
                            .otherwise(),
                    Rule.of(
                                    "dino-v2",
                                    CLIP_VISION,
                                    all(
                                            has("encoder.layer.#.attention.attention"),
                                            has(
                                                    "encoder.layer.#.layer_scale1",
                                                    "encoder.layer.#.layer_scale2")))
                            .otherwise("DINOV2"),
                    Rule.of(
                                    "clip-text",
                                    TEXT_ENCODER,
                                    any(
                                            has(TEXT, "text_model.embeddings"),
                                            all(
                                                    has("encoder.layers.#.self_attn.q_proj"),
                                                    has("encoder.layers.#.mlp.fc1"),
                                                    has("embeddings", "final_layer_norm"))))
                            .base("SIGLIP", TEXT_WIDTH.in(1152))
                            .base("CLIP_G", TEXT_WIDTH.in(1280))
                            .base("CLIP_H", TEXT_WIDTH.in(1024))
                            .base("CLIP_L", TEXT_WIDTH.in(768))
                            .otherwise("CLIP_L", "CLIP_G", "CLIP_H"),
                    Rule.of(
                                    "open-clip-text",
                                    TEXT_ENCODER,
                                    has(
                                            "transformer.resblocks.#.attn",
                                            "transformer.resblocks.#.mlp"))
                            .base("CLIP_G", OPEN_TEXT_WIDTH.in(1280))
                            .base("CLIP_H", OPEN_TEXT_WIDTH.in(1024))
                            .base("CLIP_L", OPEN_TEXT_WIDTH.in(768))
                            .otherwise("CLIP_L", "CLIP_G", "CLIP_H"),
                    Rule.of(
                                    "bert",
                                    TEXT_ENCODER,
                                    has(
                                            "bert.encoder.layer.#.attention.self",
                                            "encoder.layer.#.attention.self"))
                            .otherwise(),
                    Rule.of(
                                    "t5",
                                    TEXT_ENCODER,
                                    has(
                                            "encoder.block.#.layer.#.SelfAttention",
                                            "encoder.block.#.layer.#.DenseReluDense",
                                            "enc.blk.#"))
                            .base("UMT5_XXL", all(T5_WIDTH.in(4096), PER_LAYER_BIAS))
                            .base(
                                    "UMT5_XXL",
                                    size("shared.weight", "token_embd.weight").out(256384))
                            .base("UMT5_XL", all(T5_WIDTH.in(2048), PER_LAYER_BIAS))
                            .base("UMT5_BASE", all(T5_WIDTH.in(768), PER_LAYER_BIAS))
                            .base("MT5_XL", size("shared.weight").out(250112))
                            .base("T5_XXL", T5_WIDTH.in(4096))
                            .base("T5_XL", T5_WIDTH.in(2048))
                            .base("BYT5", T5_WIDTH.in(1472))
                            .base("T5_LARGE", T5_WIDTH.in(1024))
                            .base("T5_BASE", T5_WIDTH.in(768))
                            .base("T5_SMALL", T5_WIDTH.in(512))
                            .otherwise(),
                    Rule.of(
                                    "language-model-encoder",
                                    TEXT_ENCODER,
                                    any(
                                            has(
                                                    HF + ".self_attn",
                                                    HF + ".mlp",
                                                    HF + ".input_layernorm"),
                                            has(
                                                    "language_model.layers.#.self_attn",
                                                    "model.language_model.layers.#",
                                                    "language_model.model.layers.#"),
                                            all(
                                                    has("layers.#.self_attn.q_proj"),
                                                    has("layers.#.mlp.gate_proj"))))
                            .base("QWEN3_VL", all(has(Q_NORM), has("visual", "model.visual")))
                            .base(
                                    "QWEN25_VL",
                                    has(
                                            "visual.blocks.#.mlp.gate_proj",
                                            "model.visual.blocks.#.mlp.gate_proj"))
                            .base(
                                    "QWEN2_VL",
                                    has("visual.blocks.#.mlp.fc1", "model.visual.blocks.#.mlp.fc1"))
                            .base(
                                    "GEMMA3",
                                    any(
                                            all(has(AFTER_FEED_FORWARD), has(Q_NORM)),
                                            has("multi_modal_projector.mm_soft_emb_norm")))
                            .base("GEMMA2", has(AFTER_FEED_FORWARD))
                            .bases(List.of("QWEN25_VL", "QWEN25"), has(K_BIAS))
                            .base("QWEN3", has(Q_NORM))
                            .base("MISTRAL3", any(EMBEDDED.out(131072), GATE.out(32768)))
                            .base("LLAMA3", any(EMBEDDED.out(128256, 128320, 128258)))
                            .base("LLAMA2", EMBEDDED.out(32000, 32064))
                            .otherwise("LLAMA3", "MISTRAL3", "LLAMA2"),
                    Rule.of("gpt2", LLM, has("h.#.attn.c_attn", "transformer.h.#.attn.c_attn"))
                            .otherwise("GPT2"),
                    Rule.of(
                                    "language-model-gguf",
                                    LLM,
                                    some(
                                            2,
                                            "blk.#.attn_q",
                                            "blk.#.attn_qkv",
                                            "blk.#.attn_k",
                                            "blk.#.ffn_up",
                                            "blk.#.ffn_down",
                                            "blk.#.ffn_gate",
                                            "blk.#.ffn_up_exps"))
                            .otherwise(),
                    Rule.of(
                                    "vision-projector-gguf",
                                    CLIP_VISION,
                                    all(has("v.blk.#"), lacks("blk.#")))
                            .otherwise());
}
