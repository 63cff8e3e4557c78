package dev.assay.core.internal.classify;

import static dev.assay.core.internal.classify.Conditions.all;
import static dev.assay.core.internal.classify.Conditions.any;
import static dev.assay.core.internal.classify.Conditions.axes;
import static dev.assay.core.internal.classify.Conditions.contains;
import static dev.assay.core.internal.classify.Conditions.has;
import static dev.assay.core.internal.classify.Conditions.lacks;
import static dev.assay.core.internal.classify.Conditions.only;
import static dev.assay.core.internal.classify.Conditions.size;
import static dev.assay.core.internal.classify.Conditions.some;

import dev.assay.core.model.ModelType;
import java.util.List;
import java.util.Locale;

/**
 * Upscalers and restoration networks, by spandrel's architecture names. Spandrel asks for the
 * tensors of the first block; these rules ask for any block, so that no single tensor decides.
 */
final class UpscalerRules {

    private static final String WINDOW = "layers.#.residual_group.blocks.#.attn";
    private static final String CAB = "layers.#.residual_group.blocks.#.conv_block";
    private static final String SRWA = "layers.#.residual_group.srwa_blocks";
    private static final String UP_TRANS = "m_up1.#.trans_block";
    private static final String SCA = "encoders.#.#.sca";
    private static final String M3_MIDDLE = "middle_blks.#.qkv_dwconv";

    private UpscalerRules() {}

