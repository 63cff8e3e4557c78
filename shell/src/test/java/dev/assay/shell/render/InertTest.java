package dev.assay.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InertTest {

    @Test
    void leavesOrdinaryNamesAlone() {
        assertThat(Inert.text("Łódź_v2 (fp16) 模型.safetensors"))
                .isEqualTo("Łódź_v2 (fp16) 模型.safetensors");
    }

    @Test
    void showsEscapeInCaretForm() {
        assertThat(Inert.text("\u001b[31mred")).isEqualTo("^[[31mred");
    }

    @Test
    void showsBidiControlsByNumber() {
        assertThat(Inert.text("\u202egpj.exe")).isEqualTo("<U+202E>gpj.exe");
    }

    @Test
    void leavesNoForbiddenCharacterOfAnyHostileString() {
        assertThat(HostileText.STRINGS)
                .allSatisfy(s -> assertThat(Inert.text(s)).matches(HostileText::isSafe));
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThat(HostileText.STRINGS)
                .allSatisfy(s -> assertThat(Inert.text(Inert.text(s))).isEqualTo(Inert.text(s)));
    }

    @Test
    void leavesNoForbiddenCharacterOfRandomText() {
        Random random = new Random(20261124);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < 20; at++) {
                text.appendCodePoint(random.nextInt(0x10ffff + 1));
            }
            assertThat(Inert.text(text.toString())).matches(HostileText::isSafe);
            assertThat(Inert.ascii(text.toString())).matches("[ -~]*");
        }
    }

    @Test
    void stacksAtMostSixMarksOnALetter() {
        assertThat(Inert.text("a" + "\u0301".repeat(50))).hasSize(7);
    }
}
