package dev.assay.shell.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final List<String> OFFERED = List.of("comfy", "forge", "nas");

    @Test
    void takesAllForEnterAndNothingForNone() {
        assertThat(Choice.of("", OFFERED)).contains(OFFERED);
        assertThat(Choice.of(" None ", OFFERED)).contains(List.of());
    }

    @Test
    void takesNumbersWithCommasOrBlanks() {
        assertThat(Choice.of("1,3", OFFERED)).contains(List.of("comfy", "nas"));
        assertThat(Choice.of("1, 3", OFFERED)).contains(List.of("comfy", "nas"));
        assertThat(Choice.of("2", OFFERED)).contains(List.of("forge"));
    }

    @Test
    void understandsNoNumberThatWasNotOffered() {
        assertThat(Choice.of("4", OFFERED)).isEmpty();
        assertThat(Choice.of("0", OFFERED)).isEmpty();
        assertThat(Choice.of("1,x", OFFERED)).isEmpty();
    }
}
