package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.render.Screen;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colour on a terminal of what is printed before any command runs. */
class ColoursTest {
    private static final String ESCAPE = "\u001b";

    @TempDir Path folder;
    private TestHost assay;

    @BeforeEach
    void begin() {
        assay = new TestHost(folder).looking(new Screen.Look(true, true, true, 100));
    }

    @Test
    void aRefusalIsColouredByDefault() {
        assertThat(assay.run("nothing").err()).contains(ESCAPE);
    }

    @Test
    void aRefusalHeedsTheOption() {
        assertThat(assay.run("ls", "--color", "never", "--nothing").err())
                .contains("no option --nothing")
                .doesNotContain(ESCAPE);
        assertThat(assay.run("ls", "--nothing", "--color=never").err()).doesNotContain(ESCAPE);
    }

    @Test
    void aRefusalHeedsTheEnvironment() {
        assertThat(assay.with("ASSAY_COLOR", "never").run("nothing").err())
                .contains("no command nothing")
                .doesNotContain(ESCAPE);
    }

    @Test
    void helpHeedsTheOption() {
        assertThat(assay.run("ls", "--help").out()).contains(ESCAPE);
        assertThat(assay.run("ls", "--help", "--color", "never").out()).doesNotContain(ESCAPE);
    }
}
