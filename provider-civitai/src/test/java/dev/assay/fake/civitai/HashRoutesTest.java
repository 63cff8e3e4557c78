package dev.assay.fake.civitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HashRoutesTest {
    private static final String BY_HASH = "/api/v1/model-versions/by-hash";
    private static final String A = "A1".repeat(32);
    private static final String B = "B2".repeat(32);

    private FakeCivitai fake;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        client = new Client(fake.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    @Test
    void findsTheOldestPublishedVersionInAnySpellingOfTheHash() throws IOException {
        fake.add(
                ModelSpec.model(1)
                        .version(30, v -> v.publishedAt("2026-03-01T00:00:00.000Z").file(A)));
        fake.add(
                ModelSpec.model(2)
                        .version(20, v -> v.publishedAt("2026-02-01T00:00:00.000Z").file(A)));
        fake.add(ModelSpec.model(3).version(10, v -> v.publishedAt(null).file(A)));
        Client.Answer answer = client.get(BY_HASH + "/" + A.toLowerCase(java.util.Locale.ROOT));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object()).containsEntry("id", 20L).containsEntry("modelId", 2L);
        assertThat(answer.header("Cache-Control")).contains("s-maxage=3600");
    }

    @Test
    void findsByAutoV3OfTwelveDigitsAlone() throws IOException {
        fake.add(
                ModelSpec.model(1)
                        .version(11, v -> v.file(A, f -> f.hash("AutoV3", "0123456789ab"))));
        assertThat(client.get(BY_HASH + "/0123456789AB").status()).isEqualTo(200);
        assertThat(client.get(BY_HASH + "/0123456789AB" + "0".repeat(52)).status()).isEqualTo(404);
    }

    @Test
    void answersUnknownHashesWithTheSameCacheHeaderAsKnownOnes() throws IOException {
        Client.Answer answer = client.get(BY_HASH + "/" + B);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.object()).containsEntry("error", "Model not found");
        assertThat(answer.header("Cache-Control")).contains("s-maxage=3600");
    }

    @Test
    void saysNothingNewToAClientThatHasTheBody() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A)));
        String tag = client.get(BY_HASH + "/" + A).header("ETag");
        Client.Answer again = client.get(BY_HASH + "/" + A, "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(client.ask("HEAD", BY_HASH + "/" + A, null).body()).isEmpty();
    }

    @Test
    void knowsTheVersionButNotTheFileOnceItIsReplaced() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A, FileSpec::replaced).file(B)));
        List<Object> files = Json.array(client.get(BY_HASH + "/" + A).object().get("files"));
        assertThat(files).hasSize(1);
        assertThat(Json.object(Json.object(files.getFirst()).get("hashes")))
                .containsEntry("SHA256", B);
    }

    @Test
    void failsForEverOnAFileWithoutMetadata() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A, f -> f.with("metadata", null))));
        Client.Answer answer = client.get(BY_HASH + "/" + A);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("Internal Server Error");
    }

    @Test
    void givesEveryFileRowOfABatchAndDropsUnknownHashesSilently() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A).file(A)));
        fake.add(ModelSpec.model(2).version(21, v -> v.file(A)));
        Client.Answer answer = client.post(BY_HASH + "/ids", Json.write(List.of(A, B)));
        List<Object> rows = Json.array(answer.json());
        assertThat(rows).hasSize(3);
        assertThat(rows).contains(Json.of("modelVersionId", 21L, "modelId", 2L, "hash", A));
    }

    @Test
    void leavesTheModelOutOfOldRows() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A)));
        fake.switches().turnOn(Switches.Switch.IDS_WITHOUT_MODEL_ID);
        Client.Answer answer = client.post(BY_HASH + "/ids", Json.write(List.of(A)));
        assertThat(Json.array(answer.json()))
                .containsExactly(Json.of("modelVersionId", 11L, "hash", A));
    }

    @Test
    void putsNullAndUndefinedHostsIntoFullBatches() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A)));
        fake.add(ModelSpec.model(2).version(21, v -> v.file(B, FileSpec::hidden)));
        List<Object> bodies = Json.array(client.post(BY_HASH, Json.write(List.of(A, B))).json());
        assertThat(bodies).hasSize(2).containsNull();
        bodies.removeAll(Collections.singleton(null));
        Map<String, Object> body = Json.object(bodies.getFirst());
        assertThat(String.valueOf(body.get("downloadUrl"))).startsWith("https://undefined/");
    }

    @Test
    void refusesAWholeBatchForOneBadElement() throws IOException {
        Client.Answer answer = client.post(BY_HASH + "/ids", Json.write(List.of(A, "short")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Invalid hash").contains("array of SHA256 Hashes");
    }

    @Test
    void refusesBodiesThatAreTooLongTooManyOrNoJson() throws IOException {
        String many = Json.write(Collections.nCopies(10_001, A));
        assertThat(client.post(BY_HASH + "/ids", many).body()).contains("Too many hashes");
        assertThat(client.post(BY_HASH + "/ids", " ".repeat(1 << 20) + "[]").status())
                .isEqualTo(413);
        assertThat(client.post(BY_HASH, "[").body()).isEqualTo("Invalid JSON");
        assertThat(client.get(BY_HASH).body()).contains("received undefined");
        assertThat(client.ask("POST", BY_HASH, "[]", "Content-Type", "text/plain").body())
                .contains("received string");
    }
}
