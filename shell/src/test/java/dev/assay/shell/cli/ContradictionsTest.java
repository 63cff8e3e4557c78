package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Options and words that say what cannot be, and options that every form keeps to. */
class ContradictionsTest {
    @TempDir Path folder;
    private TestHost assay;
    private Path lora;

    @BeforeEach
    void begin() throws IOException {
        Path models = Files.createDirectories(folder.resolve("models"));
        lora = Models.lora(models.resolve("detail.safetensors"));
        Models.dangerous(models.resolve("evil.ckpt"));
        assay = new TestHost(folder);
        assay.run("scan", models.toString());
    }

    private String refuses(String... words) {
        Result result = assay.run(words);
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        return result.err();
    }

    private String ok(String... words) {
        Result result = assay.run(words);
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.OK);
        return result.out();
    }

    @Test
    void sortsInADirectionInAnyCaseAndRefusesWhatIsNone() {
        String falling = ok("ls", "-o", "paths", "--sort", "size:desc");
        assertThat(ok("ls", "-o", "paths", "--sort", "size:DESC")).isEqualTo(falling);
        assertThat(ok("ls", "-o", "paths", "--sort", "size:Asc")).isNotEqualTo(falling);
        assertThat(refuses("ls", "--sort", "size:up")).contains("no direction up", "size:desc");
        assertThat(refuses("algo", "--sort", "bits:descending")).contains("descending");
    }

    @Test
    void namesNoRootWithAWordThatMeansSomethingElse() throws IOException {
        for (String word : new String[] {"type", "is", "not-is", "saved", "row"}) {
            assertThat(refuses("root", "add", "models", word)).contains("help filters");
        }
        ok("root", "add", "models", "mine");
        assertThat(refuses("root", "rename", "mine", "type")).contains("help filters");
        Files.createDirectories(folder.resolve("type"));
        ok("root", "add", "type");
        assertThat(ok("root", "ls", "-o", "tsv", "-F", "name")).contains("type2");
    }

    @Test
    void knowsTheProgramsWhoseFolderARootCanBe() {
        assertThat(refuses("root", "add", "models", "m", "--layout", "comfyu"))
                .contains("Did you mean comfyui?");
        assertThat(refuses("root", "add", "models", "m", "--layout", "nonsense"))
                .contains("There are: comfyui, ");
        ok("root", "add", "models", "m", "--layout", "forge");
    }

    @Test
    void keepsNoEmptyTagAndDropsNoText() {
        refuses("tag", "add", "", "detail");
        refuses("tag", "add", "  ", "detail");
        assertThat(ok("tag", "ls", "--json")).isEqualTo("[]\n");
        ok("note", "detail", "-m", "old");
        refuses("note", "detail", "--rm", "-m", "new");
        assertThat(ok("note", "-o", "tsv")).contains("old");
    }

    @Test
    void endsPathsWithNulAndNothingElse() {
        assertThat(ok("ls", "detail", "-0")).isEqualTo(lora + "\0");
        assertThat(ok("ls", "detail", "-o", "paths", "-0")).isEqualTo(lora + "\0");
        assertThat(refuses("ls", "-0", "-o", "csv")).contains("csv");
        refuses("ls", "--json", "-0");
    }

    @Test
    void leavesTheHeadingsOfMarkdownOut() {
        assertThat(ok("ls", "detail", "-o", "md", "-F", "type", "--no-header"))
                .isEqualTo("| lora |\n");
    }

    @Test
    void countsNoMoreGroupsThanAskedForInAnyForm() {
        assertThat(ok("stats", "--by", "ext", "--top", "1", "-o", "tsv").lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("(1 others)");
        JsonNode all = JsonMapper.shared().readTree(ok("stats", "--by", "ext", "--json"));
        assertThat(all.get("by_ext").size()).isEqualTo(2);
        JsonNode none =
                JsonMapper.shared().readTree(ok("stats", "--by", "ext", "--top", "0", "--json"));
        assertThat(none.get("by_ext").size()).isEqualTo(1);
    }

    @Test
    void showsTheColumnsOfAModelThatAreNamed() {
        assertThat(ok("show", "detail", "-F", "type,size")).contains("TYPE", "lora");
        assertThat(refuses("show", "detail", "-F", "bogus")).contains("no field bogus");
    }

    @Test
    void printsOneSettingAsAnObject() {
        JsonNode threads =
                JsonMapper.shared().readTree(ok("config", "get", "scan.readers", "--json"));
        assertThat(threads.get("schema").asString()).isEqualTo("assay.config/1");
        assertThat(threads.get("value").asString()).isEqualTo("1");
        JsonNode path = JsonMapper.shared().readTree(ok("config", "path", "--jsonl"));
        assertThat(path.get("path").asString()).endsWith("config.toml");
    }
}
