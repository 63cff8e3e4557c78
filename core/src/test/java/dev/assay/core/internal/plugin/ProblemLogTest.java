package dev.assay.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.PluginProblem;
import org.junit.jupiter.api.Test;

class ProblemLogTest {
    private final ProblemLog log = new ProblemLog();

    private void tell(String plugin, String message) {
        log.accept(new PluginProblem(plugin, message, "Disable it"));
    }

    @Test
    void tellsAFaultOnceThatShowsAtFilesOfDifferentSizes() {
        for (int size = 10; size < 40; size++) {
            tell(
                    "far",
                    "'far': scope() goes to byte %d of a file of %d bytes"
                            .formatted(size + 1, size));
        }
        assertThat(log.all())
                .extracting(PluginProblem::message)
                .containsExactly("'far': scope() goes to byte 11 of a file of 10 bytes");
    }

    @Test
    void keepsHashesApartWhoseNamesDifferByANumber() {
        tell("many", "finish() of 'mine-256' failed: no");
        tell("many", "finish() of 'mine-512' failed: no");
        tell("many", "finish() of '7' failed: no");
        tell("many", "finish() of '8' failed: no");
        tell("many", "finish() of 'crc2' failed: no");
        tell("many", "finish() of 'crc3' failed: no");
        assertThat(log.all()).hasSize(6);
    }

    @Test
    void tellsNoMoreThanTwentyOfOnePluginAndThoseOfOthersToo() {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            tell("chatty", "Failed at " + letter);
        }
        tell("other", "Failed");
        assertThat(log.of("chatty")).hasSize(20);
        assertThat(log.of("other")).hasSize(1);
    }
}
