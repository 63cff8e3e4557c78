package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.ModelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTableTest {

    /** Each way that a pattern has to match, since it is tried only where one of its signs is. */
    @ParameterizedTest
    @CsvSource({
        "IPAdapter_plus, IP_ADAPTER",
        "ip-adapter-faceid, IP_ADAPTER",
        "T2I_Adapter-canny, T2I_ADAPTER",
        "t2iadapter_depth, T2I_ADAPTER",
        "MotionLoRA-zoom, MOTION_LORA",
        "control_lora_rank128, CONTROL_LORA",
        "ControlNet-canny, CONTROLNET",
        "CONTROL_V11p_sd15, CONTROLNET",
        "mm_sd_v15, MOTION_MODULE",
        "x MM-SD v14, MOTION_MODULE",
        "AnimateDiff_v3, MOTION_MODULE",
        "CLIP-ViT clip_vision_g, CLIP_VISION",
        "clip_l, TEXT_ENCODER",
        "ClipG, TEXT_ENCODER",
        "uMT5 fp8, TEXT_ENCODER",
        "mt5.enc, TEXT_ENCODER",
        "T5-XXL_fp16, TEXT_ENCODER",
        "google_t5, TEXT_ENCODER",
        "Text-Encoder, TEXT_ENCODER",
        "TAESD, VAE_APPROX",
        "taef1, VAE_APPROX",
        "taehv, VAE_APPROX",
        "VaeApprox, VAE_APPROX",
        "sdxl.VAE.fp16, VAE",
        "myLoRA, LORA",
        "LyCORIS style, LORA",
        "LoCon, LORA",
        "loha, LORA",
        "LoKr, LORA",
        "HyperNetwork, HYPERNETWORK",
        "bad Embedding, EMBEDDING",
        "textual-inversion, EMBEDDING",
        "4x_NMKD, UPSCALER",
        "Remacri-X4, UPSCALER",
        "Upscaler, UPSCALER",
        "RealESRGAN, UPSCALER",
        "SwinIR, UPSCALER",
        "GFPGANv1.4, UPSCALER",
        "YOLOv8, DETECTION",
        "sam_vit_h, DETECTION",
        "sam-vit-b, DETECTION",
        "x sam_hq, DETECTION",
        "GroundingDINO, DETECTION"
    })
    void knowsTheUsualWordsHoweverTheyAreWritten(String name, ModelType type) {
        assertThat(NameTable.of(name)).contains(type);
    }

    @Test
    void saysNothingOfOtherNames() {
        assertThat(NameTable.of("dreamshaper_8")).isEmpty();
    }
}
