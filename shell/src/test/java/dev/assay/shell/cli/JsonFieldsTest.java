package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields that {@code --json=} and {@code -F} choose in JSON. */
class JsonFieldsTest {
    @TempDir Path folder;
    private TestHost assay;

    @BeforeEach
    void begin() throws IOException {
        Path models = Files.createDirectories(folder.resolve("models"));
        Models.lora(models.resolve("detail.safetensors"));
        Models.dangerous(models.resolve("evil.ckpt"));
        assay = new TestHost(folder);
        assay.run("scan", models.toString(), "--hash");
        assay.run("tag", "add", "keep", "detail");
        assay.run("note", "detail", "-m", "at 0.6");
    }

    private JsonNode json(String... words) {
        return JsonMapper.shared().readTree(assay.run(words).out());
    }

    private static void refuses(Result result, String... parts) {
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(parts);
    }

    @Test
    void givesAColumnThatIsNoKeyAsInTheOtherForms() {
        JsonNode row = json("ls", "detail", "--json=name,sha256,tags,note").get(0);
        String tsv = assay.run("ls", "detail", "-o", "tsv", "-F", "sha256").out();
        assertThat(row.get("sha256").asString()).isEqualTo(tsv.strip());
        assertThat(row.get("tags").get(0).asString()).isEqualTo("keep");
        assertThat(row.get("note").asString()).isEqualTo("at 0.6");
        assertThat(json("ls", "detail", "--json", "-F", "name,sha256,tags,note").get(0))
                .isEqualTo(row);
    }

    @Test
    void refusesAFieldBeforeItScans() {
        Path other = folder.resolve("other.db");
        String[] scan = {"scan", folder.toString(), "--catalog", other.toString()};
        refuses(assay.run(with(scan, "--json=bogus")), "no field bogus", "The fields: name");
        refuses(assay.run(with(scan, "--jsonl", "-F", "bogus")), "no field bogus");
        assertThat(assay.run("ls", "--catalog", other.toString()).out()).isEmpty();
        assertThat(json(with(scan, "--json=name,sha256")).get("models").values())
                .flatExtracting(JsonNode::values)
                .hasSize(2)
                .allSatisfy(model ->
                        assertThat(model.propertyNames()).containsExactly("name", "sha256"));
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void givesTheKeyWhereAColumnHasItsNameToo() {
        JsonNode row = json("ls", "detail", "--json=name,type,safety").get(0);
        assertThat(row.get("name").asString()).isEqualTo("detail.safetensors");
        assertThat(row.get("type").isArray()).isTrue();
        assertThat(row.get("safety").get("verdict").asString()).isEqualTo("CLEAN");
    }

    @Test
    void givesNullOnlyWhereThereIsNothing() {
        JsonNode row = json("ls", "evil", "--json=civitai,note,missing,civitai_info").get(0);
        assertThat(row.propertyNames())
                .containsExactly("schema", "civitai", "note", "missing", "civitai_info");
        assertThat(row.properties().stream().skip(1))
                .allSatisfy(field -> assertThat(field.getValue().isNull()).isTrue());
    }

    @Test
    void refusesAFieldThatNoFormHas() {
        refuses(assay.run("ls", "--json=bogus"), "no field bogus", "sha256", "user_tags");
        refuses(assay.run("ls", "--jsonl", "-F", "name,bogus"), "no field bogus");
        refuses(assay.run("ls", "type:vae", "--json=bogus"), "no field bogus");
        refuses(assay.run("inspect", "models", "--jsonl", "-F", "bogus"), "no field bogus");
        refuses(assay.run("stats", "--json=bogus"), "no field bogus", "by_type");
        refuses(assay.run("catalog", "info", "--json=bogus"), "no field bogus", "schema_version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls",
                "inspect models",
                "root ls",
                "tag ls",
                "note",
                "saved",
                "algo",
                "provider",
                "config show",
                "token",
                "doctor",
                "plugin",
                "verify",
                "stats",
                "catalog info",
                "catalog check"
            })
    void takesEveryKeyThatACommandPrints(String command) {
        Result whole = assay.run((command + " --json").split(" "));
        Set<String> keys = new TreeSet<>();
        JsonNode document = JsonMapper.shared().readTree(whole.out());
        (document.isArray() ? document.values().stream() : java.util.stream.Stream.of(document))
                .forEach(object -> keys.addAll(object.propertyNames()));
        String chosen = keys.isEmpty() ? "" : "=" + String.join(",", keys);
        assertThat(assay.run((command + " --json" + chosen).split(" ")).exit())
                .isEqualTo(whole.exit());
    }
}
