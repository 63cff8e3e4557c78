package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.Category;
import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.HostileText;
import dev.assay.shell.render.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScanTest {
    @TempDir Path folder;
    private Path models;
    private TestHost assay;

    @BeforeEach
    void begin() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        assay = new TestHost(folder);
        Models.lora(models.resolve("loras/add_detail_v2.safetensors"));
        Models.cutShort(models.resolve("cut.safetensors"));
        Models.hugeHeader(models.resolve("huge.safetensors"));
        Models.dangerous(models.resolve("evil.ckpt"));
        Files.createFile(models.resolve("empty.safetensors"));
        Files.writeString(models.resolve("notes.txt"), "no model");
    }

    private JsonNode scan(String... more) {
        List<String> words =
                new java.util.ArrayList<>(List.of("scan", models.toString(), "--json"));
        words.addAll(Arrays.asList(more));
        Result result = assay.run(words.toArray(String[]::new));
        assertThat(result.exit()).isEqualTo(ExitCode.OK);
        return JsonMapper.shared().readTree(result.out());
    }

    private static JsonNode find(JsonNode document, String name) {
        return document.get("models")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(model -> model.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsEveryModelInExactlyOneOfEveryCategory() {
        JsonNode document = scan();
        assertThat(document.get("schema").asString()).isEqualTo("assay.scan/1");
        assertThat(document.get("models_directory").asString()).isEqualTo(models.toString());
        assertThat(document.get("models").propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(Category.values()).map(Category::id).toList());
        int listed = document.get("models").valueStream().mapToInt(JsonNode::size).sum();
        assertThat(listed).isEqualTo(document.get("total_models").asInt()).isEqualTo(5);
    }

    @Test
    void writesEveryKeyOfAModel() {
        JsonNode lora = find(scan(), "add_detail_v2.safetensors");
        assertThat(lora.propertyNames())
                .contains(
                        "name",
                        "path",
                        "relative_path",
                        "subdirectory",
                        "size",
                        "size_mb",
                        "size_gb",
                        "extension",
                        "modified_time",
                        "format",
                        "type",
                        "identified_type",
                        "category",
                        "base",
                        "bases",
                        "state",
                        "precision",
                        "parameters",
                        "tensors",
                        "confidence",
                        "evidence",
                        "conflicts",
                        "hashes",
                        "safety",
                        "identity");
        assertThat(lora.get("identified_type").asString()).isEqualTo("lora");
        assertThat(lora.get("category").asString()).isEqualTo("loras");
        assertThat(lora.get("relative_path").asString())
                .isEqualTo("loras/add_detail_v2.safetensors");
        assertThat(lora.get("subdirectory").asString()).isEqualTo("loras");
        assertThat(lora.get("identity").get("outcome").asString()).isEqualTo("not_asked");
        assertThat(lora.has("civitai_info")).isFalse();
    }

    @Test
    void hashesNothingTheSecondTime() {
        assertThat(scan("--hash").get("summary").get("hashed_bytes").asLong()).isPositive();
        JsonNode again = scan("--hash").get("summary");
        assertThat(again.get("hashed_bytes").asLong()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(5);
    }

    @Test
    void tellsUndefinedDigestsFromThoseNotComputed() {
        JsonNode hashes =
                find(scan("--hash=sha256,autov1"), "add_detail_v2.safetensors").get("hashes");
        assertThat(hashes.get("AutoV1").isNull()).isTrue();
        assertThat(hashes.get("SHA256").asString()).matches("[0-9A-F]{64}");
        assertThat(hashes.has("BLAKE3")).isFalse();
    }

    @Test
    void reportsBrokenFilesWithAPathAndARemedyAndGoesOn() {
        JsonNode document = scan();
        assertThat(document.get("problems").valueStream().map(p -> p.get("path").asString()))
                .contains(
                        models.resolve("cut.safetensors").toString(),
                        models.resolve("huge.safetensors").toString(),
                        models.resolve("empty.safetensors").toString());
        assertThat(document.get("problems").valueStream())
                .allMatch(problem -> !problem.get("remedy").asString().isBlank());
        assertThat(find(document, "cut.safetensors").get("state").asString())
                .isEqualTo("truncated");
        assertThat(find(document, "evil.ckpt").get("safety").get("verdict").asString())
                .isEqualTo("DANGEROUS");
    }

    @Test
    void printsATableWithAHeadingInAPipeToo() {
        Result result = assay.run("scan", models.toString());
        assertThat(result.out().lines().findFirst().orElseThrow())
                .startsWith("NAME")
                .contains("TYPE");
        assertThat(result.err()).contains("5 files, 5 new");
    }

    @Test
    void fitsTheWidthOfTheTerminal() {
        assay.run("scan", models.toString());
        for (int width : new int[] {60, 80, 100, 140}) {
            Result result = assay.onTerminal(width).run("ls");
            assertThat(result.out().lines())
                    .hasSize(6)
                    .allMatch(line -> Width.of(line) <= width, "fits " + width);
        }
    }

    @Test
    void endsALineStreamWithASummary() {
        Result result = assay.run("scan", models.toString(), "-o", "jsonl");
        List<JsonNode> lines =
                result.out().lines().map(l -> JsonMapper.shared().readTree(l)).toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst().get("schema").asString()).isEqualTo("assay.file/1");
        assertThat(lines.getLast().get("schema").asString()).isEqualTo("assay.summary/1");
    }

    @Test
    void scansTheOtherFoldersWhenOneIsMissing() {
        Result result = assay.run("scan", "/no/such", models.toString(), "-o", "paths");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out().lines()).hasSize(5);
        assertThat(result.err()).contains("[folder_missing]");
    }

    @Test
    void refusesAFileInsteadOfAFolder() {
        Result result = assay.run("scan", models.resolve("cut.safetensors").toString());
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("[not_a_folder]").contains("assay inspect");
    }

    @Test
    void listsByFilterNameAndHash() {
        assay.run("scan", models.toString(), "--hash");
        String hex = assay.run("ls", "add_detail", "-o", "ids").out().strip();
        assertThat(hex).matches("[0-9a-f]{64}");
        for (String selector :
                List.of("type:lora", "detail", hex.substring(0, 10), "size:5k..", "is:unknown")) {
            assertThat(assay.run("ls", selector, "-o", "paths").out())
                    .as(selector)
                    .contains("add_detail_v2");
        }
        assertThat(assay.run("ls", "not-type:lora", "--count").out()).isEqualTo("4\n");
        assertThat(assay.run("ls", "--where", "type = lora", "--count").out()).isEqualTo("1\n");
    }

    @Test
    void pointsAtTheWordThatIsNoFilter() {
        assay.run("scan", models.toString());
        Result result = assay.run("ls", "type:lora", "size:2GG");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err().lines().toList())
                .satisfies(lines -> assertThat(lines.getFirst()).contains("[bad_filter]"))
                .containsSequence("  type:lora size:2GG", "                 ^^^");
        assertThat(assay.run("ls", "type:lorra").err()).contains("Did you mean lora?");
        assertThat(assay.run("ls", "typ:lora").err()).contains("Did you mean type:?");
    }

    @Test
    void findsNothingWithExitFour() {
        assay.run("scan", models.toString());
        assertThat(assay.run("ls", "nonsense").exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(assay.run("show", "nonsense").exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(assay.run("ls", "type:vae").exit()).isEqualTo(ExitCode.OK);
        assertThat(assay.run("ls", "type:lora", "--exit-code").exit()).isEqualTo(ExitCode.NO);
    }

    @Test
    void showsOneModelAndListsSeveral() {
        assay.run("scan", models.toString(), "--hash");
        Result one = assay.run("show", "add_detail");
        assertThat(one.out()).contains("add_detail_v2.safetensors", "lora", "SHA256");
        Result several = assay.run("show", "safetensors");
        assertThat(several.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(several.err()).contains("[ambiguous]");
    }

    @Test
    void remembersRowsOfTheLastList() {
        assay.with("ASSAY_SESSION", "test");
        assay.run("scan", models.toString());
        String third = assay.run("ls", "-o", "paths").out().lines().toList().get(2);
        assertThat(assay.run("show", "%3", "--json=path").out()).contains(third);
        assertThat(assay.run("ls", "%1-2", "--count").out()).isEqualTo("2\n");
        assertThat(assay.run("ls", "%99").err()).contains("no row %99");
    }

    @Test
    void inspectsWithoutACatalog() {
        Result result = assay.run("inspect", models.toString(), "-o", "jsonl");
        assertThat(result.exit()).isEqualTo(ExitCode.OK);
        assertThat(result.out().lines())
                .hasSize(5)
                .allMatch(l ->
                        JsonMapper.shared()
                                .readTree(l)
                                .get("schema")
                                .asString()
                                .equals("assay.inspect/1"));
        assertThat(
                        assay.run("inspect", models.toString(), "--all-files", "-o", "jsonl")
                                .out()
                                .lines())
                .hasSize(6);
        assertThat(folder.resolve(".local/share/assay/catalog.db")).doesNotExist();
    }

    @Test
    void answersNoWhenAFileIsDangerous() {
        assertThat(
                        assay.run("inspect", "--exit-code", models.resolve("evil.ckpt").toString())
                                .exit())
                .isEqualTo(ExitCode.NO);
        assertThat(assay.run("inspect", models.resolve("evil.ckpt").toString()).exit())
                .isEqualTo(ExitCode.OK);
        assertThat(assay.run("inspect", "nofile").exit()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void printsHostileFileNamesInert() throws IOException {
        Path hostile = Files.createDirectories(folder.resolve("hostile"));
        int made = 0;
        for (String name : HostileText.STRINGS) {
            made += make(hostile, name) ? 1 : 0;
        }
        assertThat(made).isGreaterThan(25);
        assay.run("scan", hostile.toString(), "--hash");
        for (String form : List.of("table", "list", "tsv", "csv", "md", "json", "jsonl", "ids")) {
            for (String command : List.of("ls", "inspect", "hash")) {
                Result result =
                        command.equals("ls")
                                ? assay.onTerminal(100).run("ls", "-o", form)
                                : assay.onTerminal(100)
                                        .run(
                                                command,
                                                hostile.toString(),
                                                "-o",
                                                form,
                                                "--progress=none");
                assertThat((result.out() + result.err()).lines())
                        .as(command + " -o " + form)
                        .allMatch(HostileText::isSafe);
            }
        }
        JsonNode list = JsonMapper.shared().readTree(assay.run("ls", "--json").out());
        List<String> names = list.valueStream().map(m -> m.get("name").asString()).toList();
        assertThat(names)
                .hasSize(made)
                .allMatch(name ->
                        HostileText.STRINGS.stream().anyMatch(s -> name.equals(fileName(s))));
    }

    private static boolean make(Path hostile, String text) {
        try {
            Models.lora(hostile.resolve(fileName(text)));
            return true;
        } catch (InvalidPathException | IOException e) {
            return false; // no file system has such a name
        }
    }

    private static String fileName(String text) {
        return text.substring(0, Math.min(60, text.length())).replace('/', '_') + ".safetensors";
    }

    @Test
    void completesModelsFiltersAndFiles() {
        assay.run("scan", models.toString());
        assertThat(assay.run("__complete", "--", "sc").out()).startsWith("scan\t");
        assertThat(assay.run("__complete", "--", "ls", "add").out())
                .contains("add_detail_v2.safetensors\tlora");
        assertThat(assay.run("__complete", "--", "ls", "detail").out())
                .contains("add_detail_v2.safetensors");
        assertThat(assay.run("__complete", "--", "ls", "type:l").out())
                .contains("type:lora\t1 model");
        assertThat(assay.run("__complete", "--", "hash", "-a", "sha256,bla").out())
                .contains("sha256,blake3\t");
        assertThat(assay.run("__complete", "--", "hash", "models/l").out())
                .startsWith("models/loras/");
        assertThat(assay.run("__complete", "--", "config", "set", "ui.color", "al").out())
                .startsWith("always");
        assertThat(assay.run("__complete", "--", "hash", "--ta").out()).startsWith("--tag\t");
    }

    @Test
    void runsTheLinesOfAFile() throws IOException {
        Path script = folder.resolve("nightly.assay");
        Files.writeString(
                script,
                "# every night\n"
                        + "scan models\n"
                        + "assay ls type:lora -o paths > found.txt\n"
                        + "ls nonsense\n");
        Result result = assay.run("run", script.toString());
        assertThat(result.exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(Files.readString(folder.resolve("found.txt")))
                .endsWith("add_detail_v2.safetensors\n");
        assertThat(assay.run("run", "-e", script.toString()).exit()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void whatRunWasToldHoldsForEachLineUnlessTheLineSaysOtherwise() throws IOException {
        Path inner = folder.resolve("inner.assay");
        Files.writeString(inner, "ls type:lora\n");
        Path script = folder.resolve("nightly.assay");
        Files.writeString(
                script,
                "scan models --catalog other.db\n"
                        + "scan models -q\n"
                        + "ls -o paths > found.txt\n"
                        + "run inner.assay > inner.json\n"
                        + "rm nonsense\n");
        Result result =
                assay.run("run", script.toString(), "--catalog", "named.db", "--json", "--yes");
        assertThat(folder.resolve("other.db")).exists();
        assertThat(folder.resolve("named.db")).exists();
        assertThat(assay.run("ls").out()).isEmpty();
        assertThat(Files.readString(folder.resolve("found.txt"))).contains("models/loras/");
        assertThat(Files.readString(folder.resolve("inner.json"))).startsWith("[");
        assertThat(result.err()).contains("\"schema\":\"assay.error/1\"");
    }

    @Test
    void examinesItsOwnHealth() {
        assertThat(assay.run("doctor").exit()).isEqualTo(ExitCode.OK);
        assertThat(assay.run("doctor", "-o", "json").out()).contains("assay.doctor/1");
    }

    @Test
    void saysInOneLineThatNothingWasAskedWithoutAToken() {
        Result result = assay.run("scan", models.toString());
        assertThat(result.err().lines().filter(line -> line.contains("token"))).hasSize(1);
        assertThat(IntStream.of(scan().get("summary").get("requests").asInt())).containsExactly(0);
    }
}
