package dev.assay.core.internal.classify;

import static dev.assay.core.internal.classify.Conditions.all;
import static dev.assay.core.internal.classify.Conditions.any;
import static dev.assay.core.internal.classify.Conditions.anywhere;
import static dev.assay.core.internal.classify.Conditions.axes;
import static dev.assay.core.internal.classify.Conditions.contains;
import static dev.assay.core.internal.classify.Conditions.few;
import static dev.assay.core.internal.classify.Conditions.has;
import static dev.assay.core.internal.classify.Conditions.lacks;
import static dev.assay.core.internal.classify.Conditions.size;
import static dev.assay.core.internal.classify.Conditions.some;
import static dev.assay.core.model.ModelType.VAE;
import static dev.assay.core.model.ModelType.VAE_APPROX;

import java.util.List;

/**
 * Image and video decoders, by latent space. Models that share a latent space share VAEs of the
 * same names and sizes, so a family such as SD_VAE4 or FLUX_VAE16 is all that a header can tell.
 */
final class VaeRules {

    private static final List<String> SD_4CH = List.of("SD1", "SDXL", "SD2");

    private VaeRules() {}

    /** In this order: the particular before what it resembles. */
    static final List<Rule> TABLE =
            List.of(
                    Rule.of(
                                    "vae-wan",
                                    VAE,
                                    has(
                                            "decoder.middle.#.residual",
                                            "encoder.middle.#.residual",
                                            "decoder.upsamples.#",
                                            "encoder.downsamples.#"))
                            .variant(
                                    "2.2, 48 channels",
                                    has(
                                            "decoder.upsamples.#.upsamples",
                                            "encoder.downsamples.#.downsamples"))
                            .variant("2.1, 16 channels, as Qwen-Image", has("decoder", "encoder"))
                            .otherwise("WAN"),
                    Rule.of(
                                    "vae-mochi",
                                    VAE,
                                    has(
                                            "decoder.blocks.#.blocks.#.stack",
                                            "decoder.blocks.#.#.stack",
                                            "encoder.layers.#.layers.#.stack"))
                            .otherwise("MOCHI"),
                    Rule.of(
                                    "vae-cogvideox",
                                    VAE,
                                    any(contains(".norm1.conv_y."), contains(".norm2.conv_y.")))
                            .otherwise("COGVIDEOX"),
                    Rule.of("vae-mochi-diffusers", VAE, contains(".norm1.norm_layer."))
                            .otherwise("MOCHI"),
                    Rule.of(
                                    "vae-ltx",
                                    VAE,
                                    any(
                                            has(
                                                    "decoder.up_blocks.#.res_blocks",
                                                    "encoder.down_blocks.#.res_blocks",
                                                    "per_channel_statistics"),
                                            all(
                                                    has(
                                                            "decoder.up_blocks.#.resnets.#.conv1.conv",
                                                            "encoder.down_blocks.#.resnets.#.conv1.conv"),
                                                    lacks(
                                                            "decoder.up_blocks.#.resnets.#.norm1",
                                                            "encoder.down_blocks.#.resnets.#.norm1"))))
                            .otherwise("LTXV"),
                    Rule.of(
                                    "vae-hunyuan-video",
                                    VAE,
                                    any(
                                            has(
                                                    "decoder.up.#.block.#.conv1.conv",
                                                    "encoder.down.#.block.#.conv1.conv",
                                                    "decoder.up_blocks.#.resnets.#.conv1.conv",
                                                    "encoder.down_blocks.#.resnets.#.conv1.conv",
                                                    "decoder.mid_block.resnets.#.conv1.conv"),
                                            all(
                                                    has(
                                                            "decoder.up.#.block",
                                                            "encoder.down.#.block",
                                                            "decoder.mid_block.resnets",
                                                            "encoder.mid_block.resnets"),
                                                    size("decoder.conv_in.weight").in(64))))
                            .otherwise("HUNYUAN_VIDEO"),
                    Rule.of(
                                    "vae-cosmos",
                                    VAE,
                                    any(
                                            has("decoder.unpatcher3d", "encoder.patcher3d"),
                                            contains(".conv3d."),
                                            contains(".conv1.conv_s.")))
                            .otherwise("COSMOS"),
                    Rule.of(
                                    "vae-cascade",
                                    VAE,
                                    any(
                                            has(
                                                    "vquantizer",
                                                    "down_blocks.#.gammas",
                                                    "up_blocks.#.#.gammas"),
                                            has(
                                                    "encoder.backbone.#.#.block",
                                                    "backbone.#.#.block")))
                            .otherwise("CASCADE"),
                    Rule.of(
                                    "vae-dc-ae",
                                    VAE,
                                    has(
                                            "decoder.stages.#.op_list",
                                            "encoder.stages.#.op_list",
                                            "decoder.up_blocks.#.#.conv1",
                                            "encoder.down_blocks.#.#.conv1",
                                            "decoder.up_blocks.#.#.conv_out"))
                            .otherwise("SANA"),
                    Rule.of("vae-music-dcae", VAE, all(has("vocoder"), has("dcae")))
                            .otherwise("ACE_STEP"),
                    Rule.of(
                                    "vae-oobleck",
                                    VAE,
                                    has(
                                            "decoder.layers.#.layers.#.beta",
                                            "decoder.layers.#.layers.#.layers",
                                            "encoder.layers.#.layers.#.layers",
                                            "decoder.block.#.res_unit1",
                                            "encoder.block.#.res_unit1"))
                            .otherwise("STABLE_AUDIO"),
                    Rule.of(
                                    "vae-wan-diffusers",
                                    VAE,
                                    has(
                                            "decoder.up_blocks.#.resnets.#.norm1.gamma",
                                            "decoder.up_blocks.#.resnets.#.norm2.gamma",
                                            "decoder.mid_block.resnets.#.norm1.gamma",
                                            "encoder.mid_block.resnets.#.norm1.gamma"))
                            .base(
                                    "WAN",
                                    any(
                                            size("decoder.conv_in.weight").in(48),
                                            size("post_quant_conv.weight").in(48),
                                            has("encoder.down_blocks.#.resnets.#.norm1")))
                            .otherwise("WAN_VAE16"),
                    Rule.of(
                                    "vae-kl",
                                    VAE,
                                    all(
                                            has(
                                                    "decoder.up.#.block",
                                                    "encoder.down.#.block",
                                                    "decoder.mid.block_1",
                                                    "encoder.mid.block_1",
                                                    "decoder.up_blocks.#.resnets",
                                                    "encoder.down_blocks.#.resnets",
                                                    "decoder.mid_block.resnets",
                                                    "encoder.mid_block.resnets"),
                                            lacks(
                                                    "quantize",
                                                    "decoder.temp_conv_in",
                                                    "encoder.temp_conv_in",
                                                    "decoder.mid_block.temp_convs")))
                            .base("SD_VAE4", channels(4, 8))
                            .base("FLUX_VAE16", channels(16, 32))
                            .base("FLUX2", any(channels(32, 64), has("bn.running_mean")))
                            .variant(
                                    "temporal decoder",
                                    has(
                                            "decoder.mid_block.resnets.#.spatial_res_block",
                                            "decoder.up_blocks.#.resnets.#.spatial_res_block",
                                            "decoder.mid.block_1.time_stack"))
                            .otherwise("SD_VAE4", "FLUX_VAE16", "FLUX2"),
                    Rule.of("vae-hunyuan-3d", VAE, has("geo_decoder")).otherwise("HUNYUAN3D"),
                    Rule.of(
                                    "vae-of-unknown-family",
                                    VAE,
                                    all(
                                            has(
                                                    "decoder.up_blocks",
                                                    "decoder.up",
                                                    "decoder.mid_block",
                                                    "decoder.mid"),
                                            has(
                                                    "encoder.down_blocks",
                                                    "encoder.down",
                                                    "encoder.mid_block",
                                                    "encoder.mid"),
                                            has(
                                                    "decoder.conv_in",
                                                    "decoder.conv_out",
                                                    "encoder.conv_in",
                                                    "encoder.conv_out")))
                            .otherwise());

