package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariantNamesTest {

    @Test
    void findsALongNameInsideOfAWord() {
        assertThat(VariantNames.in("waiNSFWIllustrious_v140", "SDXL")).hasValue("Illustrious");
        assertThat(VariantNames.in("ponyDiffusionV6XL", "SDXL")).hasValue("Pony");
    }

    @Test
    void findsAShortNameOnlyAsAWordOfItsOwn() {
        assertThat(VariantNames.in("sdxl_lightning_4step", "SDXL")).hasValue("Lightning");
        assertThat(VariantNames.in("hyperrealistic-portraits", "SDXL")).isEmpty();
    }

    @Test
    void readsVersionsHoweverTheyAreWritten() {
        assertThat(VariantNames.in("wan2.2_t2v", "WAN")).hasValue("2.2");
        assertThat(VariantNames.in("Wan_2_2-I2V", "WAN")).hasValue("2.2");
        assertThat(VariantNames.in("wan22", "WAN")).hasValue("2.2");
        assertThat(VariantNames.in("file-0022", "WAN")).isEmpty();
    }

    @Test
    void mentionsNoVariantOfAnotherFamily() {
        assertThat(VariantNames.in("pony", "SD1")).isEmpty();
    }
}
