package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.render.HostileText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strings that have fooled terminals, as names of files, texts of a server, tags and notes: every
 * form that people read shows them inert, and JSON gives them back exactly.
 */
class HostileTextTest {
    private static final List<String> FORMS =
            List.of("table", "list", "tsv", "csv", "md", "ids", "json", "jsonl");

    @TempDir Path folder;
    private FakeCivitai fake;
    private Path models;
    private TestHost assay;
    private List<String> strings = List.of();
    private final Map<Path, String> files = new LinkedHashMap<>();

    @BeforeEach
    void begin() throws IOException, NoSuchAlgorithmException {
        fake = FakeCivitai.start();
        models = Files.createDirectories(folder.resolve("models"));
        assay =
                new TestHost(folder)
                        .with("ASSAY_CIVITAI_BASE_URL", fake.baseUrl())
                        .with("ASSAY_PROVIDERS_CIVITAI_INTERVAL", "0s")
                        .with("ASSAY_SESSION", "test")
                        .onTerminal(100);
        strings = strings();
        for (int number = 0; number < strings.size(); number++) {
            add(number, strings.get(number));
        }
        assay.run("scan", models.toString(), "--identify", "all", "--anonymous", "-q");
    }

    /** Ours, and those of the shared fixtures where they are. */
    private static List<String> strings() throws IOException {
        List<String> all = new ArrayList<>(HostileText.STRINGS);
        Path fixture = Path.of("../../shared/fixtures/hostile/text.jsonl");
        if (Files.exists(fixture)) {
            for (String line : Files.readAllLines(fixture)) {
                all.add(JsonMapper.shared().readTree(line).get("text").asString());
            }
        }
        System.out.println("Hostile text: " + all.size() + " strings");
        return all;
    }

    /** A model whose every text is hostile, and a file of it that is named so where that can be. */
    private void add(int number, String text) throws IOException, NoSuchAlgorithmException {
        byte[] content = ("model " + number).getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        fake.add(
                ModelSpec.model(1000 + number)
                        .named(text)
                        .with("description", text)
                        .with("tags", List.of(text))
                        .with("creator", Map.of("username", text))
                        .version(
                                5000 + number,
                                version ->
                                        version.named(text)
                                                .with("baseModel", text)
                                                .with("trainedWords", List.of(text))
                                                .file(sha256)));
        files.put(write(number, text, content), text);
    }

    private Path write(int number, String text, byte[] content) throws IOException {
        String name = text.substring(0, Math.min(60, text.length())).replace('/', '_');
        try {
            return Files.write(models.resolve(number + name + ".ckpt"), content);
        } catch (InvalidPathException | IOException e) {
            return Files.write(models.resolve(number + ".ckpt"), content);
        }
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    /** Without the bar that is drawn where a command takes long: its signs are our own. */
    private void showsNothingForbidden(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--progress", "none"));
        Result result = assay.run(line.toArray(String[]::new));
        assertThat((result.out() + result.err()).lines())
                .as(String.join(" ", words))
                .allMatch(HostileText::isSafe);
    }

    private static String[] with(String form, String... words) {
        return Stream.concat(Stream.of(words), Stream.of("-o", form)).toArray(String[]::new);
    }

    @Test
    void showsFileNamesAndTextsOfServersInert() {
        for (String form : FORMS) {
            showsNothingForbidden(with(form, "ls"));
            showsNothingForbidden(with(form, "show", models.toString(), "--all"));
            showsNothingForbidden(with(form, "search", "model", "is:identified"));
            showsNothingForbidden(with(form, "inspect", models.toString()));
            showsNothingForbidden(with(form, "hash", models.toString()));
            showsNothingForbidden(with(form, "verify"));
            showsNothingForbidden(
                    with(form, "identify", models.toString(), "--refresh", "--offline"));
            showsNothingForbidden(with(form, "stats", "--by", "creator,base,root"));
        }
        files.keySet().forEach(HostileTextTest::edit);
        for (String form : FORMS) {
            showsNothingForbidden(with(form, "verify"));
        }
        files.keySet().forEach(HostileTextTest::delete);
        assay.run("scan", models.toString());
        for (String form : FORMS) {
            showsNothingForbidden(with(form, "prune", "--gone", "0d", "-n"));
        }
    }

    private static void edit(Path file) {
        try {
            Files.writeString(file, "other");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void givesTextsBackExactlyInJson() {
        JsonNode all = JsonMapper.shared().readTree(assay.run("ls", "--json").out());
        assertThat(all.size()).isEqualTo(files.size());
        int exact = 0;
        for (JsonNode model : all) {
            String text = files.getOrDefault(Path.of(model.get("path").asString()), "");
            if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
                JsonNode info = model.get("civitai_info");
                assertThat(info.get("model_name").asString()).isEqualTo(text);
                assertThat(info.get("creator").asString()).isEqualTo(text);
                assertThat(info.get("trained_words").get(0).asString()).isEqualTo(text);
                exact++;
            }
        }
        assertThat(exact).isGreaterThan(35);
    }

    @Test
    void keepsTagsAndNotesExactlyAndShowsThemInert() {
        List<String> texts = new ArrayList<>();
        List<Path> paths = List.copyOf(files.keySet());
        for (int i = 0; i < paths.size(); i++) {
            String text = strings.get(i);
            boolean whole =
                    text.equals(
                            new String(
                                    text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            if (whole && text.indexOf('\0') < 0) {
                assay.run("tag", "add", text, paths.get(i).toString());
                assay.run("note", paths.get(i).toString(), "-m", text);
                texts.add(text);
            }
        }
        JsonNode listed = JsonMapper.shared().readTree(assay.run("tag", "ls", "--json").out());
        assertThat(listed.findValuesAsString("tag"))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(texts));
        JsonNode notes = JsonMapper.shared().readTree(assay.run("note", "--json").out());
        assertThat(notes.findValuesAsString("note")).containsExactlyInAnyOrderElementsOf(texts);
        for (String form : FORMS) {
            showsNothingForbidden(with(form, "tag", "ls"));
            showsNothingForbidden(with(form, "note"));
            showsNothingForbidden(with(form, "show", models.toString(), "--all"));
        }
    }
}
