package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.embedding.FaultyPlugins;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.run.CommandInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs every line that help shows, in a home that has what the lines name. */
class ExamplesTest {
    /** Lines whose answer is not 0 here, which their effect says. */
    private static final Map<String, Set<ExitCode>> OTHERWISE =
            Map.of(
                    "inspect --exit-code downloads", Set.of(ExitCode.NO),
                    "token set civitai", Set.of(ExitCode.REFUSED),
                    "identify detail --anonymous", Set.of(ExitCode.NOT_FOUND, ExitCode.OK),
                    "doctor", Set.of(ExitCode.OK, ExitCode.NO),
                    "doctor -o md", Set.of(ExitCode.OK, ExitCode.NO));

    @TempDir Path home;
    private FakeCivitai fake;
    private TestHost assay;
    private String digest = "";

    @BeforeEach
    void makeAHome() throws IOException {
        fake = FakeCivitai.start();
        fake.add(ModelSpec.model(4201).version(130072, _ -> {}));
        assay =
                new TestHost(home)
                        .with("ASSAY_CIVITAI_BASE_URL", fake.baseUrl())
                        .with("ASSAY_PROVIDERS_CIVITAI_INTERVAL", "0s")
                        .typing("a-token-of-nobody\n");
        Path models = home.resolve("ComfyUI/models");
        Models.lora(models.resolve("loras/ohwx_anime_style.safetensors"));
        Models.cutShort(models.resolve("loras/alone.safetensors"));
        Files.createFile(home.resolve("ComfyUI/folder_paths.py"));
        Models.lora(home.resolve("model.safetensors"));
        Models.lora(home.resolve("detail.safetensors"));
        Models.dangerous(home.resolve("model.ckpt"));
        Models.dangerous(Files.createDirectories(home.resolve("downloads")).resolve("x.ckpt"));
        Files.writeString(home.resolve("nightly.assay"), "ls\nalgo ls\n");
        new FaultyPlugins(home, home.resolve("made")).good();
        Files.copy(home.resolve("made/good/plugin.jar"), home.resolve("hash-xxh3-1.0.0.jar"));
        Files.writeString(home.resolve("models.sha256"), assay.run("hash", "ComfyUI").out());
        Path alone = models.resolve("loras/alone.safetensors");
        digest = assay.run("hash", alone.toString()).out().substring(0, 10);
        assay.run("scan", models.toString(), home.toString(), "--hash");
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    @Test
    void everyLineOfHelpDoesWhatItSays() {
        int ran = 0;
        for (CommandInfo command : CommandTable.ALL) {
            for (CommandInfo.Example example : command.examples()) {
                if (!command.name().equals("shell")) { // wants a terminal; tested in one
                    run(example.line());
                    ran++;
                }
            }
        }
        System.out.println("Help: " + ran + " examples run");
    }

    private void run(String line) {
        List<String> words = List.of(line.replace("6ce0161689", digest).split(" "));
        Result result = assay.run(words.toArray(String[]::new));
        assertThat(result.exit())
                .as("assay " + line + "\n" + result.out() + result.err())
                .isIn(OTHERWISE.getOrDefault(line, Set.of(ExitCode.OK)));
        if (words.contains("--json")) {
            JsonMapper.shared().readTree(result.out());
        }
    }
}
