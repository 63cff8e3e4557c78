package dev.assay.provider.civitai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.RecordedBodies;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every body of the real site that is at hand, asked for by the hashes in it. */
class RecordedAnswersTest {
    private static final Path FOLDER = Path.of("../../shared/fixtures/civitai");

    @Test
    void allParseAndLoseNothing() throws Exception {
        assumeTrue(Files.isDirectory(FOLDER), "the recorded bodies are not at hand");
        try (FakeCivitai fake = FakeCivitai.start();
                Questions questions = new Questions(new PlainGateway("none"), fake.baseUrl())) {
            RecordedBodies.Loaded loaded = fake.load(FOLDER);
            Set<String> hashes = new HashSet<>(fake.knownSha256s());
            Map<String, Outcome> outcomes = questions.bySha256(hashes);
            System.out.println(
                    "Recorded bodies: %d models, %d versions, %d hashes, %d requests"
                            .formatted(
                                    loaded.models(),
                                    loaded.versions(),
                                    hashes.size(),
                                    fake.log().count()));
            assertThat(outcomes.keySet()).isEqualTo(hashes);
            outcomes.forEach((hash, outcome) ->
                    assertThat(outcome)
                            .as(hash)
                            .isInstanceOfSatisfying(
                                    Outcome.Found.class,
                                    found -> check(found.candidates().getFirst().model())));
        }
    }

    private static void check(ModelInfo model) {
        assertThat(model.modelId()).matches("\\d+");
        assertThat(model.versionId()).matches("\\d+");
        assertThat(model.modelName()).isPresent();
        assertThat(model.versionName()).isPresent();
        assertThat(model.description().orElse("")).doesNotContain("<p>", "</", "&nbsp;");
        assertThat(model.raw()).isNotBlank();
    }

    @Test
    void everyModelIsFoundByItsAddress() throws Exception {
        assumeTrue(Files.isDirectory(FOLDER), "the recorded bodies are not at hand");
        try (FakeCivitai fake = FakeCivitai.start();
                Questions questions = new Questions(new PlainGateway("none"), fake.baseUrl())) {
            fake.load(FOLDER);
            Outcome outcome = questions.provider().fetch("1231067@1387174");
            assertThat(outcome).isInstanceOf(Outcome.Found.class);
        }
    }
}
