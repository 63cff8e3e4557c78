package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.format.Header;
import dev.assay.core.internal.format.Tensor;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.Evidence.Source;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.ModelType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NarrowingTest {
    private static final String[] FLUX_OR_CHROMA = {
        "diffusion_model.double_blocks.[0-18].img_attn.qkv.lora_A.weight 16x3072",
        "diffusion_model.double_blocks.[0-18].img_attn.qkv.lora_B.weight 9216x16"
    };
    private static final String[] SD1_OR_SD2 = {
        "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q.lora_down.weight 4x320",
        "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q.lora_up.weight 320x4"
    };
    private static final String[] SDXL = {
        "input_blocks.[7-8].1.transformer_blocks.[0-9].attn2.to_k.weight 1280x2048"
    };
    private static final String[] LANGUAGE_MODEL = {
        "blk.[0-31].attn_q.weight 4096x4096", "blk.[0-31].ffn_up.weight 14336x4096"
    };

    private static Header header(String[] tensors, Map<String, String> metadata) {
        return Headers.of(Format.SAFETENSORS, Headers.tensors(tensors), metadata);
    }

    private static Classification classify(String[] tensors, Map<String, String> metadata) {
        return Classifier.classify(header(tensors, metadata), Path.of("file-0001"));
    }

    private static Classification classify(String[] tensors, String path) {
        return Classifier.classify(header(tensors, Map.of()), Path.of(path));
    }

    private static Classification empty(String path) {
        return classify(new String[0], path);
    }

    @Test
    void letsMetadataChooseAmongWhatTheTensorsLeave() {
        Classification answer =
                classify(FLUX_OR_CHROMA, Map.of("modelspec.architecture", "chroma/lora"));
        assertThat(answer.base()).hasValue("CHROMA");
        assertThat(answer.bases()).containsExactly("CHROMA");
        assertThat(answer.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(answer.evidence()).anyMatch(one -> one.source() == Source.METADATA);
    }

    @Test
    void tellsAConflictAndKeepsTheTensorsAnswerWhenMetadataLies() {
        Classification answer = classify(FLUX_OR_CHROMA, Map.of("ss_base_model_version", "sd_1.5"));
        assertThat(answer.base()).hasValue("FLUX1");
        assertThat(answer.confidence()).isEqualTo(Confidence.AMBIGUOUS);
        assertThat(answer.conflicts())
                .singleElement()
                .asString()
                .contains("ss_base_model_version", "sd_1.5", "SD1", "FLUX1 or CHROMA");
    }

    @Test
    void findsNoConflictBetweenAVaeAndAFamilyThatUsesIt() {
        String[] vae = {
            "decoder.conv_in.weight 512x4x3x3", "decoder.up.[0-3].block.0.conv1.weight 9x9x3x3"
        };
        Classification answer =
                classify(vae, Map.of("modelspec.architecture", "stable-diffusion-xl-v1-base/vae"));
        assertThat(answer.base()).hasValue("SD_VAE4");
        assertThat(answer.conflicts()).isEmpty();
    }

    @Test
    void letsTheFileNameChooseAmongWhatTheTensorsLeave() {
        Classification answer = classify(SD1_OR_SD2, "slider_sd2.1.safetensors");
        assertThat(answer.base()).hasValue("SD2");
        assertThat(answer.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(answer.evidence()).anyMatch(one -> one.source() == Source.NAME);
    }

    @Test
    void letsTheFolderChooseAmongWhatTheTensorsLeave() {
        Classification answer = classify(SD1_OR_SD2, "loras/SD 1.5/slider.safetensors");
        assertThat(answer.base()).hasValue("SD1");
        assertThat(answer.evidence()).anyMatch(one -> one.source() == Source.FOLDER);
    }

    @Test
    void neverLetsAFileNameOverruleTheTensors() {
        Classification answer = classify(SDXL, "flux-dev.safetensors");
        assertThat(answer.base()).hasValue("SDXL");
        assertThat(answer.confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void callsAVariantThatOnlyTheNameTellsByThatName() {
        Classification answer = classify(SDXL, "ponyDiffusionV6XL.safetensors");
        assertThat(answer.variant()).hasValue("Pony");
        assertThat(answer.evidence()).anyMatch(one -> one.source() == Source.NAME);
    }

    @Test
    void takesALanguageModelInAFolderForTextEncodersForOne() {
        assertThat(classify(LANGUAGE_MODEL, "LLM/model.gguf").type()).isEqualTo(ModelType.LLM);
        Classification answer = classify(LANGUAGE_MODEL, "text_encoders/model.gguf");
        assertThat(answer.type()).isEqualTo(ModelType.TEXT_ENCODER);
        assertThat(answer.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void takesTheNameOfALanguageModelFromItsArchitecture() {
        Classification answer =
                classify(LANGUAGE_MODEL, Map.of("general.architecture", "qwen3moe"));
        assertThat(answer.base()).hasValue("QWEN3MOE");
        assertThat(answer.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void tellsWhenAFileLiesInTheWrongFolder() {
        String[] embedding = {"emb_params 8x768"};
        assertThat(classify(embedding, "models/Lora/EasyNegative.safetensors").conflicts())
                .singleElement()
                .asString()
                .contains("Lora", "embedding");
        assertThat(classify(embedding, "models/embeddings/EasyNegative.safetensors").conflicts())
                .isEmpty();
        assertThat(classify(SDXL, "models/checkpoints/unet.safetensors").conflicts()).isEmpty();
    }

    @Test
    void goesByTheFolderWhereTheHeaderSaysNothing() {
        Classification answer = empty("models/loras/style/strange.safetensors");
        assertThat(answer.type()).isEqualTo(ModelType.LORA);
        assertThat(answer.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(answer.evidence()).allMatch(one -> one.source() == Source.FOLDER);
    }

    @Test
    void goesByTheNameWhereTheFolderSaysNothingEither() {
        assertThat(empty("files/4x-UltraSharp.pth").type()).isEqualTo(ModelType.UPSCALER);
        assertThat(empty("files/t5xxl_fp16.safetensors").type()).isEqualTo(ModelType.TEXT_ENCODER);
        assertThat(empty("files/strange.safetensors").type()).isEqualTo(ModelType.UNKNOWN);
    }

    @Test
    void givesNoTypeByPlaceToWhatIsNoModelFile() {
        assertThat(empty("models/loras/README.md").type()).isEqualTo(ModelType.UNKNOWN);
        Header pointer =
                new Header(
                        Format.UNKNOWN,
                        FileState.LFS_POINTER,
                        OptionalLong.empty(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of());
        assertThat(Classifier.classify(pointer, Path.of("loras", "a.safetensors")).type())
                .isEqualTo(ModelType.UNKNOWN);
    }

    @Test
    void givesNoTypeByPlaceToTheStateOfATraining() {
        String[] state = {"optimizer.state.[0-9].exp_avg 8x8"};
        assertThat(classify(state, "models/loras/optimizer.pt").type())
                .isEqualTo(ModelType.UNKNOWN);
    }

    @Test
    void knowsADetectorThatWasPickledWholeByItsClass() {
        Header header =
                new Header(
                        Format.TORCH_ZIP,
                        FileState.OK,
                        OptionalLong.empty(),
                        List.<Tensor>of(),
                        Map.of(),
                        List.of("collections OrderedDict", "ultralytics.nn.tasks DetectionModel"),
                        List.of());
        assertThat(Classifier.classify(header, Path.of("face.pt")).type())
                .isEqualTo(ModelType.DETECTION);
    }

    @Test
    void believesTheMetadataOfALoraWhoseTensorsNoRuleKnows() {
        Classification answer =
                classify(
                        new String[] {"new.thing.weight 8x8"},
                        Map.of("modelspec.architecture", "flux-1-dev/lora"));
        assertThat(answer.type()).isEqualTo(ModelType.LORA);
        assertThat(answer.base()).hasValue("FLUX1");
        assertThat(answer.confidence()).isEqualTo(Confidence.LIKELY);
    }
}
