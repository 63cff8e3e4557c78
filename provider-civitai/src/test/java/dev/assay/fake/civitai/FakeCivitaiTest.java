package dev.assay.fake.civitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeCivitaiTest {
    private static final String A = "A1".repeat(32);

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

    private List<Object> items(String query) throws IOException {
        return Json.array(client.get("/api/v1/models?" + query).object().get("items"));
    }

    @Test
    void hidesModelsUnlessTheRightFlagsAreSent() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A)));
        fake.add(ModelSpec.model(2).nsfw().version(21, v -> v.file(A)));
        fake.add(ModelSpec.model(3).archived().version(31, v -> v.file(A)));
        fake.add(ModelSpec.model(4).minor().version(41, v -> v.file(A)));
        fake.add(ModelSpec.model(5).privately().version(51, v -> v.file(A)));
        fake.add(ModelSpec.model(6).poi().version(61, v -> v.file(A)));
        fake.add(ModelSpec.model(7).unrated().version(71, v -> v.file(A)));
        assertThat(items("ids=1,2,3,4,5,6,7"))
                .extracting(i -> Json.object(i).get("id"))
                .containsExactly(1L, 4L);
        assertThat(items("ids=1,2,3,4&ids=5,6,7&nsfw=true&archived=true"))
                .extracting(i -> Json.object(i).get("id"))
                .containsExactly(1L, 2L, 3L);
        assertThat(client.get("/api/v1/models/4").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/models/5").object())
                .containsEntry("error", "No model with id 5");
        assertThat(client.get("/api/v1/models/7").status()).isEqualTo(404);
    }

    @Test
    void pagesThroughACursorAndEchoesTheQuery() throws IOException {
        for (int i = 1; i <= 150; i++) {
            fake.add(ModelSpec.model(i).version(i, v -> v.file(A)));
        }
        fake.switches().turnOn(Switches.Switch.REPEATED_ITEMS);
        Map<String, Object> page = client.get("/api/v1/models?nsfw=true&token=zz").object();
        Map<String, Object> metadata = Json.object(page.get("metadata"));
        assertThat(Json.array(page.get("items"))).hasSize(100);
        assertThat(metadata.get("nextCursor")).isInstanceOf(String.class);
        assertThat(String.valueOf(metadata.get("nextPage"))).contains("token=zz");
        Map<String, Object> last = client.get(String.valueOf(metadata.get("nextPage"))).object();
        assertThat(Json.array(last.get("items"))).hasSize(51);
        assertThat(Json.object(last.get("metadata"))).isEmpty();
        assertThat(client.get("/api/v1/models?limit=101").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/models?page=11&limit=100").status()).isEqualTo(429);
        assertThat(client.get("/api/v1/models?ids=x").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/models?favorites=1").status()).isEqualTo(401);
    }

    @Test
    void leavesEmptyMembersOutOfAModelAskedById() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.with("trainedWords", List.of()).file(A)));
        Object version =
                Json.array(client.get("/api/v1/models/1").object().get("modelVersions")).getFirst();
        assertThat(Json.object(version))
                .doesNotContainKeys("trainedWords", "description", "images", "modelId");
    }

    @Test
    void answersAVersionByItsIdWithoutAZoneAndOnlyWhenRated() throws IOException {
        fake.add(
                ModelSpec.model(1)
                        .version(11, v -> v.file(A))
                        .version(12, v -> v.unrated().file(A)));
        Object file =
                Json.array(client.get("/api/v1/model-versions/11").object().get("files"))
                        .getFirst();
        assertThat(String.valueOf(Json.object(file).get("scannedAt"))).doesNotContain("Z");
        assertThat(client.get("/api/v1/model-versions/12").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/model-versions/abc").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/model-versions/0").object())
                .containsEntry("error", "Missing modelVersionId");
        assertThat(client.get("/api/v1/model-versions/9999999999").status()).isEqualTo(500);
        assertThat(client.ask("HEAD", "/api/v1/model-versions/11", null).status()).isEqualTo(405);
        assertThat(client.get("/api/v1/model-versions/mini/11").object())
                .containsKey("downloadUrls");
    }

    @Test
    void listsALinkedVaeOnlyWhenTheVersionIsAskedById() throws IOException {
        String vae = "C3".repeat(32);
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A).linkedVae(vae)));
        assertThat(client.get("/api/v1/model-versions/11").body()).contains(vae);
        assertThat(client.get("/api/v1/model-versions/by-hash/" + A).body()).doesNotContain(vae);
        assertThat(client.get("/api/v1/model-versions/by-hash/" + vae).status()).isEqualTo(404);
    }

    @Test
    void knowsItsUsersAndRemembersEveryKeyItSaw() throws IOException {
        assertThat(client.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(client.get("/api/v1/me", "Authorization", "Bearer bad").status()).isEqualTo(401);
        assertThat(client.get("/api/v1/me", "Authorization", "Bearer good").status())
                .isEqualTo(200);
        fake.accept("canary");
        assertThat(client.get("/api/v1/me?token=canary").status()).isEqualTo(200);
        assertThat(fake.log().withKey()).hasSize(3);
        assertThat(fake.log().carrying("canary")).hasSize(1);
    }

    @Test
    void sendsDownloadsToTheOtherOriginWhichWantsNoKey() throws IOException {
        byte[] content = "hello".getBytes(StandardCharsets.UTF_8);
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A, f -> f.content(content))));
        Client.Answer redirect = client.get("/api/download/models/11");
        assertThat(redirect.status()).isEqualTo(307);
        String location = redirect.header("Location");
        assertThat(location).startsWith(fake.storageUrl()).contains("X-Amz-Signature");
        assertThat(client.get(location).body()).isEqualTo("hello");
        assertThat(client.get(location, "Range", "bytes=1-2").body()).isEqualTo("el");
        assertThat(client.get(location, "Authorization", "Bearer good").status()).isEqualTo(400);
    }

    @Test
    void challengesClientsThatDoNotSayWhoTheyAre() throws IOException {
        Client.Answer answer = client.get("/api/v1/models", "User-Agent", "Java-http-client/25");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Just a moment");
        fake.switches().turnOff(Switches.Switch.CHALLENGE_LIBRARY_AGENTS);
        assertThat(client.get("/api/v1/models", "User-Agent", "Java-http-client/25").status())
                .isEqualTo(200);
    }

    @Test
    void failsAsScriptedAndOnlyThen() throws IOException {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A)));
        String path = "/api/v1/model-versions/by-hash/" + A;
        fake.faults()
                .on(Route.BY_HASH, 2, Faults.gateway(524))
                .on(Route.BY_HASH, 3, Faults.halfBody());
        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.get(path).status()).isEqualTo(524);
        assertThatThrownBy(() -> client.get(path)).isInstanceOf(IOException.class);
        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(fake.log().count(Route.BY_HASH)).isEqualTo(4);
    }

    @Test
    void answersUnknownPathsWithAPage() throws IOException {
        Client.Answer answer = client.get("/api/v1/nothing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }
}
