package dev.assay.provider.civitai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.HttpResult.Reply;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers that CivitAI gave between 2023 and 2026, where they are at hand. */
class RecordedModelsTest {
    private static final Path FIXTURES = Path.of("../../shared/fixtures");

    private static List<Path> files(String folder) throws IOException {
        Path path = FIXTURES.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static List<ModelInfo> read(Path file) throws IOException, GarbledException {
        JsonNode body = LenientJson.tree(Files.readAllBytes(file));
        List<ModelInfo> models = new ArrayList<>();
        if (Fields.id(body, "modelId").isPresent()) {
            models.add(Models.ofVersion(body, Optional.empty()));
        }
        for (JsonNode version : Models.versions(body)) {
            models.add(Models.ofModel(body, version, Optional.empty()));
        }
        return models;
    }

    @Test
    void allParseWithNameTypeAndDigests() throws Exception {
        List<Path> files = files("civitai");
        int versions = 0;
        int digests = 0;
        for (Path file : files) {
            for (ModelInfo model : read(file)) {
                versions++;
                digests += model.files().stream().mapToInt(one -> one.digests().size()).sum();
                assertThat(model.modelName()).as("%s", file).isPresent();
                assertThat(model.type()).as("%s", file).isPresent();
                assertThat(model.category()).as("%s", file).isPresent();
                assertThat(LenientJson.tree(model.raw().getBytes("UTF-8")).isObject()).isTrue();
                model.description()
                        .ifPresent(text -> assertThat(text).doesNotContain("<p>", "</", "&nbsp;"));
                model.files().forEach(RecordedModelsTest::isConsistent);
            }
        }
        System.out.printf(
                "Recorded answers: %d files, %d versions, %d digests%n",
                files.size(), versions, digests);
        assertThat(files.isEmpty() || versions > 30).isTrue();
    }

    /** AutoV2 is the start of SHA256. */
    private static void isConsistent(PublishedFile file) {
        Optional<Digest> sha256 = digest(file, "sha256");
        digest(file, "autov2")
                .ifPresent(autoV2 ->
                        assertThat(sha256.map(Digest::hex).orElse(autoV2.hex()))
                                .startsWith(autoV2.hex()));
    }

    private static Optional<Digest> digest(PublishedFile file, String id) {
        return file.digests().stream().filter(one -> one.id().value().equals(id)).findFirst();
    }

    @Test
    void errorsAreTakenForAbsentOnlyWhenTheySaySo() throws Exception {
        List<Path> files = new ArrayList<>(files("civitai-derived"));
        files.addAll(files("civitai-errors"));
        int read = 0;
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.matches("\\d{3}-.*")) {
                int status = Integer.parseInt(name.substring(0, 3));
                Reply reply = new Reply(status, Map.of(), Files.readAllBytes(file));
                Answer<JsonNode> answer = Verdict.of(reply, LenientJson::tree);
                assertThat(answer instanceof Answer.Absent).as(name).isEqualTo(status == 404);
                assertThat(answer instanceof Answer.Given).as(name).isFalse();
                read++;
            }
        }
        System.out.printf("Recorded errors: %d%n", read);
        assertThat(files.isEmpty() || read > 20).isTrue();
    }
}
