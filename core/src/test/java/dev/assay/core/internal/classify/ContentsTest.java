package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.format.Tensor;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Format;
import dev.assay.core.model.ModelType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final Path NEUTRAL = Path.of("file-0001");
    private static final String UNET =
            "model.diffusion_model.input_blocks.[1-2].1.transformer_blocks.0.attn2.to_k.weight 320x768";

    private static Classification classify(String... tensors) {
        return Classifier.classify(Headers.of(tensors), NEUTRAL);
    }

    @Test
    void unwrapsTheDictThatATrainerSavedTheModelIn() {
        Classification answer =
                classify(
                        "state_dict." + UNET,
                        "optimizer_states.0.state.[0-9].exp_avg 320x768",
                        "loops.counter 1");
        assertThat(answer.type()).isEqualTo(ModelType.DIFFUSION_MODEL);
        assertThat(answer.parameters()).hasValue(2 * 320 * 768);
    }

    @Test
    void prefersTheAveragedOfTwoCopiesOfAnUpscaler() {
        Classification answer =
                classify(
                        "params.body.[0-22].rdb1.conv1.weight 32x64x3x3",
                        "params_ema.body.[0-22].rdb1.conv1.weight 32x64x3x3");
        assertThat(answer.base()).hasValue("ESRGAN");
        assertThat(answer.parameters()).hasValue(23L * 32 * 64 * 9);
    }

    @Test
    void doesNotCountACopyOfMovingAverages() {
        Classification answer =
                classify(UNET, "model_ema.diffusion_modelinput_blocks11weight 320x768");
        assertThat(answer.parameters()).hasValue(2 * 320 * 768);
    }

    @Test
    void knowsAShardOfWhichTheFirstBlocksAreElsewhere() {
        assertThat(
                        classify(
                                        "double_blocks.[7-12].img_attn.qkv.weight 9216x3072",
                                        "double_blocks.[7-12].img_mod.lin.weight 18432x3072")
                                .base())
                .hasValue("FLUX1");
    }

    @Test
    void readsThePrecisionOfTheDenoiserNotOfALargerTextEncoder() {
        List<Tensor> tensors =
                List.of(
                        new Tensor(
                                "model.diffusion_model.joint_blocks.0.x_block.attn.qkv.weight",
                                "F16",
                                List.of(4608L, 1536L)),
                        new Tensor(
                                "text_encoders.t5xxl.transformer.shared.weight",
                                "F8_E4M3",
                                List.of(32128L, 4096L)));
        Classification answer =
                Classifier.classify(Headers.of(Format.SAFETENSORS, tensors, Map.of()), NEUTRAL);
        assertThat(answer.precision()).hasValue("F16");
    }

    @Test
    void seesThroughTheShapesOfBitsAndBytes() {
        List<Tensor> tensors =
                List.of(
                        new Tensor("img_in.weight", "BF16", List.of(3072L, 64L)),
                        new Tensor("guidance_in.in_layer.weight", "BF16", List.of(3072L, 256L)),
                        new Tensor(
                                "double_blocks.0.img_attn.qkv.weight",
                                "U8",
                                List.of(14155776L, 1L)),
                        new Tensor(
                                "double_blocks.0.img_attn.qkv.weight.quant_state.bitsandbytes__nf4",
                                "U8",
                                List.of(90L)),
                        new Tensor(
                                "double_blocks.0.img_mod.lin.weight.quant_state.bitsandbytes__nf4",
                                "U8",
                                List.of(90L)),
                        new Tensor(
                                "double_blocks.0.img_mod.lin.weight",
                                "U8",
                                List.of(28311552L, 1L)));
        Classification answer =
                Classifier.classify(Headers.of(Format.SAFETENSORS, tensors, Map.of()), NEUTRAL);
        assertThat(answer.base()).hasValue("FLUX1");
        assertThat(answer.variant()).hasValue("dev");
        assertThat(answer.precision()).hasValue("NF4");
    }

    @Test
    void turnsTheShapesOfAGgufThatWasWrittenTheWrongWayRound() {
        List<Tensor> turned =
                Headers.tensors(
                        "input_blocks.[4-5].1.transformer_blocks.0.attn2.to_k.weight 2048x640",
                        "input_blocks.[4-5].1.transformer_blocks.0.ff.net.0.proj.weight 640x5120");
        Classification answer =
                Classifier.classify(Headers.of(Format.GGUF, turned, Map.of()), NEUTRAL);
        assertThat(answer.base()).hasValue("SDXL");
    }

    @Test
    void prefersTheShapeThatAGgufKeepsInItsMetadata() {
        List<Tensor> flat =
                Headers.tensors(
                        "img_in.proj.weight 3072x132",
                        "txt_in.input_embedder.weight 3072x4096",
                        "double_blocks.[0-19].img_attn.qkv.weight 9216x3072");
        Classification answer =
                Classifier.classify(
                        Headers.of(
                                Format.GGUF,
                                flat,
                                Map.of(
                                        "comfy.gguf.orig_shape.img_in.proj.weight",
                                        "[3072, 33, 1, 2, 2]")),
                        NEUTRAL);
        assertThat(answer.variant()).hasValue("i2v");
    }

    @Test
    void answersForNoTensorsAtAll() {
        Classification answer = classify();
        assertThat(answer.type()).isEqualTo(ModelType.UNKNOWN);
        assertThat(answer.parameters()).isEmpty();
        assertThat(answer.tensors()).isEmpty();
    }

    @Test
    void survivesNamesThatNobodyWouldGive() {
        assertThat(
                        classify(
                                        " 1",
                                        ". 1",
                                        ".. 1x2",
                                        "a..b 1",
                                        "9999999999999 3",
                                        "\u0000 0",
                                        "module. 1",
                                        "# 1",
                                        "#.conv.# 1",
                                        "a.# 0x0",
                                        "state_dict. 1")
                                .type())
                .isEqualTo(ModelType.UNKNOWN);
    }

    @Test
    void namesTheRulesThatCameClosest() {
        Classification answer =
                classify(
                        "controlnet_x.weight 3x3",
                        "transformer_blocks.[0-3].scale_shift_table 6x99");
        assertThat(answer.type()).isEqualTo(ModelType.UNKNOWN);
        assertThat(answer.nearMisses()).anyMatch(miss -> miss.startsWith("ltx-video: lacks"));
    }
}
