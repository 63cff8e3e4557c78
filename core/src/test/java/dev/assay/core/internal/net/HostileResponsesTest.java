package dev.assay.core.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.Delivery;
import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.HostileResponse;
import dev.assay.fake.civitai.RawReplies;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway against responses nobody should trust: whole, in small pieces, cut and reset. */
class HostileResponsesTest {
    private static final Path RECORDED = Path.of("../../shared/fixtures/hostile");
    private static final String SECRET = "s3cr3t-of-the-test";
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Gateways GATEWAYS = new Gateways(context(DEADLINE));

    static Stream<HostileResponse> responses() throws IOException {
        List<HostileResponse> all = new ArrayList<>(HostileResponse.own());
        List<HostileResponse> recorded = HostileResponse.recorded(RECORDED);
        all.addAll(recorded);
        System.out.println("Hostile responses: " + all.size() + ", recorded " + recorded.size());
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("responses")
    void comeToAnEndInTimeAndKeepTheSecretHome(HostileResponse hostile) throws Exception {
        try (FakeCivitai elsewhere = FakeCivitai.start()) {
            for (Delivery way : hostile.deliveries()) {
                long start = System.nanoTime();
                HttpResult result = ask(hostile.bytes(), way);
                long took = System.nanoTime() - start;
                assertThat(Duration.ofNanos(took))
                        .as("%s %s", hostile, way)
                        .isLessThan(DEADLINE.multipliedBy(4));
                assertThat(told(result)).doesNotContain(SECRET);
                check(hostile, way, result);
            }
            assertThat(elsewhere.log().count()).isZero();
        }
    }

    private static void check(HostileResponse hostile, Delivery way, HttpResult result) {
        if (result instanceof HttpResult.Reply reply) {
            int body = hostile.bytes().length - hostile.headLength();
            boolean honest = head(hostile).contains("Content-Length: " + body + "\r\n");
            if (honest && reply.status() == 200 && !(way instanceof Delivery.ThenClose)) {
                boolean packed = head(hostile).contains("Content-Encoding");
                assertThat(reply.body().length)
                        .as("%s %s is not taken for a whole body", hostile, way)
                        .isGreaterThanOrEqualTo(packed ? body + 1 : body);
            }
            assertThat(reply.body().length).isLessThanOrEqualTo(16 << 20);
        }
    }

    private static String head(HostileResponse hostile) {
        return new String(hostile.bytes(), 0, hostile.headLength(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void endInTheirKindWhenTheyComeWhole(HostileResponse hostile) throws Exception {
        HttpResult result = ask(hostile.bytes(), new Delivery.ThenClose());
        int status = status(hostile);
        boolean page = head(hostile).contains("text/html");
        if (status >= 300 && status < 400 && head(hostile).contains("Location: ")) {
            assertThat(kind(result)).contains(Kind.REDIRECTED);
        } else if (page && (status == 200 || status == 404)) {
            assertThat(kind(result)).contains(Kind.WEB_PAGE);
        } else if (hostile.expected().equals("AUTH_ERROR")) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            HttpResult.Reply.class, r -> assertThat(r.status()).isEqualTo(401));
        } else if (hostile.expected().equals("FOUND")) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            HttpResult.Reply.class, r -> assertThat(r.text()).contains("2514310"));
        } else {
            boolean settled = result instanceof HttpResult.Reply reply && reply.status() == 200;
            assertThat(settled || kind(result).isPresent() || status != 200).isTrue();
        }
    }

    private static int status(HostileResponse hostile) {
        String[] words = head(hostile).split("[ \r\n]", 3);
        return words.length > 1 && words[0].startsWith("HTTP/") ? Integer.parseInt(words[1]) : 0;
    }

    private static Optional<Kind> kind(HttpResult result) {
        return result instanceof HttpResult.NoReply none
                ? Optional.of(none.kind())
                : Optional.empty();
    }

    private static String told(HttpResult result) {
        return switch (result) {
            case HttpResult.Reply reply -> reply.headers().toString();
            case HttpResult.NoReply none -> none.toString();
        };
    }

    @AfterAll
    static void close() {
        GATEWAYS.close();
    }

    @Test
    void aLargeBodyIsGivenUpAtTheCap() throws Exception {
        HostileResponse huge =
                HostileResponse.own().stream()
                        .filter(r -> r.name().equals("huge string"))
                        .findFirst()
                        .orElseThrow();
        assertThat(kind(ask(huge.bytes(), new Delivery.ThenClose()))).contains(Kind.TOO_LARGE);
    }

    @Test
    void aSlowBodyIsGivenUpAtTheDeadline() throws Exception {
        HostileResponse match = HostileResponse.own().getFirst();
        try (Gateways hasty = new Gateways(context(Duration.ofMillis(300)))) {
            HttpResult result = ask(match.bytes(), new Delivery.Stalled(200), hasty);
            assertThat(kind(result)).contains(Kind.TOO_SLOW);
        }
    }

    private static HttpResult ask(byte[] response, Delivery way) throws Exception {
        return ask(response, way, GATEWAYS);
    }

    private static HttpResult ask(byte[] response, Delivery way, Gateways gateways)
            throws Exception {
        try (RawReplies server = RawReplies.start(response, way)) {
            URI origin = URI.create(server.baseUrl());
            Access access = new Access(List.of(origin), Duration.ZERO, 1);
            Gateway gateway = gateways.open("civitai", access, _ -> Optional.of(SECRET));
            return gateway.send(HttpAsk.get(origin.resolve("/api/v1/any")).withSecret("token"));
        }
    }

    /** The standard ones, with fewer attempts: every way is tried often enough here. */
    private static Limits limits(Duration deadline) {
        Limits standard = Limits.standard();
        return new Limits(
                deadline,
                standard.maxBody(),
                2,
                standard.firstWait(),
                standard.longestWait(),
                standard.longestPause(),
                standard.waiting(),
                standard.requests(),
                standard.redirects(),
                standard.failures());
    }

    private static Gateways.Context context(Duration deadline) {
        return new Gateways.Context(
                limits(deadline),
                new PaperTime(),
                new Random(1),
                false,
                _ -> {},
                "assay/test",
                Map.of());
    }

    /** Time that passes only when somebody sleeps. */
    private static final class PaperTime implements Time {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        @Override
        public synchronized Instant now() {
            return now;
        }

        @Override
        public synchronized long nanos() {
            return Duration.between(Instant.EPOCH, now).toNanos();
        }

        @Override
        public synchronized void sleep(Duration time) {
            now = now.plus(time);
        }
    }
}
