package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With {@code --json} every command prints one document, and nothing else. */
class JsonDocumentsTest {
    private static final JsonMapper ONE_DOCUMENT =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    @TempDir Path folder;
    private TestHost assay;

    @BeforeEach
    void begin() throws IOException {
        assay = new TestHost(folder);
        Models.lora(
                Files.createDirectories(folder.resolve("models")).resolve("detail.safetensors"));
    }

    private JsonNode document(String line) {
        return ONE_DOCUMENT.readTree(assay.run(line.split(" ")).out());
    }

    @Test
    void helpIsAListOfAllCommands() {
        JsonNode all = document("help --json");
        assertThat(all.isArray()).isTrue();
        assertThat(all.findValuesAsString("name")).contains("scan", "ls", "help");
        assertThat(document("help --json=name").get(0).propertyNames())
                .containsExactly("schema", "name");
        assertThat(assay.run("help", "--jsonl").out().lines()).hasSize(all.size());
    }

    @Test
    void helpOnACommandOrATopicIsAboutThatAlone() {
        assertThat(document("help scan --json").get("name").asString()).isEqualTo("scan");
        JsonNode topic = document("help exit-codes --json");
        assertThat(topic.get("schema").asString()).isEqualTo("assay.topic/1");
        assertThat(topic.get("lines").get(0).asString()).contains("0", "done");
        assertThat(assay.run("help", "filters", "--jsonl").out().lines()).hasSize(1);
        assertThat(assay.run("help", "nothing", "--json").exit()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void theVersionIsAnObject() {
        JsonNode version = document("--version --json");
        assertThat(version.get("schema").asString()).isEqualTo("assay.version/1");
        assertThat(version.get("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(assay.run("--version", "--bogus").exit()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls nosuch", "show nosuch", "search nosuch", "hash no.bin"})
    void whatFitsNothingIsAnEmptyList(String line) {
        for (String scanned : new String[] {"", "models"}) {
            if (!scanned.isEmpty()) {
                assay.run("scan", scanned);
            }
            Result result = assay.run((line + " --json").split(" "));
            assertThat(result.exit()).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(result.out()).isEqualTo("[]\n");
            assertThat(result.err()).contains("assay.error/1");
        }
    }

    @Test
    void whatWouldBeAskedIsDescribedAsWhatWasAsked() {
        assay.run("scan", "models");
        assertThat(document("identify models -n --json").get(0).get("schema").asString())
                .isEqualTo("assay.identity/1");
    }

    @Test
    void aNameThatIsNoTextIsEscapedAndSaysSo() throws IOException {
        Path models = folder.resolve("models");
        Path odd = RawPath.resolve(models, new byte[] {'b', 'a', 'd', (byte) 0xff, '.', 'p', 't'});
        Files.write(odd, new byte[10]);
        assay.run("scan", "models");
        for (String line : new String[] {"ls name:bad", "inspect models", "hash models"}) {
            JsonNode file = named(document(line + " --json"), "bad%FF.pt");
            assertThat(file.get("path_escaped").asBoolean()).as(line).isTrue();
            assertThat(assay.run((line + " -o csv").split(" ")).out())
                    .as(line)
                    .contains(models + "/bad%FF.pt")
                    .doesNotContain("\ufffd");
        }
        JsonNode fine = named(document("ls name:detail --json"), "detail.safetensors");
        assertThat(fine.has("path_escaped")).isFalse();
    }

    private static JsonNode named(JsonNode files, String name) {
        return files.valueStream()
                .filter(file -> file.get("path").asString().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExportOfLinesIsNoDocument() {
        assay.run("scan", "models");
        Result refused = assay.run("catalog", "export", "-", "--json");
        assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("--jsonl");
        assertThat(assay.run("catalog", "export", "-", "--jsonl").exit()).isEqualTo(ExitCode.OK);
    }
}