    /** Small stand-ins for previews; after everything that has names of its own. */
    static final List<Rule> APPROXIMATIONS =
            List.of(
                    Rule.of(
                                    "taesd",
                                    VAE_APPROX,
                                    all(
                                            few(400),
                                            has(
                                                    "#.conv.#",
                                                    "taesd_decoder.#.conv",
                                                    "taesd_encoder.#.conv",
                                                    "encoder.layers.#.conv.#",
                                                    "decoder.layers.#.conv.#")))
                            .base("FLUX2", has("#.pool"))
                            .bases(SD_4CH, latent(4))
                            .bases(List.of("FLUX1", "SD3"), latent(16))
                            .base("SANA", latent(32))
                            .otherwise("SD1", "SDXL", "SD2", "FLUX1", "SD3"),
                    Rule.of(
                                    "taehv",
                                    VAE_APPROX,
                                    all(
                                            few(400),
                                            has("decoder.#.conv.#", "encoder.#.conv.#"),
                                            lacks("decoder.conv_in", "encoder.conv_in")))
                            .base("WAN", size("decoder.1.weight").in(48))
                            .otherwise("WAN", "HUNYUAN_VIDEO", "COGVIDEOX", "MOCHI"),
                    Rule.of(
                                    "vae-approx",
                                    VAE_APPROX,
                                    all(
                                            few(20),
                                            some(
                                                    5, "conv1", "conv2", "conv3", "conv4", "conv5",
                                                    "conv6", "conv7", "conv8"),
                                            any(
                                                    axes(4, "conv1.weight"),
                                                    axes(4, "conv3.weight"),
                                                    axes(4, "conv6.weight"))))
                            .otherwise("SD1", "SDXL", "SD2"));

    private static Condition channels(long latent, long moments) {
        return any(
                size("decoder.conv_in.weight", "post_quant_conv.weight").in(latent),
                size("encoder.conv_out.weight", "quant_conv.weight").out(moments));
    }

    private static Condition latent(long channels) {
        return any(
                anywhere("#.weight", 1, channels),
                anywhere("#.weight", 0, channels),
                anywhere("taesd_decoder.#.weight", 1, channels),
                anywhere("taesd_encoder.#.weight", 0, channels),
                anywhere("decoder.layers.#.weight", 1, channels),
                anywhere("encoder.layers.#.weight", 0, channels));
    }
}
