package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.Classification;
import dev.assay.core.model.Format;
import dev.assay.core.model.ModelType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterModulesTest {
    private static final Path NEUTRAL = Path.of("file-0001");
    private static final String MODULE =
            "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k";

    private static Classification classify(String... tensors) {
        return Classifier.classify(Headers.of(tensors), NEUTRAL);
    }

    @ParameterizedTest
    @CsvSource({
        "lora, lora_down.weight 16x768, lora_up.weight 320x16",
        "locon, lora_down.weight 16x768x3x3, lora_up.weight 320x16x1x1",
        "dora, lora_down.weight 16x768, dora_scale 320x1",
        "loha, hada_w1_a 320x16, hada_w1_b 16x768",
        "lokr, lokr_w1 16x16, lokr_w2 20x48",
        "oft, oft_blocks 4x80x80, alpha",
        "boft, oft_blocks 2x4x80x80, alpha",
        "ia3, weight.ia3_l 1x768, on_input",
        "full, diff 320x768, diff_b 320"
    })
    void tellsTheAlgorithm(String algorithm, String one, String other) {
        Classification answer = classify(MODULE + "." + one, MODULE + "." + other);
        assertThat(answer.type()).isEqualTo(ModelType.LORA);
        assertThat(answer.adapter().orElseThrow().algorithm()).isEqualTo(algorithm);
    }

    @Test
    void multipliesAKroneckerProductOutToTheSizeOfTheModule() {
        Classification answer =
                classify(
                        MODULE + ".lokr_w1 16x16",
                        MODULE + ".lokr_w2_a 20x4",
                        MODULE + ".lokr_w2_b 4x48");
        assertThat(answer.base()).hasValue("SD1");
        assertThat(answer.adapter().orElseThrow().rank()).hasValue(4);
    }

    @Test
    void takesTheMostCommonRank() {
        Classification answer =
                classify(
                        "lora_te_text_model_encoder_layers_[0-3]_mlp_fc1.lora_down.weight 8x768",
                        "lora_te_text_model_encoder_layers_[0-3]_mlp_fc1.lora_up.weight 3072x8",
                        "lora_te_text_model_encoder_layers_[0-1]_mlp_fc2.lora_down.weight 4x3072",
                        "lora_te_text_model_encoder_layers_[0-1]_mlp_fc2.lora_up.weight 768x4");
        assertThat(answer.adapter().orElseThrow().rank()).hasValue(8);
    }

    @Test
    void readsTheAlphaThatTheTrainerWroteDown() {
        Classification answer =
                Classifier.classify(
                        Headers.of(
                                Format.SAFETENSORS,
                                Headers.tensors(
                                        MODULE + ".lora_down.weight 16x768",
                                        MODULE + ".lora_up.weight 320x16"),
                                Map.of("ss_network_alpha", "8.0")),
                        NEUTRAL);
        assertThat(answer.adapter().orElseThrow().alpha()).hasValue(8);
    }

    @Test
    void doesNotTakeACheckpointWithAFewLeftOverAdapterTensorsForALora() {
        Classification answer =
                classify(
                        "model.diffusion_model.input_blocks.[1-2].1.transformer_blocks.0.attn2.to_k.weight 320x768",
                        "first_stage_model.decoder.up.[0-3].block.[0-5].conv1.weight 128x128x3x3",
                        MODULE + ".lora_down.weight 4x768",
                        MODULE + ".lora_up.weight 320x4");
        assertThat(answer.type()).isEqualTo(ModelType.CHECKPOINT);
        assertThat(answer.adapter()).isEmpty();
    }

    @Test
    void doesNotTakeScalesAloneForALora() {
        assertThat(classify("act.[0-9].alpha 64").type()).isEqualTo(ModelType.UNKNOWN);
    }
}
