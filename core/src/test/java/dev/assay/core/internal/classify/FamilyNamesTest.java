package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyNamesTest {

    @ParameterizedTest
    @CsvSource({
        "flux1-dev-fp8, FLUX1",
        "flux.2-klein, FLUX2",
        "slider_sd2.1, SD2",
        "SD 1.5, SD1",
        "file-sd3.5, SD3",
        "negativeXL_D, SDXL",
        "my XL lora, SDXL",
        "ponyDiffusionV6XL, SDXL",
        "z-image-turbo, Z_IMAGE",
        "wan2.2_i2v, WAN",
        "chroma-unlocked, CHROMA",
        "HunyuanDiT, HUNYUAN_DIT"
    })
    void findsTheFamilyThatANameMentions(String name, String family) {
        assertThat(FamilyNames.inName(name)).hasValue(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"animal-style", "Sanae-v2", "wanda", "t5xxl_fp16", "model-0042", "x"})
    void findsNoFamilyInsideOfOtherWords(String name) {
        assertThat(FamilyNames.inName(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sd_1.5, SD1",
        "sdxl_base_v1-0, SDXL",
        "stable-diffusion-xl-v1-base/lora, SDXL",
        "stable-diffusion-xl-v1-refiner, SDXL_REFINER",
        "flux-1-dev/lora, FLUX1",
        "Flux.2-klein-4b/lora, FLUX2",
        "stable-diffusion-3-3-5-large, SD3",
        "wan2.1/lora, WAN",
        "wan, WAN",
        "hunyuan-image-2.1, HUNYUAN_VIDEO",
        "anima-preview/lora, ANIMA"
    })
    void readsWhatTrainersWrite(String field, String family) {
        assertThat(FamilyNames.inField(field)).hasValue(family);
    }

    @Test
    void letsALatentSpaceAgreeWithTheFamiliesThatUseIt() {
        assertThat(FamilyNames.agree("SD_VAE4", "SDXL")).isTrue();
        assertThat(FamilyNames.agree("FLUX_VAE16", "SDXL")).isFalse();
    }
}
