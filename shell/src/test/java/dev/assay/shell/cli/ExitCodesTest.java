package dev.assay.shell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exit codes as the system sees them. Those that a server causes are pinned in the acceptance
 * tests.
 */
class ExitCodesTest {
    @TempDir Path home;
    private RealProcess assay;

    @BeforeEach
    void begin() {
        assay = new RealProcess(home);
    }

    @Test
    void zeroIsDone() throws Exception {
        RealProcess.Result result = assay.run("--version");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("assay 0.");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void oneIsNo() throws Exception {
        Models.dangerous(home.resolve("evil.ckpt"));
        assertThat(assay.run("inspect", "--exit-code", "evil.ckpt").exit()).isEqualTo(1);
    }

    @Test
    void twoIsUsage() throws Exception {
        RealProcess.Result result = assay.run("sacn");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        "assay: no command sacn. Did you mean scan? List the commands: assay help  [unknown_command]\n");
    }

    @Test
    void threeIsNotAuthorised() throws Exception {
        assertThat(assay.run("token", "test").exit()).isEqualTo(3);
    }

    @Test
    void fourIsNotFound() throws Exception {
        assertThat(assay.run("hash", "nofile").exit()).isEqualTo(4);
    }

    /** A permission would not stop the superuser, who may run this. */
    @Test
    void sevenIsUnreadable() throws Exception {
        Files.createSymbolicLink(home.resolve("gone.ckpt"), Path.of("on-another-drive"));
        RealProcess.Result result = assay.run("hash", "gone.ckpt");
        assertThat(result.exit()).isEqualTo(7);
        assertThat(result.err()).contains("gone.ckpt");
    }

    @Test
    void eightIsNoCatalog() throws Exception {
        Files.writeString(
                home.resolve("broken.db"),
                "this is no database, whatever its name may say".repeat(50));
        RealProcess.Result result =
                assay.run("ls", "--catalog", home.resolve("broken.db").toString());
        assertThat(result.exit()).isEqualTo(8);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("broken.db")
                .contains("[catalog_unavailable]");
    }

    @Test
    void nineIsRefused() throws Exception {
        assertThat(assay.run("token", "set", "civitai").exit()).isEqualTo(9);
    }

    /** A script that does not fit into memory stands for the bugs that we do not know. */
    @Test
    void seventyIsABugWithAReportAndWithoutAStackTrace() throws Exception {
        Path script = Models.sparse(home.resolve("huge.assay"), 64L << 20);
        RealProcess.Result result = assay.with("-Xmx24m").run("run", script.toString());
        assertThat(result.exit()).isEqualTo(70);
        assertThat(result.err().lines()).singleElement().asString().contains("[bug]");
        assertThat(home.resolve(".local/state/assay").toFile().list())
                .singleElement()
                .asString()
                .startsWith("crash-");
    }

    @Test
    void nineIsOutputThatFindsNoRoomAndIsToldOnce() throws Exception {
        assumeThat(Path.of("/dev/full")).exists();
        List<String> toFull = List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh");
        for (String form : List.of("table", "json")) {
            Process process = assay.start(toFull, "algo", "ls", "-o", form);
            process.getOutputStream().close();
            String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            assertThat(err.lines())
                    .singleElement()
                    .asString()
                    .contains("the output cannot be written", "output_failed");
            assertThat(RealProcess.end(process)).isEqualTo(9);
        }
    }

    @Test
    void aClosedPipeEndsQuietly() throws Exception {
        Process process = assay.start("help", "--json");
        process.getOutputStream().close();
        process.getInputStream().close();
        String err =
                new String(
                        process.getErrorStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(RealProcess.end(process)).isEqualTo(141);
        assertThat(err).isEmpty();
    }

    @Test
    void ctrlCStopsAJobInItsMiddle() throws Exception {
        stop("INT", 130);
    }

    @Test
    void sigtermStopsAJobInItsMiddle() throws Exception {
        stop("TERM", 143);
    }

    /** The first digest is printed while the second, of a very long file, is being computed. */
    private void stop(String signal, int exit) throws IOException, InterruptedException {
        assumeThat(RealProcess.canBeInterruptible()).isTrue();
        Files.writeString(home.resolve("a.ckpt"), "small");
        Path big = Models.sparse(home.resolve("b.ckpt"), 1L << 40);
        Process process =
                assay.startInterruptible("hash", "--progress", "json", "a.ckpt", big.toString());
        try (InputStream err = process.getErrorStream()) {
            assertThat(err.read()).isEqualTo('{');
            RealProcess.signal(process, signal);
            assertThat(RealProcess.end(process)).isEqualTo(exit);
        }
    }
}
