package dev.assay.provider.civitai;

import static dev.assay.provider.civitai.Bench.ask;
import static dev.assay.provider.civitai.Bench.candidates;
import static dev.assay.provider.civitai.Bench.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.fake.civitai.Route;
import dev.assay.fake.civitai.Switches.Switch;
import dev.assay.fake.civitai.Synthetic;
import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {
    private FakeCivitai fake;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    private Outcome one(int n) throws InterruptedException {
        return ask(fake, sha256(n)).get(sha256(n));
    }

    private void model(long id, UnaryOperator<ModelSpec> change) {
        ModelSpec spec =
                ModelSpec.model(id)
                        .version(100 + id, version -> version.file(sha256((int) id).hex()));
        fake.add(change.apply(spec));
    }

    @Test
    void asksForThousandsOfFilesAtOnceAndForTheirModelsInHundreds() throws Exception {
        Synthetic library = Synthetic.library(fake, 7, 3_000, 950);
        List<Digest> digests =
                library.files().stream().map(known -> sha256(known.sha256())).toList();
        Map<Digest, Outcome> answers = ask(fake, digests);
        assertThat(answers).hasSize(3_000).allSatisfy((_, outcome) -> isExact(outcome));
        assertThat(fake.log().count(Route.BY_HASH_IDS)).isEqualTo(1);
        assertThat(fake.log().count(Route.MODELS)).isEqualTo(10);
        assertThat(fake.log().count()).isEqualTo(11);
    }

    private static void isExact(Outcome outcome) {
        assertThat(candidates(outcome)).extracting(Candidate::match).containsExactly(Match.EXACT);
    }

    @Test
    void asksNothingMoreForFilesThatNobodyKnows() throws Exception {
        List<Digest> digests = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            digests.add(sha256(i));
        }
        assertThat(ask(fake, digests).values())
                .hasSize(1_000)
                .allSatisfy(one -> assertThat(one).isInstanceOf(Outcome.NotFound.class));
        assertThat(fake.log().count()).isEqualTo(1);
    }

    @Test
    void keepsEveryVersionOfOneFileAndPrefersTheOldest() throws Exception {
        String shared = sha256(1).hex();
        fake.add(
                ModelSpec.model(1)
                        .version(11, one -> one.publishedAt("2025-05-01T00:00:00Z").file(shared))
                        .version(12, one -> one.publishedAt("2024-05-01T00:00:00Z").file(shared)));
        fake.add(
                ModelSpec.model(2)
                        .version(13, one -> one.publishedAt("2026-05-01T00:00:00Z").file(shared)));
        assertThat(candidates(one(1)))
                .extracting(one -> one.model().address())
                .containsExactly("1@12", "1@11", "2@13");
    }

    @Test
    void findsModelsThatListsHide() throws Exception {
        model(1, ModelSpec::archived);
        model(2, ModelSpec::privately);
        model(3, ModelSpec::nsfw);
        model(4, ModelSpec::minor);
        model(5, ModelSpec::poi);
        model(6, ModelSpec::unrated);
        for (int i = 1; i <= 6; i++) {
            assertThat(candidates(one(i)))
                    .as("model %d", i)
                    .singleElement()
                    .satisfies(found -> assertThat(found.model().modelName()).isPresent());
        }
    }

    @Test
    void asksSinglyOnlyForWhatListsHide() throws Exception {
        for (int i = 1; i <= 20; i++) {
            model(i, i == 7 ? ModelSpec::minor : UnaryOperator.identity());
        }
        List<Digest> digests = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            digests.add(sha256(i));
        }
        assertThat(ask(fake, digests)).hasSize(20);
        assertThat(fake.log().count(Route.MODEL)).isEqualTo(1);
        assertThat(fake.log().count()).isEqualTo(3);
    }

    @Test
    void saysVersionOnlyWhenTheFileIsNoLongerListed() throws Exception {
        fake.add(
                ModelSpec.model(1)
                        .version(
                                11,
                                version ->
                                        version.file(sha256(1).hex(), file -> file.hidden())
                                                .file(sha256(2).hex())));
        assertThat(candidates(one(1)))
                .extracting(Candidate::match)
                .containsExactly(Match.VERSION_ONLY);
    }

    @Test
    void findsTheSameTensorsByAutoV3() throws Exception {
        Synthetic library = Synthetic.library(fake, 3, 5, 5);
        Synthetic.Known known = library.files().getFirst();
        Digest autoV3 = Bench.autoV3(known.autoV3());
        assertThat(candidates(ask(fake, autoV3).get(autoV3)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.match()).isEqualTo(Match.SAME_TENSORS);
                    assertThat(found.model().creator()).contains("tester");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Switch.class,
            names = {"IDS_WITHOUT_MODEL_ID", "NUMERIC_CURSOR", "REPEATED_ITEMS"})
    void copesWithOtherHabitsOfTheSite(Switch habit) throws Exception {
        fake.switches().turnOn(habit);
        Synthetic library = Synthetic.library(fake, 9, 300, 250);
        List<Digest> digests =
                library.files().stream().map(known -> sha256(known.sha256())).toList();
        assertThat(ask(fake, digests).values())
                .hasSize(300)
                .allSatisfy(outcome -> isExact(outcome));
    }

    @Test
    void keepsAnOutageInTheMiddleApartFromWhatIsKnown() throws Exception {
        Synthetic library = Synthetic.library(fake, 5, 300, 300);
        fake.faults().on(Route.MODELS, 2, Faults.gateway(524));
        List<Digest> digests =
                library.files().stream().map(known -> sha256(known.sha256())).toList();
        Map<Digest, Outcome> answers = ask(fake, digests);
        assertThat(answers.values().stream().filter(Outcome.Found.class::isInstance)).hasSize(200);
        assertThat(answers.values().stream().filter(Outcome.Unavailable.class::isInstance))
                .hasSize(100);
    }

    @Test
    void halvesAQuestionThatIsTooLarge() throws Exception {
        Synthetic library = Synthetic.library(fake, 5, 40, 40);
        fake.faults().on(Route.BY_HASH_IDS, 1, Faults.tooLarge());
        List<Digest> digests =
                library.files().stream().map(known -> sha256(known.sha256())).toList();
        assertThat(ask(fake, digests).values()).allSatisfy(outcome -> isExact(outcome));
        assertThat(fake.log().count(Route.BY_HASH_IDS)).isEqualTo(3);
    }

    @Test
    void neverSendsTheTokenWithALookUp() throws Exception {
        Synthetic library = Synthetic.library(fake, 5, 10, 10);
        ask(fake, sha256(library.files().getFirst().sha256()), sha256(99));
        assertThat(fake.log().withKey()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknownEnumValues", "unknownKeys", "numbersAsStrings", "bom", "meta"})
    void readsRepliesThatDriftedFromTheirShape(String drift) throws Exception {
        model(1, UnaryOperator.identity());
        var fault =
                switch (drift) {
                    case "unknownEnumValues" -> Faults.unknownEnumValues();
                    case "unknownKeys" -> Faults.unknownKeys();
                    case "numbersAsStrings" -> Faults.numbersAsStrings();
                    case "bom" -> Faults.byteOrderMark();
                    default -> Faults.hugeMeta();
                };
        fake.faults().everywhere(fault);
        isExact(one(1));
    }

    @Test
    void leavesOutWhatAReplySaysTwiceDifferently() throws Exception {
        model(1, UnaryOperator.identity());
        fake.faults().always(Route.MODELS, Faults.duplicateKeys());
        assertThat(candidates(one(1)).getFirst().model().modelName()).isEmpty();
    }

    @Test
    void turnsHalvesOfCharactersIntoReplacements() throws Exception {
        model(1, UnaryOperator.identity());
        fake.faults().always(Route.MODELS, Faults.loneSurrogates());
        assertThat(candidates(one(1)).getFirst().model().modelName())
                .hasValueSatisfying(name -> assertThat(name).contains("\uFFFD"));
    }
}
