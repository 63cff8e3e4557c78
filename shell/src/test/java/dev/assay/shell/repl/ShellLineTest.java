package dev.assay.shell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellLineTest {

    @Test
    void runsEachPastedLineForItself() {
        assertThat(ShellLine.lines("ls type:lora\n\n  # a remark\nshow detail\n"))
                .containsExactly("ls type:lora", "show detail");
    }

    @Test
    void keepsTheLinesOfAQuoteTogether() {
        assertThat(ShellLine.lines("ls 'a\nb' c\nshow d")).containsExactly("ls 'a\nb' c", "show d");
    }

    @Test
    void keepsWhatIsNeverClosedAsOneLine() {
        assertThat(ShellLine.lines("ls 'a\nb")).containsExactly("ls 'a\nb");
    }

    @Test
    void leavesTheSignOutThatSendsALineBehindThePrompt() {
        String typed = "identify a&b &";
        assertThat(ShellLine.of(typed).command(typed)).isEqualTo("identify a&b");
    }

    @Test
    void leavesWindowsPathsAsTheyAre() {
        assertThat(ShellLine.of("hash C:\\models\\new.pt").texts())
                .containsExactly("hash", "C:\\models\\new.pt");
    }
}
