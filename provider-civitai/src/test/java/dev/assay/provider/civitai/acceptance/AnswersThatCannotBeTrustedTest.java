package dev.assay.provider.civitai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.Delivery;
import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Fault;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.HostileResponse;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.fake.civitai.Reply;
import dev.assay.fake.civitai.Route;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a route answers: a file that the site has is never told to be absent. */
class AnswersThatCannotBeTrustedTest {
    private static final String HASH = HostileResponse.HASH;
    private static final String UNKNOWN = "C3".repeat(32);

    private FakeCivitai fake;
    private Questions questions;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        // Private, so that the list leaves it out and the single routes are asked too.
        fake.add(ModelSpec.model(827184).privately().version(2514310, v -> v.file(HASH)));
        questions = new Questions(new PlainGateway("none"), fake.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        questions.close();
        fake.close();
    }

    static Stream<Map.Entry<String, Fault>> faults() {
        Map<String, Fault> all = new TreeMap<>();
        all.put("close", Faults.closeAtOnce());
        all.put("reset", Faults.reset());
        all.put("half a body", Faults.halfBody());
        all.put("html 200", Faults.html200());
        all.put("null", Faults.nullBody());
        all.put("error in 200", Faults.errorIn200());
        all.put("gzip unasked, undeclared", Faults.gzip(false));
        all.put("429", Faults.tooMany());
        all.put("429 in 7 s", Faults.tooMany("7"));
        all.put("429 about pages", Faults.pageCap());
        all.put("500", Faults.error500());
        all.put("500 JSON", Faults.error500Json());
        all.put("502", Faults.gateway(502));
        all.put("524", Faults.gateway(524));
        all.put("503 overloaded", Faults.overloaded());
        all.put("challenge", Faults.challenge());
        all.put("challenge 200", Faults.challenge200());
        all.put("451", Faults.regionBlocked());
        all.put("413", Faults.tooLarge());
        all.put("401", Faults.reply(Reply.json(401, "{\"error\":\"Unauthorized\"}")));
        all.put("403", Faults.reply(Reply.json(403, "{\"error\":\"Forbidden\"}")));
        all.put("404 page", Faults.reply(Reply.html(404, "<html>404</html>")));
        all.put("404 empty", Faults.reply(Reply.text(404, "")));
        all.put("404 of a proxy", Faults.reply(Reply.json(404, "{\"detail\":\"no route\"}")));
        all.put("an array of junk", Faults.reply(Reply.json(200, "[1,null,{},[],\"x\"]")));
        all.put("an object of junk", Faults.reply(Reply.json(200, "{\"id\":{},\"files\":7}")));
        all.put("redirect", Faults.redirect(302, "https://example.invalid/"));
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void neverTurnAFailureIntoAbsence(Map.Entry<String, Fault> fault) throws Exception {
        for (Route route :
                List.of(
                        Route.BY_HASH_IDS,
                        Route.MODELS,
                        Route.MODEL,
                        Route.VERSION,
                        Route.BY_HASH)) {
            fake.faults().clear();
            fake.faults().always(route, fault.getValue());
            Outcome known = questions.bySha256(HASH);
            assertThat(known)
                    .as("known file, %s on %s", fault.getKey(), route)
                    .isNotInstanceOf(Outcome.NotFound.class);
        }
        fake.faults().clear();
        fake.faults().everywhere(fault.getValue());
        Outcome unknown = questions.bySha256(UNKNOWN);
        assertThat(unknown)
                .as("unknown file, %s everywhere", fault.getKey())
                .isNotInstanceOf(Outcome.NotFound.class);
        Outcome byTensors = questions.byAutoV3("0123456789ab");
        assertThat(byTensors)
                .as("unknown tensors, %s everywhere", fault.getKey())
                .isNotInstanceOf(Outcome.NotFound.class);
    }

    static Stream<Map.Entry<String, Fault>> drifts() {
        Map<String, Fault> all = new TreeMap<>();
        all.put("unknown enum values", Faults.unknownEnumValues());
        all.put("unknown keys", Faults.unknownKeys());
        all.put("numbers as strings", Faults.numbersAsStrings());
        all.put("lone surrogates", Faults.loneSurrogates());
        all.put("5 MB of meta", Faults.hugeMeta());
        all.put("duplicate keys", Faults.duplicateKeys());
        all.put("byte order mark", Faults.byteOrderMark());
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("drifts")
    void areTakenAsFarAsTheyMakeSense(Map.Entry<String, Fault> drift) throws Exception {
        String open = "D4".repeat(32);
        fake.add(ModelSpec.model(5).named("Open").version(51, v -> v.file(open)));
        fake.faults().always(Route.MODELS, drift.getValue()).always(Route.MODEL, drift.getValue());
        fake.faults()
                .always(Route.BY_HASH, drift.getValue())
                .always(Route.VERSION, drift.getValue());
        for (String hash : List.of(open, HASH)) {
            Outcome outcome = questions.bySha256(hash);
            if (!drift.getKey().equals("duplicate keys")) {
                assertThat(outcome).as(drift.getKey()).isInstanceOf(Outcome.Found.class);
            }
            assertThat(outcome).isNotInstanceOf(Outcome.NotFound.class);
        }
    }

    static Stream<HostileResponse> hostile() throws IOException {
        List<HostileResponse> all = new ArrayList<>(HostileResponse.own());
        List<HostileResponse> recorded =
                HostileResponse.recorded(Path.of("../../shared/fixtures/hostile"));
        all.addAll(recorded);
        System.out.println("Hostile responses: " + all.size() + ", recorded " + recorded.size());
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void endInTheirClassWhenASingleQuestionGetsThem(HostileResponse hostile) throws Exception {
        fake.faults().always(Route.BY_HASH, Faults.raw(hostile.bytes()));
        Outcome outcome = questions.byAutoV3("0123456789ab");
        assertThat(outcome).as(hostile.name()).isNotInstanceOf(Outcome.NotFound.class);
        switch (hostile.expected()) {
            case "AUTH_ERROR" -> assertThat(outcome).isInstanceOf(Outcome.Denied.class);
            case "TRANSIENT" ->
                    assertThat(outcome).as(hostile.name()).isInstanceOf(Outcome.Unavailable.class);
            default -> {}
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void neverMakeAKnownFileAbsentOnAnyRoute(HostileResponse hostile) throws Exception {
        for (Route route :
                List.of(
                        Route.BY_HASH_IDS,
                        Route.MODELS,
                        Route.MODEL,
                        Route.VERSION,
                        Route.BY_HASH)) {
            fake.faults().clear();
            fake.faults().always(route, Faults.raw(hostile.bytes()));
            Outcome outcome = questions.bySha256(HASH);
            assertThat(outcome)
                    .as("%s on %s", hostile.name(), route)
                    .isNotInstanceOf(Outcome.NotFound.class);
        }
    }

    @Test
    void anAnswerForAnotherFileIsNoMatch() throws Exception {
        HostileResponse other =
                HostileResponse.own().stream()
                        .filter(r -> r.name().equals("other hash"))
                        .findFirst()
                        .orElseThrow();
        fake.faults().always(Route.BY_HASH, Faults.raw(other.bytes()));
        Outcome outcome = questions.byAutoV3("0123456789ab");
        if (outcome instanceof Outcome.Found(List<Candidate> candidates)) {
            assertThat(candidates)
                    .extracting(Candidate::match)
                    .allSatisfy(
                            match -> assertThat(match).isIn(Match.MISMATCH, Match.VERSION_ONLY));
        }
    }

    @Test
    void aDrippedAnswerIsAsGoodAsAnyOther() throws Exception {
        HostileResponse match = HostileResponse.own().getFirst();
        for (Delivery way : match.deliveries()) {
            fake.faults().clear();
            fake.faults().always(Route.BY_HASH, (_, _) -> Reply.raw(match.bytes()).delivered(way));
            fake.faults().always(Route.VERSION, (_, _) -> Reply.raw(match.bytes()).delivered(way));
            Outcome outcome = questions.bySha256(HASH);
            assertThat(outcome).as("%s", way).isNotInstanceOf(Outcome.NotFound.class);
        }
    }
}
