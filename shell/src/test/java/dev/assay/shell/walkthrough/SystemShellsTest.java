package dev.assay.shell.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tab in the shells of the system, pressed on a real keyboard as far as they can tell. */
class SystemShellsTest {
    private static final boolean EVERYTHING = "full".equals(System.getProperty("assay.acceptance"));

    /** A shell, how it is started bare, and how it loads the completion. */
    record Shell(String name, List<String> start, String load) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shell> shells() {
        return Stream.of(
                new Shell(
                        "bash",
                        List.of("bash", "--norc", "--noprofile"),
                        "eval \"$(assay completion bash)\""),
                new Shell(
                        "zsh",
                        List.of("zsh", "-f"),
                        "autoload -U compinit; compinit -u -D; eval \"$(assay completion zsh)\""),
                new Shell(
                        "fish", List.of("fish", "--no-config"), "assay completion fish | source"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tabKnowsModelsFiltersAndCommands(Shell shell) throws IOException {
        boolean wanted = shell.name().equals("bash") || EVERYTHING;
        if (!wanted) {
            System.out.println("completion in " + shell + ": left to -Dassay.acceptance=full");
        }
        assumeTrue(wanted, "the short run presses Tab in bash alone");
        boolean possible = Pane.isPossible() && Pane.runs(shell.name(), "--version");
        if (!possible) {
            System.out.println("completion in " + shell + ": skipped, it or tmux is not here");
        }
        assumeTrue(possible, shell + " or tmux is not on this machine");
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "w");
        Path home = Files.createDirectory(folder.resolve("home"));
        ModelShelf.below(home);
        Launcher.write(home.resolve("bin"));
        try (Pane pane = Pane.open(home, 100, 30, environment(home), shell.start())) {
            pane.line(shell.load() + "; assay scan ComfyUI/models -q -o ids; clear; echo ready");
            pane.until(screen -> screen.startsWith("ready"), "ready");
            pane.type("assay show neon");
            pane.press("Tab");
            pane.until("assay show neon-ink-xl-v2.safetensors");
            pane.press("C-u");
            pane.type("assay ls type:diff");
            pane.press("Tab");
            pane.until("assay ls type:diffusion_model");
            pane.press("C-u");
            pane.type("assay ident");
            pane.press("Tab");
            String screen = pane.until("assay identify");
            assertThat(screen).doesNotContain("rror");
        } finally {
            Folders.delete(folder);
        }
    }

    private static Map<String, String> environment(Path home) {
        return Map.of(
                "HOME", home.toString(),
                "PATH", home.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin",
                "TERM", "screen-256color",
                "LC_ALL", "C.UTF-8",
                "PS1", "$ ");
    }
}
