package dev.assay.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestTest {
    private static final List<String> WORDS =
            List.of("verify", "scan", "ls", "inspect", "identify");

    @Test
    void findsTheWordThatWasMistyped() {
        assertThat(Suggest.near("vrify", WORDS)).contains("verify");
        assertThat(Suggest.near("sacn", WORDS)).contains("scan");
        assertThat(Suggest.near("INSPECTT", WORDS)).contains("inspect");
    }

    @Test
    void saysNothingWhenNothingIsNear() {
        assertThat(Suggest.near("frobnicate", WORDS)).isEmpty();
    }

    @Test
    void countsASwapOfNeighboursOnce() {
        assertThat(Suggest.distance("sacn", "scan")).isEqualTo(1);
    }
}
