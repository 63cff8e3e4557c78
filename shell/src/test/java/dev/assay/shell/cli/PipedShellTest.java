package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell of a real process whose lines come through a pipe. */
class PipedShellTest {
    private static final String HELLO =
            "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    @TempDir Path home;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(home.resolve("hello.ckpt"), "hello world");
    }

    private RealProcess.Result shell(String lines) throws Exception {
        Process process = new RealProcess(home).start("shell");
        try (OutputStream in = process.getOutputStream()) {
            in.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RealProcess.Result(RealProcess.end(process), out, err);
    }

    @Test
    void letsNoCommandReadItsLines() throws Exception {
        RealProcess.Result result = shell("catalog import -\nhash -\nhash hello.ckpt\n");

        assertThat(result.out()).contains(HELLO + "  hello.ckpt");
        assertThat(result.err().lines().filter(line -> line.contains("[bad_value]")))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line)
                                .contains("is what you type to this shell")
                                .contains("Name a file"));
    }

    @Test
    void saysNothingButWhatItsCommandsSay() throws Exception {
        RealProcess.Result result = shell("hash hello.ckpt\nhash hello.ckpt\nexit\n");

        assertThat(result.out()).isEqualTo((HELLO + "  hello.ckpt\n").repeat(2));
        assertThat(result.err()).isEmpty();
    }

    @Test
    void runsALastLineWithoutAnEnd() throws Exception {
        assertThat(shell("version\nhash hello.ckpt").out()).endsWith(HELLO + "  hello.ckpt\n");
    }
}
