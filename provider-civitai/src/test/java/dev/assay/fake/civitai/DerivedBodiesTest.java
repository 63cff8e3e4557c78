package dev.assay.fake.civitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fake's refusals against the texts that the API's own schemas give, where those are at hand.
 */
class DerivedBodiesTest {
    private static final Path FOLDER = Path.of("../../shared/fixtures/civitai-derived");
    private static final String A = "A1".repeat(32);

    private FakeCivitai fake;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        client = new Client(fake.baseUrl());
        fake.add(ModelSpec.model(1).archived().version(11, v -> v.file(A)));
        fake.add(ModelSpec.model(2).privately().version(21, v -> v.file(A)));
        fake.add(ModelSpec.model(3).version(31, v -> v.with("usageControl", "Generation").file(A)));
        fake.add(ModelSpec.model(4).version(41, v -> v.file("B2".repeat(32), FileSpec::hidden)));
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400-model-id-fraction.json, 400, /api/v1/models/1.5",
        "400-model-id-huge.json, 400, /api/v1/models/99999999999999999999",
        "400-model-id-nan.json, 400, /api/v1/models/abc",
        "400-model-id-zero.json, 400, /api/v1/models/0",
        "400-model-version-id-nan.json, 400, /api/v1/model-versions/abc",
        "400-models-limit-101.json, 400, /api/v1/models?limit=101",
        "400-query-with-page.json, 400, /api/v1/models?query=a&page=2",
        "400-version-id-zero.json, 400, /api/v1/model-versions/0",
        "401-unauthorized.json, 401, /api/v1/me",
        "404-model-not-found.json, 404, /api/v1/models/999999999",
        "404-version-not-found.json, 404, /api/v1/model-versions/999",
        "404-version-missing-file.json, 404, /api/v1/model-versions/41",
        "429-too-many-pages.json, 429, /api/v1/models?page=11&limit=100",
        "500-version.json, 500, /api/v1/model-versions/9999999999",
        "download-401-disabled.json, 401, /api/download/models/31",
        "download-403-no-access.json, 403, /api/download/models/21",
        "download-404.json, 404, /api/download/models/999",
        "download-410-archived.json, 410, /api/download/models/11",
    })
    void refusesReadingRequestsInTheSameWords(String fixture, int status, String path)
            throws IOException {
        check(fixture, status, client.get(path));
    }

    @ParameterizedTest
    @CsvSource({
        "400-by-hash-101.json, by-hash, many:101",
        "400-by-hash-ids-10001.json, by-hash/ids, many:10001",
        "400-by-hash-mixed.json, by-hash, mixed",
        "400-by-hash-object-body.json, by-hash, {}",
        "400-by-hash-short-hash.json, by-hash, short",
        "400-by-hash-string-body.json, by-hash, '\"x\"'",
    })
    void refusesBatchesInTheSameWords(String fixture, String route, String body)
            throws IOException {
        check(fixture, 400, client.post("/api/v1/model-versions/" + route, batch(body)));
    }

    private static String batch(String body) {
        if (body.startsWith("many:")) {
            return Json.write(Collections.nCopies(Integer.parseInt(body.substring(5)), A));
        }
        List<Object> mixed = new ArrayList<>(Arrays.asList(A, "abc", 5L, null));
        return switch (body) {
            case "mixed" -> Json.write(mixed);
            case "short" -> Json.write(List.of("abc"));
            default -> body;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "451-region.json, 451",
        "500-unexpected.json, 500",
        "503-search-overloaded.json, 503"
    })
    void failsInTheSameWords(String fixture, int status) throws IOException {
        fake.faults()
                .always(
                        Route.MODELS,
                        switch (status) {
                            case 451 -> Faults.regionBlocked();
                            case 500 -> Faults.error500Json();
                            default -> Faults.overloaded();
                        });
        check(fixture, status, client.get("/api/v1/models"));
    }

    private static void check(String fixture, int status, Client.Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assumeTrue(Files.isDirectory(FOLDER), "the derived bodies are not at hand");
        String expected = Files.readString(FOLDER.resolve(fixture)).strip();
        assertThat(answer.json()).isEqualTo(Json.parse(expected));
    }
}
