package dev.assay.shell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.Library;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Identity.State;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Fault;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.fake.civitai.Reply;
import dev.assay.fake.civitai.Route;
import dev.assay.fake.civitai.Synthetic;
import dev.assay.provider.spi.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Real files, the library and the CivitAI provider against the fake site. */
class LadderTest {
    @TempDir Path folder;

    private FakeCivitai fake;
    private Path models;
    private Library library;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        models = Files.createDirectory(folder.resolve("models"));
        library = open();
    }

    private Library open() {
        return Library.builder()
                .catalog(folder.resolve("catalog.db"))
                .providerSetting("civitai", "base-url", fake.baseUrl())
                .providerSetting("civitai", "interval", "0s")
                .open();
    }

    @AfterEach
    void stop() throws IOException {
        library.close();
        fake.close();
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(models.resolve(name + ".safetensors"), content);
    }

    private ScanRequest request() {
        return ScanRequest.of(models).identifying(IdentifyChoice.ALL, true);
    }

    private ScanReport scan(ScanRequest request) {
        return library.scan(request, JobListener.NONE, new Cancellation());
    }

    private static Map<State, Integer> states(ScanReport report) {
        Map<State, Integer> states = new EnumMap<>(State.class);
        for (CatalogEntry entry : report.entries()) {
            State state = entry.identity("civitai").map(Identity::state).orElse(State.NOT_ASKED);
            states.merge(state, 1, Integer::sum);
        }
        return states;
    }

    private static Identity identity(ScanReport report, String name) {
        return report.entries().stream()
                .filter(entry -> entry.file().path().getFileName().toString().startsWith(name))
                .findFirst()
                .flatMap(entry -> entry.identity("civitai"))
                .orElseThrow();
    }

    @Test
    void unknownFilesCostSingleQuestionsOnlyWithinTheBudgetAndTheRestIsPending()
            throws IOException {
        Synthetic known = Synthetic.library(fake, 21, 100, 40);
        for (int i = 0; i < 100; i++) {
            write("known" + i, known.content(i));
        }
        for (int i = 100; i < 160; i++) {
            write("unknown" + i, known.content(i));
        }
        ScanReport first = scan(request().asking(25));
        assertThat(states(first))
                .isEqualTo(Map.of(State.FOUND, 100, State.NOT_FOUND, 25, State.PENDING, 35));
        assertThat(fake.log().count(Route.BY_HASH)).isEqualTo(25);
        assertThat(fake.log().count(Route.BY_HASH_IDS)).isEqualTo(1);
        assertThat(fake.log().count(Route.MODELS)).isEqualTo(1);

        fake.log().forget();
        ScanReport second = scan(request().asking(50));
        assertThat(states(second)).isEqualTo(Map.of(State.FOUND, 100, State.NOT_FOUND, 60));
        assertThat(fake.log().count(Route.BY_HASH)).isEqualTo(35);
        assertThat(fake.log().count(Route.MODELS)).isZero();

        fake.log().forget();
        scan(request());
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void aFileWithAnEditedHeaderIsFoundByItsTensors() throws IOException {
        Synthetic known = Synthetic.library(fake, 22, 5, 2);
        write("edited", known.edited(3));
        Identity identity = identity(scan(request()), "edited");
        assertThat(identity.state()).isEqualTo(State.FOUND);
        assertThat(identity.preferred().orElseThrow().match()).isEqualTo(Match.SAME_TENSORS);
    }

    @Test
    void everyVersionOfAHashIsKeptTheOldestFirst() throws IOException {
        Synthetic known = Synthetic.library(fake, 23, 1, 1);
        String hash = known.files().getFirst().sha256();
        fake.add(
                ModelSpec.model(50)
                        .version(501, v -> v.publishedAt("2024-01-01T00:00:00.000Z").file(hash)));
        fake.add(
                ModelSpec.model(51)
                        .version(511, v -> v.publishedAt("2025-01-01T00:00:00.000Z").file(hash)));
        write("many", known.content(0));
        Identity identity = identity(scan(request()), "many");
        assertThat(identity.candidates()).hasSize(3);
        assertThat(identity.preferred().orElseThrow().model().versionId()).isEqualTo("501");
    }

    @Test
    void aMissIsAskedAgainAfterItsTimeAndOnlyThen() throws IOException {
        Synthetic known = Synthetic.library(fake, 24, 1, 1);
        write("unknown", known.content(7));
        Identity missed = identity(scan(request()), "unknown");
        assertThat(missed.state()).isEqualTo(State.NOT_FOUND);
        Duration hold = Duration.between(Instant.now(), missed.nextTry().orElseThrow());
        assertThat(hold).isBetween(Duration.ofDays(6), Duration.ofDays(8));
        fake.add(ModelSpec.model(60).version(601, v -> v.file(Synthetic.sha256(known.content(7)))));
        assertThat(identity(scan(request()), "unknown").state()).isEqualTo(State.NOT_FOUND);
        assertThat(identity(scan(request().again(true, false)), "unknown").state())
                .isEqualTo(State.FOUND);
    }

    private static Map<String, Fault> failures() {
        Map<String, Fault> all = new LinkedHashMap<>();
        all.put("401", Faults.reply(Reply.json(401, "{\"error\":\"Unauthorized\"}")));
        all.put("404 page", Faults.reply(Reply.html(404, "<html>404</html>")));
        all.put("429", Faults.tooMany("1500"));
        all.put("5xx", Faults.reply(Reply.html(503, "<html>503</html>").with("Retry-After", "0")));
        all.put("cut", Faults.cut(60));
        all.put("html", Faults.html200());
        all.put("challenge", Faults.challenge());
        return all;
    }

    @Test
    void noFailureStoresAMissOrLosesWhatIsKnown() throws IOException {
        Synthetic known = Synthetic.library(fake, 25, 20, 10);
        for (int i = 0; i < 10; i++) {
            write("known" + i, known.content(i));
        }
        assertThat(states(scan(request()))).isEqualTo(Map.of(State.FOUND, 10));
        for (int i = 10; i < 20; i++) {
            write("fresh" + i, known.content(i));
        }
        for (Map.Entry<String, Fault> failure : failures().entrySet()) {
            if (failure.getKey().equals("cut")
                    && !"full".equals(System.getProperty("assay.acceptance"))) {
                continue; // its waits are real, some ten seconds
            }
            library.close();
            library = open();
            fake.faults().clear();
            fake.faults().everywhere(failure.getValue());
            Map<State, Integer> states = states(scan(request().again(true, false)));
            State expected = failure.getKey().equals("401") ? State.DENIED : State.PENDING;
            assertThat(states)
                    .as(failure.getKey())
                    .isEqualTo(Map.of(State.FOUND, 10, expected, 10));
        }
        library.close();
        library = open();
        fake.faults().clear();
        assertThat(states(scan(request()))).isEqualTo(Map.of(State.FOUND, 20));
    }

    @Test
    @EnabledIfSystemProperty(named = "assay.acceptance", matches = "full")
    void nineteenThousandKnownFilesTakeFewerThanTwoHundredRequests() throws IOException {
        Synthetic known =
                Synthetic.library(
                        fake,
                        26,
                        19_000,
                        12_000,
                        spec -> {
                            if (spec.id() % 1_000 == 0) {
                                spec.privately();
                            }
                        });
        for (int i = 0; i < 19_000; i++) {
            write("known" + i, known.content(i));
        }
        long begun = System.nanoTime();
        Map<State, Integer> states = states(scan(request()));
        System.out.printf(
                "19,000 known files: %s, %d requests, %d s%n",
                states,
                fake.log().count(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        assertThat(states).isEqualTo(Map.of(State.FOUND, 19_000));
        assertThat(fake.log().count()).isLessThan(200);
    }
}
