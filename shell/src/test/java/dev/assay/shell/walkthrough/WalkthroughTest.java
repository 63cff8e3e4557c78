package dev.assay.shell.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Fault;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.fake.civitai.Reply;
import dev.assay.fake.civitai.Request;
import dev.assay.fake.civitai.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A first hour with the program in a real terminal: everything is typed, and everything asserted
 * was on the screen. What was seen is docs/walkthrough.md.
 */
class WalkthroughTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    /** SHA-256 step by step in the interpreter: a disk that is slow enough to be interrupted. */
    private static final String SLOWLY =
            "export ASSAY_JAVA_OPTS='-XX:CompileCommand=quiet"
                    + " -XX:CompileCommand=exclude,sun.security.provider.SHA2::*'";

    private final CountDownLatch answer = new CountDownLatch(1);
    private Path folder;
    private Path home;
    private ModelShelf shelf;
    private FakeCivitai civitai;
    private Pane pane;
    private Recording recording;

    @BeforeEach
    void open() throws IOException {
        boolean possible = Pane.isPossible();
        if (!possible) {
            System.out.println("walk-through: skipped, there is no tmux on this machine");
        }
        assumeTrue(possible, "tmux is not on this machine");
        folder = Files.createTempDirectory(Path.of("/tmp"), "w");
        home = Files.createDirectory(folder.resolve("home"));
        shelf = ModelShelf.below(home);
        Launcher.write(home.resolve("bin"));
        civitai = FakeCivitai.start();
        civitai.add(
                ModelSpec.model(122359)
                        .named("Detail Tweaker XL")
                        .version(
                                135867,
                                version -> version.named("v1.0").file(sha256("detail-xl"))));
        civitai.faults().on(Route.BY_HASH_IDS, 1, heldBack());
        pane = Pane.open(home, 100, 30, environment());
        recording =
                new Recording(
                        Path.of("..", "docs", "walkthrough.md"),
                        home,
                        """
                        # A walk through Assay

                        These screens come from a real terminal. A test types all of it again in every build
                        (`WalkthroughTest`, where tmux is installed) and compares; `-Dassay.renew=true` writes
                        this page anew. CivitAI is played by the [fake](fake-civitai.md).
                        """);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", home.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
        environment.put("TERM", "screen-256color");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PS1", "$ ");
        environment.put("ASSAY_CIVITAI_BASE_URL", civitai.baseUrl());
        environment.put("ASSAY_PROVIDERS_CIVITAI_INTERVAL", "0s");
        return environment;
    }

    private String sha256(String lora) {
        try {
            return ModelShelf.sha256(shelf.lora(lora));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first answer comes only once the test has seen what it wants to see meanwhile. */
    private Fault heldBack() {
        return (Request request, Supplier<Reply> healthy) -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return healthy.get();
        };
    }

    @AfterEach
    void close() throws IOException {
        answer.countDown();
        if (pane != null) {
            pane.close();
            civitai.close();
            Folders.delete(folder);
        }
    }

    @Test
    void aNewcomerGetsThroughTheFirstHour() throws IOException {
        firstRun();
        scanIsInterruptedAndGoesOn();
        shellOpensAndLists();
        aLoraIsCompletedFromThreeLetters();
        digestsAreChecked();
        civitaiIsAskedBehindThePrompt();
        historyKeepsNoToken();
        windowIsResized();
        shellIsLeft();
        recording.compare();
    }

    private void firstRun() {
        pane.line("assay");
        assertThat(pane.until("Add which?")).contains("ComfyUI  ~/ComfyUI/models");
        pane.press("Enter");
        String screen = pane.untilPrompt("$");
        assertThat(screen).contains("DANGEROUS", "6 models", "6 new");
        recording.add(
                "The first start",
                "The usual folders are looked for, and offered. Enter takes all of them.",
                screen);
    }

    private void scanIsInterruptedAndGoesOn() {
        pane.line(SLOWLY);
        clear("$");
        pane.line("assay scan --hash -j 2");
        pane.until(screen -> screen.matches("(?s).*Hashing  \\S+ +\\d+%  .*photo-xl.*"), "a bar");
        pane.press("C-c");
        String stopped = pane.untilPrompt("$");
        assertThat(stopped).contains("Stopping after the current blocks", "Stopped; what is done");
        recording.add(
                "Ctrl-C in the middle of hashing",
                "Files that are done stay done; the table of them is left out here.",
                stopped.lines()
                        .filter(line -> line.matches("(\\$ a|Hashing|Stopping|6 files).*"))
                        .collect(Collectors.joining("\n")));
        pane.line("unset ASSAY_JAVA_OPTS");
        clear("$");
        pane.line("assay scan --hash && echo all done");
        String finished = pane.until(screen -> screen.endsWith("all done\n$"), "the end");
        assertThat(finished).contains("6 files, 6 unchanged, 40.0M hashed");
        recording.add("The same command again", "It reads the big file alone.", finished);
    }

    private void shellOpensAndLists() {
        clear("$");
        pane.line("assay");
        pane.untilPrompt("assay>");
        pane.line("ls type:lora base:sdxl");
        String screen =
                pane.until(
                        text -> text.contains("2 models") && text.endsWith("assay>"), "the list");
        assertThat(screen).contains("detail-xl", "neon-ink-xl-v2").doesNotContain("my-style");
        recording.add(
                "The shell, and a list with filters",
                "`assay` alone opens the shell once there is something to show.",
                screen);
    }

    private void aLoraIsCompletedFromThreeLetters() {
        clear("assay>");
        pane.type("show det");
        pane.press("Tab");
        pane.until("show detail-xl.safetensors");
        pane.press("Enter");
        String screen =
                pane.until(text -> text.contains("AutoV3") && text.endsWith("assay>"), "the page");
        assertThat(screen).containsIgnoringCase(sha256("detail-xl"));
        recording.add(
                "Three letters and Tab",
                "Typed: `show det`, Tab, Enter. Any part of a name will do.",
                screen);
    }

    private void digestsAreChecked() throws IOException {
        Files.writeString(
                home.resolve("loras.sha256"),
                "%s  %s%n%s  %s%n"
                        .formatted(
                                sha256("detail-xl"),
                                "ComfyUI/models/loras/detail-xl.safetensors",
                                "0".repeat(64),
                                "ComfyUI/models/loras/my-style-v2.safetensors"));
        clear("assay>");
        pane.line("hash -c loras.sha256");
        String screen = pane.untilPrompt("assay !1>");
        assertThat(screen).contains("detail-xl.safetensors: OK", "my-style-v2.safetensors: FAILED");
        recording.add(
                "A list of digests, checked",
                "It reads what sha256sum writes. The prompt shows how the last command ended.",
                screen);
    }

    private void civitaiIsAskedBehindThePrompt() {
        clear("assay>");
        pane.line("identify type:lora --anonymous &");
        pane.until("[1] identify type:lora --anonymous");
        pane.line("ls type:lora");
        String meanwhile =
                pane.until(
                        text ->
                                text.contains("4 models")
                                        && text.matches("(?s).*\nassay>\n+\\[1] identify [^\n]*"),
                        "the list with the bar below");
        recording.add(
                "CivitAI is asked while you go on",
                "`&` puts a command behind the prompt; the bar at the bottom says how it gets on.",
                meanwhile);
        answer.countDown();
        pane.until(
                text -> text.contains("[1] done") && text.endsWith("assay>"), "the end of the job");
        clear("assay>");
        pane.line("ls type:lora base:sdxl");
        String known =
                pane.until(
                        text -> text.contains("2 models") && text.endsWith("assay>"), "the list");
        assertThat(known).contains("122359@135867", "not found");
        recording.add("Who it is", "The answer is kept in the catalog.", known);
    }

    private void historyKeepsNoToken() throws IOException {
        clear("assay>");
        pane.line("token set civitai " + TOKEN);
        pane.until("assay !2>");
        clear("assay>");
        pane.line("history");
        String screen = pane.until(text -> text.contains("clear\nhistory\nassay>"), "the history");
        assertThat(screen).contains("show detail-xl.safetensors").doesNotContain(TOKEN);
        assertThat(Files.readString(home.resolve(".local/state/assay/history")))
                .contains("identify type:lora")
                .doesNotContain(TOKEN);
        recording.add(
                "History, without the token",
                "Somebody typed `token set civitai` with the token behind it. It was refused, and the line"
                        + " was not kept.",
                screen);
    }

    private void windowIsResized() {
        clear("assay>");
        pane.resize(60, 20);
        pane.line("ls type:lora");
        String screen =
                pane.until(
                        text -> text.contains("4 models") && text.endsWith("assay>"), "the list");
        assertThat(screen.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        recording.add("A narrow window", "Tables fit the window as it is now.", screen);
    }

    private void shellIsLeft() {
        pane.line("exit");
        pane.untilPrompt("$");
    }

    private void clear(String prompt) {
        pane.line("clear");
        pane.until(screen -> screen.equals(prompt), "an empty screen");
    }
}
