package dev.assay.core.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Fault;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.Route;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import dev.assay.provider.spi.InvalidSettingException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private static final String SECRET = "canary-5f1d";

    private final PaperTime time = new PaperTime();
    private final List<RequestLog.Exchange> log = new ArrayList<>();
    private FakeCivitai fake;
    private Gateways gateways;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        gateways = new Gateways(context(false));
    }

    @AfterEach
    void stop() throws IOException {
        gateways.close();
        fake.close();
    }

    private Gateways.Context context(boolean offline) {
        return new Gateways.Context(
                Limits.standard(), time, new Random(1), offline, log::add, "assay/test", Map.of());
    }

    private Gateway gateway() {
        return gateway(Duration.ZERO);
    }

    private Gateway gateway(Duration interval) {
        return gateways.open(
                "civitai",
                new Access(List.of(URI.create(fake.baseUrl())), interval, 1),
                _ -> Optional.of(SECRET));
    }

    private HttpAsk enums() {
        return HttpAsk.get(URI.create(fake.baseUrl() + "/api/v1/enums"));
    }

    private HttpAsk me() {
        return HttpAsk.get(URI.create(fake.baseUrl() + "/api/v1/me")).withSecret("token");
    }

    private static Optional<Kind> kind(HttpResult result) {
        return result instanceof NoReply none ? Optional.of(none.kind()) : Optional.empty();
    }

    private static int status(HttpResult result) {
        return result instanceof Reply reply ? reply.status() : 0;
    }

    @Test
    void saysWhoItIsAndAsksForPlainBodies() throws Exception {
        assertThat(status(gateway().send(enums()))).isEqualTo(200);
        var request = fake.log().all().getFirst().request();
        assertThat(request.header("user-agent")).contains("assay/test");
        assertThat(request.header("accept-encoding")).contains("identity");
    }

    @Test
    void keepsRequestsApart() throws Exception {
        Gateway gateway = gateway(Duration.ofSeconds(3));
        for (int i = 0; i < 5; i++) {
            gateway.send(enums());
        }
        assertThat(time.sleeps()).containsExactly(seconds(3), seconds(3), seconds(3), seconds(3));
        assertThat(gateway.requests()).isEqualTo(5);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("429", Faults.tooMany()),
                Arguments.of("500", Faults.error500()),
                Arguments.of("503", Faults.gateway(503)),
                Arguments.of("524", Faults.gateway(524)),
                Arguments.of("cut", Faults.halfBody()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void triesAgainWithGrowingWaits(String name, Fault fault) throws Exception {
        fake.faults().on(Route.ENUMS, 1, 3, fault);
        assertThat(status(gateway().send(enums()))).as(name).isEqualTo(200);
        assertThat(time.sleeps()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(time.sleeps().get(i)).isBetween(seconds(1 << i), seconds(2 << i));
        }
    }

    /** The JDK's client itself sends a GET again when a connection breaks before the first byte. */
    @Test
    void getsOverAConnectionThatBreaksAtOnce() throws Exception {
        fake.faults().on(Route.ENUMS, 1, 2, Faults.reset());
        assertThat(status(gateway().send(enums()))).isEqualTo(200);
    }

    @Test
    void givesTheLastReplyBackWhenNothingHelps() throws Exception {
        fake.faults().always(Route.ENUMS, Faults.gateway(502));
        assertThat(status(gateway().send(enums()))).isEqualTo(502);
        assertThat(fake.log().count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "Tue, 24 Nov 2026 12:00:07 GMT", "Tuesday, 24-Nov-26 12:00:07 GMT"})
    void waitsAsLongAsItIsAskedTo(String retryAfter) throws Exception {
        fake.faults().on(Route.ENUMS, 1, Faults.tooMany(retryAfter));
        assertThat(status(gateway().send(enums()))).isEqualTo(200);
        assertThat(time.sleeps()).containsExactly(seconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "soon", "Sunday, 06-Nov-94 08:49:37 GMT", "1.5", ""})
    void backsOffWhenTheTimeAskedForMakesNoSense(String retryAfter) throws Exception {
        fake.faults().on(Route.ENUMS, 1, Faults.tooMany(retryAfter));
        assertThat(status(gateway().send(enums()))).isEqualTo(200);
        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(seconds(1), seconds(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500", "99999999999999999999"})
    void leavesAServerAloneThatAsksForALongPause(String retryAfter) throws Exception {
        fake.faults().on(Route.ENUMS, 1, Faults.tooMany(retryAfter));
        Gateway gateway = gateway();
        HttpResult first = gateway.send(enums());
        assertThat(status(first)).isEqualTo(429);
        assertThat(time.passed()).isZero();
        gateway.beginRun();
        HttpResult second = gateway.send(enums());
        assertThat(kind(second)).contains(Kind.BUSY);
        assertThat(((NoReply) second).retryAfter()).isPresent();
        assertThat(fake.log().count()).isEqualTo(1);
        time.sleep(Duration.ofDays(2));
        assertThat(status(gateway.send(enums()))).isEqualTo(200);
    }

    @Test
    void doesNotTryAgainWhatTheProviderTakesForFinal() throws Exception {
        fake.faults().always(Route.ENUMS, Faults.pageCap());
        HttpResult result = gateway().send(enums().settledBy(reply -> reply.status() == 429));
        assertThat(status(result)).isEqualTo(429);
        assertThat(fake.log().count()).isEqualTo(1);
    }

    @Test
    void stopsTheRunAfterThreeChallengePagesWithOneReason() throws Exception {
        fake.faults().always(Route.ENUMS, Faults.challenge());
        Gateway gateway = gateway();
        for (int i = 0; i < 3; i++) {
            assertThat(kind(gateway.send(enums()))).contains(Kind.WEB_PAGE);
        }
        HttpResult first = gateway.send(enums());
        assertThat(kind(first)).contains(Kind.STOPPED);
        assertThat(gateway.send(enums())).isEqualTo(first);
        assertThat(fake.log().count()).isEqualTo(3);
        gateway.beginRun();
        fake.faults().clear();
        assertThat(status(gateway.send(enums()))).isEqualTo(200);
    }

    @Test
    void saysOfTheRestOfARunThatTheOtherSideIsBusyWhenItSaidSo() throws Exception {
        fake.faults().always(Route.ENUMS, Faults.tooMany("1"));
        Gateway gateway = gateway();
        for (int i = 0; i < 3; i++) {
            assertThat(status(gateway.send(enums()))).isEqualTo(429);
        }
        assertThat(kind(gateway.send(enums()))).contains(Kind.BUSY);
    }

    @Test
    void oneFailureAmongManyStopsNothing() throws Exception {
        Gateway gateway = gateway();
        for (int i = 0; i < 12; i++) {
            if (i % 3 == 0) {
                fake.faults().always(Route.ENUMS, Faults.error500());
            }
            gateway.send(enums());
            fake.faults().clear();
        }
        assertThat(status(gateway.send(enums()))).isEqualTo(200);
    }

    @Test
    void givesUpAtOnceWhenNobodyIsThere() throws Exception {
        Gateway gateway = gateway();
        fake.close();
        assertThat(kind(gateway.send(enums()))).contains(Kind.UNREACHABLE);
        assertThat(kind(gateway.send(enums()))).contains(Kind.STOPPED);
        assertThat(gateway.requests()).isEqualTo(2);
    }

    @Test
    void waitsNoLongerInOneRunThanItsBudget() throws Exception {
        fake.faults().always(Route.ENUMS, Faults.tooMany("100"));
        Gateway gateway = gateway();
        for (int i = 0; i < 20; i++) {
            gateway.send(enums());
        }
        assertThat(time.passed()).isLessThanOrEqualTo(Limits.standard().waiting());
    }

    @Test
    void sendsNothingOffline() throws Exception {
        try (Gateways offline = new Gateways(context(true))) {
            Gateway gateway =
                    offline.open(
                            "civitai",
                            new Access(List.of(URI.create(fake.baseUrl())), Duration.ZERO, 1),
                            _ -> Optional.of(SECRET));
            assertThat(kind(gateway.send(enums()))).contains(Kind.OFFLINE);
        }
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void refusesServersThatWereNotDeclared() {
        for (String other :
                List.of(fake.storageUrl(), "https://example.org", "http://x@127.0.0.1:1")) {
            assertThatThrownBy(() -> gateway().send(HttpAsk.get(URI.create(other + "/x"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(fake.log().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://civitai.com",
                "http://192.168.1.1",
                "http://localhost.example.org",
                "ftp://localhost",
                "https://me:secret@civitai.com",
                "file:///etc/passwd"
            })
    void takesPlainHttpForThisMachineOnly(String address) {
        Access access = new Access(List.of(URI.create(address)), Duration.ZERO, 1);
        assertThatThrownBy(() -> gateways.open("any", access, _ -> Optional.empty()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void sendsTheSecretOnlyWhereItIsAskedFor() throws Exception {
        Gateway gateway = gateway();
        gateway.send(enums());
        assertThat(fake.log().withKey()).isEmpty();
        gateway.send(me());
        assertThat(fake.log().withKey()).hasSize(1);
    }

    @Test
    void takesASecretNowhereElseWhenSentOn() throws Exception {
        fake.faults().always(Route.ME, Faults.redirect(302, fake.storageUrl() + "/file/1/x"));
        assertThat(kind(gateway().send(me()))).contains(Kind.REDIRECTED);
        assertThat(fake.log().of(Route.STORAGE)).isEmpty();
    }

    @Test
    void leavesTheSecretBehindOnTheWayToAnotherDeclaredServer() throws Exception {
        fake.faults().always(Route.ME, Faults.redirect(307, fake.storageUrl() + "/file/1/x"));
        Gateway both =
                gateways.open(
                        "civitai",
                        new Access(
                                List.of(URI.create(fake.baseUrl()), URI.create(fake.storageUrl())),
                                Duration.ZERO,
                                1),
                        _ -> Optional.of(SECRET));
        both.send(me());
        assertThat(fake.log().of(Route.STORAGE)).hasSize(1);
        assertThat(fake.log().carrying(SECRET)).hasSize(1);
    }

    @Test
    void followsItsOwnServerButNotForEver() throws Exception {
        fake.faults().on(Route.ENUMS, 1, Faults.redirect(308, "/api/v1/enums"));
        assertThat(status(gateway().send(enums()))).isEqualTo(200);
        fake.faults().always(Route.ENUMS, Faults.redirect(302, "/api/v1/enums"));
        fake.log().forget();
        assertThat(kind(gateway().send(enums()))).contains(Kind.REDIRECTED);
        assertThat(fake.log().count()).isEqualTo(Limits.standard().redirects() + 1);
    }

    @Test
    void neverMakesAnotherQuestionOfAPost() throws Exception {
        fake.faults().always(Route.BY_HASH_IDS, Faults.redirect(302, "/api/v1/enums"));
        URI ids = URI.create(fake.baseUrl() + "/api/v1/model-versions/by-hash/ids");
        assertThat(kind(gateway().send(HttpAsk.post(ids, "[]")))).contains(Kind.REDIRECTED);
        assertThat(fake.log().count(Route.ENUMS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with\nline", "with space", "ümlaut", ""})
    void neverHandsAnOddSecretToTheClient(String secret) throws Exception {
        Gateway gateway =
                gateways.open(
                        "civitai",
                        new Access(List.of(URI.create(fake.baseUrl())), Duration.ZERO, 1),
                        _ -> Optional.of(secret));
        HttpResult result = gateway.send(me());
        assertThat(kind(result)).contains(Kind.BAD_SECRET);
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void keepsTheSecretOutOfItsLogAndReasons() throws Exception {
        Gateway gateway = gateway();
        List<HttpResult> results = new ArrayList<>();
        for (Fault fault :
                List.of(
                        Faults.challenge(),
                        Faults.reset(),
                        Faults.redirect(302, "https://x.example/"),
                        Faults.gateway(530))) {
            gateway.beginRun();
            fake.faults().always(Route.ME, fault);
            results.add(gateway.send(me()));
        }
        assertThat(results.toString()).doesNotContain(SECRET);
        assertThat(log.toString()).doesNotContain(SECRET).contains("authorized=true");
    }

    @Test
    void unpacksWhatNobodyAskedToBePackedWhenItSaysSo() throws Exception {
        fake.faults().on(Route.ENUMS, 1, Faults.gzip(true));
        HttpResult result = gateway().send(enums());
        assertThat(((Reply) result).text()).startsWith("{");
    }
}
