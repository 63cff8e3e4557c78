package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal that can neither colour nor move its cursor, in real processes. */
class DumbTerminalTest {
    private static final String ESCAPE = "\u001b";

    @TempDir Path folder;

    @Test
    void getsNoEscapesWhereAnotherTerminalDoes() throws Exception {
        Path models = Files.createDirectory(folder.resolve("models"));
        Files.writeString(models.resolve("broken.safetensors"), "no header");

        RealProcess.Result dumb = scan("dumb", models);
        RealProcess.Result other = scan("xterm-256color", models);

        assertThat(dumb.out()).contains("broken").doesNotContain(ESCAPE);
        assertThat(dumb.err()).doesNotContain(ESCAPE, "\r");
        assertThat(other.out()).contains("broken", ESCAPE);
    }

    private RealProcess.Result scan(String terminal, Path models) throws Exception {
        return new RealProcess(folder)
                .with("-Dassay.tty=oe")
                .with("TERM", terminal)
                .with("NO_COLOR", "")
                .run("scan", models.toString());
    }
}
