package dev.assay.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {
    @Test
    void quotesOnlyWhatAShellWouldTakeApart() {
        assertThat(ShellWord.of("/models/a_1.pt")).isEqualTo("/models/a_1.pt");
        assertThat(ShellWord.of("/my models/a.pt")).isEqualTo("'/my models/a.pt'");
        assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }
}