    /** The networks with names of their own, in an order that lets the particular go first. */
    static final List<Rule> TABLE =
            List.of(
                    net("ATD", has("layers.#.residual_group.layers.#.attn_atd")),
                    net("HAT", has("layers.#.residual_group.overlap_attn", CAB)),
                    net("CRAFT", has("layers.#.residual_group.hf_blocks", SRWA)),
                    net("SRFORMER", contains(".aligned_relative_position_index")),
                    net("SWIN2SR", all(has(WINDOW), has(WINDOW + ".cpb_mlp", WINDOW + ".q_bias"))),
                    net("GRL", contains(".attn.window_attn.attn_transform")),
                    net("SWINIR", has(WINDOW, "layers.#.residual_group.blocks.#.mlp.fc1")),
                    net(
                            "DAT",
                            has(
                                    "layers.#.blocks.#.attn.spatial_interaction",
                                    "layers.#.blocks.#.attn.channel_interaction")),
                    net(
                            "RGT",
                            all(
                                    has("layers.#.blocks.#.attn.attns", "layers.#.blocks.#.mlp.sg"),
                                    has("layers.#.blocks.#.gamma"))),
                    net("DRCT", has("layers.#.swin1", "layers.#.adjust1", "layers.#.swin3")),
                    net("MMREALSR", has("de_net", "am_list.#.fc")),
                    net(
                            "ESRGAN",
                            any(
                                    has("model.#.sub.#.RDB1", "model.#.sub.#.RDB2"),
                                    has("body.#.rdb1", "body.#.rdb2", "body.#.rdb3"),
                                    has("RRDB_trunk.#.RDB1", "RRDB_trunk.#.RDB2"))),
                    net("SWIFTSRGAN", has("residual.#.block1.cnn.depthwise", "initial.cnn")),
                    net("GFPGAN", some(2, "stylegan_decoder", "toRGB.#", "conv_body_down.#")),
                    net(
                            "RESTOREFORMER",
                            all(
                                    has(
                                            "encoder.down.#.block.#.conv1",
                                            "decoder.up.#.block.#.conv1"),
                                    any(
                                            has(
                                                    "encoder.mid.attn_1.norm2",
                                                    "decoder.mid.attn_1.norm2"),
                                            has(
                                                    "encoder.down.#.attn.#.norm2",
                                                    "decoder.up.#.attn.#.norm2")))),
                    net("LAMA", any(contains(".bn_l."), contains(".ffc.conv"))),
                    net(
                            "OMNISR",
                            has("residual_layer.#.residual_layer.#.layer", "residual_layer.#.esa")),
                    net("SCUNET", has("m_down1.#.trans_block", "m_body.#.trans_block", UP_TRANS)),
                    net("FBCNN", has("qf_pred.#", "m_body_encoder.#", "m_body_decoder.#")),
                    net("DRUNET", some(2, "m_body.#.res", "m_down1.#.res", "m_up1.#.res")),
                    net("UFORMER", contains("coderlayer_")),
                    net("KBNET", any(contains(".attgamma"), has("latent.#.ffn.qkv"))),
                    net("DITN", has("UFONE.#.ITLs", "UFONE.#.SALs")),
                    net("SPAN", contains(".c1_r.")),
                    net(
                            "REALCUGAN",
                            some(
                                    2,
                                    "unet1.conv_bottom",
                                    "unet2.conv_bottom",
                                    "unet2.conv3.seblock")),
                    net("SAFMNBCIE", has("feats.#.layers.#.safm")),
                    net("SAFMN", has("feats.#.safm", "feats.#.ccm")),
                    net("DCTLSA", contains(".transformer_body.")),
                    net("FFTFORMER", any(contains(".ffn.fft"), has("fuse1.att_channel"))),
                    net("M3SNET", all(has(SCA, "middle.#.#.sca"), has("middle.#.#", M3_MIDDLE))),
                    net("NAFNET", all(has(SCA, "middle_blks.#.sca"), lacks("middle.#.#"))),
                    net("MIXDEHAZENET", any(contains(".conv3_19"), contains(".conv3_13"))),
                    net("IPT", has("body.decoder.layers.#.multihead_attn")),
                    net(
                            "PLKSR",
                            has("feats.#.lk", "feats.#.channe_mixer", "feats.#.channel_mixer")),
                    net("RETINEXFORMER", has("body.#.denoiser", "body.#.estimator")),
                    net("HVICIDNET", has("HV_LCA1", "HV_LCA2", "I_LCA1", "I_LCA6")),
                    net("SEEMORE", has("body.#.local_block", "body.#.global_block")),
                    net("MOSR", has("gblocks.#.fc1", "gblocks.#.fc2", "gblocks.#.norm")),
                    net("MOESR", contains(".dwconv_hw")),
                    net("RCAN", contains("body.#.body.#.body.#.conv_du")),
                    net("FDAT", has("groups.#.blocks.#.inter", "groups.#.blocks.#.n1")),
                    net("AURASR", has("mid_block2.block1.proj", "final_res_block.block1.proj")),
                    net("ADACODE", has("weight_predictor.blocks.#")),
                    net("FEMASR", has("multiscale_encoder.blocks.#", "decoder_group.#.block")),
                    net("CODEFORMER", has("ft_layers.#.self_attn", "idx_pred_layer.#")),
                    net("DDCOLOR", has("encoder.arch.stages.#", "encoder.arch.downsample_layers")),
                    net("MIRNET2", any(contains(".dau_top."), contains(".skff_top."))),
                    net("MPRNET", has("stage1_encoder", "stage2_encoder", "stage3_orsnet")),
                    net(
                            "RESTORMER",
                            has(
                                    "encoder_level1.#.attn.temperature",
                                    "encoder_level2.#.attn.temperature",
                                    "latent.#.attn.temperature")),
                    net("MAT", has("synthesis.first_stage", "model.synthesis.first_stage")));

    /**
     * Plain stacks of convolutions, which nothing but the lack of other names tells: last of all.
     */
    static final List<Rule> PLAIN =
            List.of(
                    net(
                            "COMPACT",
                            all(
                                    only(8, "body.#.weight", "body.#.bias"),
                                    any(axes(4, "body.0.weight"), axes(4, "body.2.weight")))),
                    net(
                            "DNCNN",
                            all(
                                    only(
                                            10,
                                            "model.#.weight",
                                            "model.#.bias",
                                            "model.#.running_mean",
                                            "model.#.running_var",
                                            "model.#.num_batches_tracked"),
                                    size("model.0.weight").in(1, 3, 4))));

    private static Rule net(String architecture, Condition when) {
        return Rule.of(
                        "upscaler-" + architecture.toLowerCase(Locale.ROOT),
                        ModelType.UPSCALER,
                        when)
                .otherwise(architecture);
    }
}
