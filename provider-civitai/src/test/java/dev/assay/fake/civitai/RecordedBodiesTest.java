package dev.assay.fake.civitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordedBodiesTest {
    private static final Path FOLDER = Path.of("../../shared/fixtures/civitai");

    @Test
    void takesAModelAPageAndAVersion() {
        String version =
                "{\"id\":11,\"modelId\":1,\"name\":\"v\",\"model\":{\"name\":\"m\"},\"files\":[]}";
        String model = "{\"id\":2,\"modelVersions\":[{\"id\":21,\"files\":[{\"id\":1}]}]}";
        assertThat(RecordedBodies.read(version).getFirst().versions.getFirst().id).isEqualTo(11);
        assertThat(RecordedBodies.read(model).getFirst().versions.getFirst().files).hasSize(1);
        assertThat(RecordedBodies.read("{\"items\":[" + model + "," + model + "]}")).hasSize(2);
        assertThat(RecordedBodies.read("[{\"modelVersionId\":1,\"hash\":\"A\"}]")).isEmpty();
    }

    @Test
    void replaysEveryRecordedModelByItsIdAndItsHashes() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "the recorded bodies are not at hand");
        try (FakeCivitai fake = FakeCivitai.start()) {
            RecordedBodies.Loaded loaded = fake.load(FOLDER);
            System.out.println("Recorded bodies replayed: " + loaded);
            assertThat(loaded.models()).isGreaterThanOrEqualTo(34);
            assertThat(loaded.leftOut()).hasSize(3);
            Client client = new Client(fake.baseUrl());
            Set<String> hashes = new HashSet<>(fake.knownSha256s());
            for (String hash : hashes) {
                assertThat(client.get("/api/v1/model-versions/by-hash/" + hash).status())
                        .isEqualTo(200);
            }
            String all = Json.write(List.copyOf(hashes));
            Object rows = client.post("/api/v1/model-versions/by-hash/ids", all).json();
            assertThat(Json.array(rows)).hasSameSizeAs(fake.knownSha256s());
        }
    }
}
