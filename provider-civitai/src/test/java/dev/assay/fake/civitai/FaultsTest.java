package dev.assay.fake.civitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String A = "A1".repeat(32);
    private static final String PATH = "/api/v1/model-versions/by-hash/" + A;

    private FakeCivitai fake;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        fake.add(
                ModelSpec.model(1).named("Curly {name}").version(11, v -> v.named("v{1}").file(A)));
        client = new Client(fake.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    private Client.Answer ask(Fault fault) throws IOException {
        fake.faults().clear();
        fake.faults().always(Route.BY_HASH, fault);
        return client.get(PATH);
    }

    @Test
    void driftsTheHealthyAnswerWithoutBreakingIt() throws IOException {
        assertThat(ask(Faults.unknownKeys()).object())
                .containsKey("zzNew")
                .containsEntry("name", "v{1}");
        assertThat(ask(Faults.numbersAsStrings()).object()).containsEntry("id", "11");
        assertThat(ask(Faults.unknownEnumValues()).object())
                .containsEntry("baseModel", "NeverSeenBefore");
        assertThat(ask(Faults.loneSurrogates()).body()).contains("\"name\":\"\\ud83dv{1}\"");
        assertThat(ask(Faults.duplicateKeys()).body())
                .contains("\"name\":\"other\",\"name\":\"v{1}\"");
        assertThat(ask(Faults.byteOrderMark()).body()).startsWith("\uFEFF{");
        assertThat(ask(Faults.hugeMeta()).body().length()).isGreaterThan(5_000_000);
        assertThat(ask(Faults.nullBody()).body()).isEqualTo("null");
    }

    @Test
    void packsTheAnswerAndSaysSoOrNot() throws IOException {
        assertThat(ask(Faults.gzip(true)).header("Content-Encoding")).isEqualTo("gzip");
        Client.Answer silent = ask(Faults.gzip(false));
        assertThat(silent.header("Content-Encoding")).isEqualTo("null");
        assertThat(silent.body()).startsWith("\u001f");
    }

    @Test
    void asksForPatienceInSecondsOrUntilADate() throws IOException {
        assertThat(ask(Faults.tooMany("7")).header("Retry-After")).isEqualTo("7");
        Client.Answer until = ask(Faults.tooManyUntil(Instant.parse("2026-01-02T03:04:05Z")));
        assertThat(until.header("Retry-After")).isEqualTo("Fri, 2 Jan 2026 03:04:05 GMT");
        assertThat(until.status()).isEqualTo(429);
        assertThat(ask(Faults.overloaded()).header("Retry-After")).isEqualTo("2");
    }

    @Test
    void breaksTheConnectionInEveryWay() throws IOException {
        assertThatThrownBy(() -> ask(Faults.closeAtOnce())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(Faults.reset())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(Faults.halfBody())).isInstanceOf(IOException.class);
        assertThat(ask(Faults.cut(20)).body()).isEmpty();
    }

    @Test
    void dripsAWholeAnswer() throws IOException {
        assertThat(ask(Faults.drip(100, Duration.ofMillis(1))).object()).containsEntry("id", 11L);
    }

    @Test
    void replaysARawResponse() throws IOException {
        byte[] raw =
                "HTTP/1.1 418 Teapot\r\nContent-Length: 2\r\n\r\nhi"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(ask(Faults.raw(raw)).status()).isEqualTo(418);
        try (RawReplies replies = RawReplies.start(raw, new Delivery.Dripped(1, Duration.ZERO))) {
            assertThat(new Client(replies.baseUrl()).get("/any").body()).isEqualTo("hi");
            assertThat(replies.requests()).isEqualTo(1);
        }
    }

    @Test
    void bringsHostileResponsesOfItsOwnAndTheRecordedOnes() throws IOException {
        List<HostileResponse> recorded =
                HostileResponse.recorded(Path.of("../../shared/fixtures/hostile"));
        System.out.println("Recorded hostile responses at hand: " + recorded.size());
        assertThat(recorded.size()).isIn(0, 30);
        assertThat(HostileResponse.own())
                .hasSizeGreaterThan(30)
                .allSatisfy(one -> assertThat(one.deliveries()).isNotEmpty());
    }

    @Test
    void isAsSlowAsTheRealSite() {
        Request request = new Request("", "GET", PATH, "", Map.of(), new byte[0]);
        Latency real = Latency.real(5);
        int edge = 0;
        int slow = 0;
        for (int i = 0; i < 10_000; i++) {
            Reply reply = real.slow(Route.BY_HASH, request, Reply.json(200, "{}"));
            edge += reply.status() == 524 ? 1 : 0;
            slow += reply.delay().equals(Duration.ofSeconds(5)) ? 1 : 0;
        }
        assertThat(edge).isBetween(5, 50);
        assertThat(slow).isBetween(50, 200);
    }
}
