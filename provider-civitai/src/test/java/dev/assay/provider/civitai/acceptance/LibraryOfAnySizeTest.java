package dev.assay.provider.civitai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.FileSpec;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.fake.civitai.RequestLog;
import dev.assay.fake.civitai.Route;
import dev.assay.fake.civitai.Switches.Switch;
import dev.assay.fake.civitai.Synthetic;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.TokenCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider against the fake site, counted in requests. */
class LibraryOfAnySizeTest {
    private static final String A = "A1".repeat(32);
    private static final String B = "B2".repeat(32);

    private FakeCivitai fake;
    private PlainGateway gateway;
    private Questions questions;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        gateway = new PlainGateway(FakeCivitai.GOOD_KEY);
        questions = new Questions(gateway, fake.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        questions.close();
        fake.close();
    }

    private int requests(Route... routes) {
        int sum = 0;
        for (Route route : routes) {
            sum += fake.log().count(route);
        }
        return sum;
    }

    private List<Candidate> candidates(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Found.class);
        return ((Outcome.Found) outcome).candidates();
    }

    @Test
    void asksTwentyFiveThousandKnownFilesInThreeCallsAndOneListForAHundredModels()
            throws Exception {
        Synthetic library = Synthetic.library(fake, 7, 25_000, 6_000);
        List<String> shuffled = new ArrayList<>(fake.knownSha256s());
        Collections.shuffle(shuffled, new Random(7));
        Map<String, Outcome> outcomes = questions.bySha256(shuffled);
        assertThat(outcomes).hasSize(25_000);
        for (Synthetic.Known known : library.files()) {
            Candidate best = candidates(outcomes.get(known.sha256())).getFirst();
            assertThat(best.model().versionId()).isEqualTo(String.valueOf(known.versionId()));
            assertThat(best.match()).isEqualTo(Match.EXACT);
        }
        int ids = requests(Route.BY_HASH_IDS);
        int lists = requests(Route.MODELS);
        System.out.printf(
                "25,000 known files: %d ids calls, %d list calls, %d in all%n",
                ids, lists, fake.log().count());
        assertThat(ids).isEqualTo(3);
        assertThat(lists).isEqualTo(60);
        assertThat(fake.log().count()).isEqualTo(ids + lists);
        assertThat(fake.log().of(Route.BY_HASH_IDS))
                .allSatisfy(entry -> assertThat(entry.request().body().length).isLessThan(1 << 20));
    }

    @Test
    void asksOneByOneOnlyForWhatTheListLeftOut() throws Exception {
        List<String> odd = new ArrayList<>();
        Synthetic library =
                Synthetic.library(
                        fake,
                        8,
                        3_000,
                        1_000,
                        spec -> {
                            switch ((int) (spec.id() % 100)) {
                                case 1 -> spec.archived();
                                case 2 -> spec.nsfw();
                                case 3 -> spec.minor();
                                case 4 -> spec.poi();
                                case 5 -> spec.privately();
                                case 6 -> spec.unrated();
                                default -> {}
                            }
                        });
        Map<String, Outcome> outcomes = questions.bySha256(fake.knownSha256s());
        for (Synthetic.Known known : library.files()) {
            Outcome outcome = outcomes.get(known.sha256());
            if (!(outcome instanceof Outcome.Found)) {
                odd.add(known.modelId() + ": " + outcome);
            }
        }
        assertThat(odd).isEmpty();
        int single = requests(Route.MODEL, Route.VERSION, Route.VERSION_MINI, Route.BY_HASH);
        // 40 of 1,000 models are absent from the list, with three versions each.
        System.out.printf(
                "3,000 files of 1,000 models, 40 of them hidden: %d list calls, %d single calls%n",
                requests(Route.MODELS), single);
        assertThat(requests(Route.BY_HASH_IDS)).isEqualTo(1);
        assertThat(requests(Route.MODELS)).isLessThanOrEqualTo(10 + 1);
        assertThat(single).isBetween(30, 40 * (1 + 3));
    }

    @Test
    void identifiesAThousandFilesInAtMostTwentyRequests() throws Exception {
        Synthetic library = Synthetic.library(fake, 9, 600, 300);
        List<String> asked = new ArrayList<>(fake.knownSha256s());
        for (int i = 600; i < 1_000; i++) {
            asked.add(Synthetic.sha256(library.content(i)));
        }
        Map<String, Outcome> outcomes = questions.bySha256(asked);
        assertThat(outcomes.values().stream().filter(Outcome.Found.class::isInstance)).hasSize(600);
        assertThat(outcomes.values().stream().filter(Outcome.NotFound.class::isInstance))
                .hasSize(400);
        assertThat(fake.log().count()).isLessThanOrEqualTo(20);
    }

    @Test
    void keepsEveryVersionOfAHashAndPrefersTheOldest() throws Exception {
        fake.add(
                ModelSpec.model(1)
                        .version(30, v -> v.publishedAt("2026-03-01T00:00:00.000Z").file(A)));
        fake.add(
                ModelSpec.model(2)
                        .version(20, v -> v.publishedAt("2026-02-01T00:00:00.000Z").file(A)));
        fake.add(
                ModelSpec.model(3)
                        .version(
                                10,
                                v ->
                                        v.publishedAt(null)
                                                .file(A)
                                                .file(A, f -> f.with("name", "again.ckpt"))));
        List<Candidate> found = candidates(questions.bySha256(A));
        assertThat(found)
                .extracting(one -> one.model().versionId())
                .containsExactly("20", "30", "10");
    }

    @Test
    void tellsFilesWithEditedHeadersByTheirTensors() throws Exception {
        Synthetic library = Synthetic.library(fake, 3, 10, 4);
        byte[] edited = library.edited(5);
        assertThat(questions.bySha256(Synthetic.sha256(edited)))
                .isInstanceOf(Outcome.NotFound.class);
        Candidate found = candidates(questions.byAutoV3(Synthetic.autoV3(edited))).getFirst();
        assertThat(found.match()).isEqualTo(Match.SAME_TENSORS);
    }

    @Test
    void takesRowsWithoutModelsNumericCursorsAndRepeatedItems() throws Exception {
        Synthetic library = Synthetic.library(fake, 4, 500, 250);
        fake.switches().turnOn(Switch.IDS_WITHOUT_MODEL_ID);
        fake.switches().turnOn(Switch.NUMERIC_CURSOR);
        fake.switches().turnOn(Switch.REPEATED_ITEMS);
        Map<String, Outcome> outcomes = questions.bySha256(fake.knownSha256s());
        assertThat(outcomes).hasSize(500);
        assertThat(outcomes.values())
                .allSatisfy(one -> assertThat(one).isInstanceOf(Outcome.Found.class));
        System.out.printf("500 files, rows without model: %d requests%n", fake.log().count());
        assertThat(fake.log().count()).isLessThanOrEqualTo(20);
        assertThat(library.models()).isEqualTo(250);
    }

    @Test
    void findsTheVersionWhenItsFileIsNoLongerListed() throws Exception {
        fake.add(ModelSpec.model(1).version(11, v -> v.file(A, FileSpec::hidden).file(B)));
        Candidate found = candidates(questions.bySha256(A)).getFirst();
        assertThat(found.model().versionId()).isEqualTo("11");
        assertThat(found.match()).isIn(Match.EXACT, Match.VERSION_ONLY);
    }

    @Test
    void doesNotLetOneBrokenModelCostTheOthers() throws Exception {
        Synthetic library = Synthetic.library(fake, 5, 300, 100);
        fake.faults()
                .when(
                        Route.MODELS,
                        request ->
                                request.query("ids").stream()
                                        .anyMatch(ids -> ("," + ids + ",").contains(",42,")),
                        Faults.error500Json());
        fake.faults()
                .when(
                        Route.MODEL,
                        request -> request.path().endsWith("/42"),
                        Faults.error500Json());
        Map<String, Outcome> outcomes = questions.bySha256(fake.knownSha256s());
        for (Synthetic.Known known : library.files()) {
            Outcome outcome = outcomes.get(known.sha256());
            if (known.modelId() == 42) {
                assertThat(outcome).isNotInstanceOf(Outcome.NotFound.class);
            } else {
                assertThat(outcome)
                        .as("model %d", known.modelId())
                        .isInstanceOf(Outcome.Found.class);
            }
        }
        System.out.printf("One broken model of 100: %d requests%n", fake.log().count());
        assertThat(fake.log().count()).isLessThan(60);
    }

    @Test
    void sendsTheTokenNowhereButToTheRouteThatWantsIt() throws Exception {
        Synthetic.library(
                fake,
                6,
                50,
                20,
                spec -> {
                    if (spec.id() == 3) {
                        spec.privately();
                    }
                });
        questions.bySha256(fake.knownSha256s());
        questions.byAutoV3("0123456789ab");
        questions.provider().fetch("4@1000004");
        assertThat(fake.log().withKey()).isEmpty();
        assertThat(questions.provider().checkToken()).isInstanceOf(TokenCheck.Valid.class);
        assertThat(fake.log().withKey())
                .extracting(RequestLog.Entry::route)
                .containsExactly(Route.ME);
        assertThat(gateway.asks())
                .noneMatch(ask -> ask.uri().toString().contains(FakeCivitai.GOOD_KEY));
    }

    @Test
    void saysWhenTheTokenIsNotAccepted() throws Exception {
        Questions other = new Questions(new PlainGateway("stale"), fake.baseUrl());
        assertThat(other.provider().checkToken()).isInstanceOf(TokenCheck.Refused.class);
        fake.faults().always(Route.ME, Faults.html200());
        assertThat(other.provider().checkToken()).isInstanceOf(TokenCheck.Unreachable.class);
    }
}
