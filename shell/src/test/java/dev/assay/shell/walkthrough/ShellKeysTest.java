package dev.assay.shell.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys in the shell on a real terminal. */
class ShellKeysTest {
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path folder;
    private Path home;
    private Pane pane;

    @BeforeEach
    void begin() throws IOException {
        assumeTrue(Pane.isPossible(), "tmux is not on this machine");
        folder = Files.createTempDirectory(Path.of("/tmp"), "k");
        home = Files.createDirectory(folder.resolve("home"));
        Launcher.write(home.resolve("bin"));
        environment.put("HOME", home.toString());
        environment.put("PATH", home.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
        environment.put("TERM", "screen-256color");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PS1", "$ ");
    }

    private void open() {
        pane = Pane.open(home, 100, 30, environment);
        pane.line("assay shell");
        pane.untilPrompt("assay>");
    }

    @AfterEach
    void close() throws IOException {
        if (pane != null) {
            pane.close();
        }
        if (folder != null) {
            Folders.delete(folder);
        }
    }

    @Test
    void nothingTypedOrSaidIsColouredWhereColourIsOff() {
        environment.put("ASSAY_COLOR", "never");
        open();

        pane.line("nothing --of-this");
        pane.untilPrompt("assay !2>");
        pane.type("hash");
        pane.until("> hash");

        assertThat(pane.colours()).contains("no command nothing").doesNotContain("\u001b[");
    }

    @Test
    void colourComesBackForTheLinesBehindTheOneThatSetsIt() {
        environment.put("NO_COLOR", "1");
        open();

        pane.line("set color always");
        pane.until("always\nassay>");
        pane.type("hash");
        pane.until("assay> hash");

        assertThat(pane.colours()).contains("assay> set color always\n", "\u001b[32mhash");
    }

    /** The first digest is printed while the second, of a very long file, is being computed. */
    @Test
    void ctrlCNeverLeavesTheShellOfADumbTerminal() throws IOException {
        environment.put("TERM", "dumb");
        Files.writeString(home.resolve("small.ckpt"), "small");
        try (RandomAccessFile big = new RandomAccessFile(home.resolve("big.ckpt").toFile(), "rw")) {
            big.setLength(1L << 40);
        }
        open();

        pane.type("ls never");
        pane.until("ls never");
        pane.press("C-c");
        pane.until("(exit with Ctrl-D or exit)\nassay>");
        pane.line("hash small.ckpt big.ckpt");
        pane.until("  small.ckpt");
        pane.press("C-c");

        assertThat(pane.untilPrompt("assay !130>")).contains("Stopping; what is done is kept.");
    }
}
