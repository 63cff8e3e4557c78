package dev.assay.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidthTest {

    @Test
    void countsWideCharactersTwiceAndMarksNotAtAll() {
        assertThat(Width.of("abc")).isEqualTo(3);
        assertThat(Width.of("模型")).isEqualTo(4);
        assertThat(Width.of("e\u0301")).isEqualTo(1);
        assertThat(Width.of("\ud83d\udc68")).isEqualTo(2);
    }

    @Test
    void cutsNamesInTheMiddleSoThatTheVersionStays() {
        assertThat(Width.middle("juggernautXL_ragnarok_v9.safetensors", 20, false))
                .startsWith("juggernautXL")
                .contains("…")
                .endsWith("tensors")
                .hasSize(20);
    }

    @Test
    void neverMakesCutTextWiderThanAskedFor() {
        for (int width = 0; width < 30; width++) {
            assertThat(Width.of(Width.middle("模型模型 some long name 模型模型_v2", width, false)))
                    .isLessThanOrEqualTo(width);
            assertThat(Width.of(Width.end("模型模型 some long name", width, true)))
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void leavesNoMarkWithoutItsLetter() {
        String name = "aaaaaaaaaaaaaaaaaaaae\u0301e\u0301e\u0301";
        String cut = Width.middle(name, 8, false);
        assertThat(cut.codePointAt(cut.indexOf('…') + 1)).isNotEqualTo(0x301);
    }
}
