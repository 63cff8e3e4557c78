package dev.assay.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.PluginProblem;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.ModelInfoBuilder;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Outcome.Unavailable.Cause;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.PublishedFile;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import dev.assay.provider.spi.TokenCheck;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stranger's provider says of lengths, numbers and times is kept within bounds. */
class GuardedProvidersTest {
    private static final Digest ASKED = new Digest(HashId.of("sha256"), "ab".repeat(32));

    private final BoundedCalls calls =
            new BoundedCalls(new TimeLimits(Duration.ofSeconds(20), Map.of()));
    private final List<PluginProblem> problems = new ArrayList<>();
    private final Stranger stranger = new Stranger();

    @AfterEach
    void close() {
        calls.close();
    }

    private ProviderPlugin plugin() {
        Guard guard = new Guard("stranger", problems::add, calls);
        return GuardedProviders.of(new Services.Found<>(stranger, guard, false), "stranger")
                .plugin();
    }

    private Provider provider() {
        return plugin().open(
                        new NoSettings(),
                        _ -> {
                            throw new AssertionError("asks nobody");
                        });
    }

    private Outcome answer(Outcome outcome) throws InterruptedException {
        stranger.outcome = outcome;
        List<Outcome> got = new ArrayList<>();
        provider().lookUp(List.of(ASKED), (_, one) -> got.add(one));
        assertThat(got).hasSize(1);
        return got.getFirst();
    }

    private static Outcome found(ModelInfoBuilder model) {
        return new Outcome.Found(List.of(new Candidate(model.build(), Match.EXACT)));
    }

    private static ModelInfoBuilder model() {
        return ModelInfo.builder("1", "2");
    }

    @Test
    void cutsAPauseToADay() throws InterruptedException {
        assertThat(pause(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Duration.ofDays(1));
        assertThat(pause(Duration.ofSeconds(Long.MIN_VALUE))).isEqualTo(Duration.ZERO);
        assertThat(pause(Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
    }

    private Duration pause(Duration asked) throws InterruptedException {
        Outcome busy = new Outcome.Unavailable(Cause.BUSY, "busy", Optional.of(asked));
        return ((Outcome.Unavailable) answer(busy)).retryAfter().orElseThrow();
    }

    @Test
    void cutsWhatAPersonIsToRead() throws InterruptedException {
        String long1 = "x".repeat(1 << 20);
        stranger.token = new TokenCheck.Refused(long1);
        assertThat(provider().checkToken().toString()).hasSizeLessThan(1000);
        assertThat(answer(Outcome.Unavailable.because(long1)).toString()).hasSizeLessThan(1000);
        assertThat(answer(new Outcome.Denied(long1, long1)).toString()).hasSizeLessThan(2000);
    }

    @Test
    void refusesNumbersAndDatesThatCannotBe() {
        PublishedFile negative =
                new PublishedFile(
                        "a", Optional.empty(), OptionalLong.of(-1), true, List.of(ASKED), Map.of());
        refused(found(model().files(List.of(negative))), "-1 bytes");
        refused(found(model().published(Instant.MAX)), "date");
    }

    @Test
    void countsTextsWhereverTheyStand() {
        String half = "x".repeat(5 << 20);
        refused(found(model().category(half).raw(half)), "characters");
        refused(found(model().stats(Map.of(half, 1L)).raw(half)), "characters");
        refused(
                found(
                        model().files(
                                        List.of(
                                                PublishedFile.of(half, List.of()),
                                                PublishedFile.of(half, List.of())))),
                "characters");
    }

    private void refused(Outcome outcome, String why) {
        problems.clear();
        assertThatThrownBy(() -> answer(outcome)).isInstanceOf(PluginFailure.class);
        assertThat(problems).singleElement().asString().contains(why);
    }

    @Test
    void cutsAnIntervalOfCenturies() {
        stranger.interval = Duration.ofDays(100_000);
        assertThat(plugin().access(new NoSettings()).interval()).isEqualTo(Duration.ofDays(1));
    }

    /** A provider that says what it is told. */
    private static final class Stranger implements ProviderPlugin, Provider {
        Outcome outcome = new Outcome.NotFound();
        TokenCheck token = new TokenCheck.NotNeeded();
        Duration interval = Duration.ZERO;

        @Override
        public String name() {
            return "stranger";
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Access access(Settings settings) {
            return new Access(List.of(URI.create("https://example.org")), interval, 1);
        }

        @Override
        public Provider open(Settings settings, HttpGateway http) {
            return this;
        }

        @Override
        public List<Accepted> accepts() {
            return List.of(new Accepted(ASKED.id(), Integer.MAX_VALUE, Match.EXACT));
        }

        @Override
        public void lookUp(List<Digest> digests, Answers answers) {
            digests.forEach(digest -> answers.put(digest, outcome));
        }

        @Override
        public TokenCheck checkToken() {
            return token;
        }
    }

    private static final class NoSettings implements Settings {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public boolean hasSecret(String key) {
            return false;
        }
    }
}
