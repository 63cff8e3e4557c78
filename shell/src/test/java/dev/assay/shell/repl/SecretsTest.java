package dev.assay.shell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Test
    void keepsATokenOutOfTheHistoryWhereverItWasPasted() {
        assertThat(new Secrets().history("token set civitai abc")).isNull();
        assertThat(new Secrets().history(TOKEN)).isNull();
        assertThat(new Secrets().history("identify --token=" + TOKEN)).isNull();
    }

    @Test
    void keepsEverythingElse() {
        assertThat(new Secrets().history("token set civitai")).isEqualTo("token set civitai");
        assertThat(new Secrets().history("show 6ce0161689")).isEqualTo("show 6ce0161689");
    }

    @Test
    void showsStarsWhileATokenIsTyped() {
        assertThat(new Secrets().display("token set civitai abc")).doesNotContain("abc");
    }
}
