package dev.assay.core.internal.identify;

import static dev.assay.core.internal.identify.Samples.AUTOV3;
import static dev.assay.core.internal.identify.Samples.SHA256;
import static dev.assay.core.internal.identify.Samples.autoV3;
import static dev.assay.core.internal.identify.Samples.found;
import static dev.assay.core.internal.identify.Samples.question;
import static dev.assay.core.internal.identify.Samples.questions;
import static dev.assay.core.internal.identify.Samples.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.internal.net.Gateways;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Identity.State;
import dev.assay.core.model.PendingCause;
import dev.assay.core.model.PluginProblem;
import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Outcome.Unavailable.Cause;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class IdentificationTest {
    private static final Order ORDER = new Order(50, false, false, false);
    private static final Outcome OUTAGE = Outcome.Unavailable.because("down");

    private final ScriptedPlugin plugin = new ScriptedPlugin();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private Map<String, String> secrets = Map.of();
    private Map<String, String> settings = Map.of();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    private Identification identification() {
        Gateways gateways = new Gateways(Gateways.Context.real(Clock.systemUTC(), true));
        OpenProvider provider =
                OpenProvider.open(
                                Samples.found(plugin, problems::add),
                                settings,
                                key -> Optional.ofNullable(secrets.get(key)),
                                gateways,
                                problems::add)
                        .orElseThrow();
        return new Identification(List.of(provider), () -> now, Policy.standard());
    }

    /** What was told last of each file, and what stays when nothing was. */
    private Map<Path, Identity> run(List<Question> questions, Order order) {
        Map<Path, Identity> last = new LinkedHashMap<>();
        identification()
                .run(questions, order, cancellation, (one, news) -> last.put(one.path(), news));
        return last;
    }

    private Identity run(Question question) {
        return run(List.of(question), ORDER)
                .getOrDefault(question.path(), question.known("scripted"));
    }

    private static Question with(Question question, Identity known) {
        return new Question(question.path(), question.digests(), question.claims(), List.of(known));
    }

    @Test
    void asksForAllFilesTogetherByTheFirstHash() {
        for (int i = 0; i < 250; i++) {
            plugin.says(sha256(i), found(sha256(i)));
        }
        Map<Path, Identity> known = run(questions(250), ORDER);
        assertThat(known.values()).extracting(Identity::state).containsOnly(State.FOUND);
        assertThat(plugin.calls).extracting(List::size).containsExactly(100, 100, 50);
    }

    @Test
    void takesAProviderThatKnowsNoLimitAtItsWord() {
        plugin.ladder = List.of(new Accepted(SHA256, Integer.MAX_VALUE, Match.EXACT));
        assertThat(run(questions(250), ORDER)).hasSize(250);
        assertThat(plugin.calls).extracting(List::size).containsExactly(250);
    }

    @Test
    void asksByTheNextHashOnlyForWhatTheFirstOneDidNotFind() {
        plugin.says(sha256(0), found(sha256(0)));
        plugin.says(autoV3(1), found(autoV3(1), Match.SAME_TENSORS, autoV3(1)));
        Map<Path, Identity> known = run(questions(2), ORDER);
        assertThat(known.get(Path.of("file0")).matchedBy()).contains(SHA256);
        assertThat(known.get(Path.of("file1")).preferred().map(Candidate::match))
                .contains(Match.SAME_TENSORS);
        assertThat(plugin.calls).last().isEqualTo(List.of(autoV3(1)));
    }

    @Test
    void passesARungByWhenThereIsNoSuchDigest() {
        plugin.says(autoV3(0), found(autoV3(0), Match.SAME_TENSORS, autoV3(0)));
        assertThat(run(question(0, autoV3(0))).state()).isEqualTo(State.FOUND);
        assertThat(run(question(1, sha256(1))).state()).isEqualTo(State.NOT_FOUND);
    }

    @Test
    void endsEveryFileInExactlyOneOutcome() {
        plugin.says(sha256(0), found(sha256(0)));
        plugin.says(sha256(1), OUTAGE);
        plugin.says(sha256(2), new Outcome.Denied("no", "pay"));
        Map<Path, Identity> known = run(questions(60), new Order(50, false, false, false));
        assertThat(known).hasSize(60);
        assertThat(known.values().stream().filter(one -> one.state() == State.NOT_FOUND))
                .hasSize(50);
        assertThat(known.values().stream().filter(one -> one.state() == State.PENDING)).hasSize(8);
    }

    @Test
    void keepsTheBudgetForSingleQuestionsAndGoesOnInTheNextRun() {
        List<Question> questions = questions(120);
        Map<Path, Identity> first = run(questions, ORDER);
        plugin.calls.clear();
        List<Question> again =
                questions.stream().map(one -> with(one, first.get(one.path()))).toList();
        Map<Path, Identity> second = run(again, ORDER);
        assertThat(plugin.questions()).as("nothing is asked by SHA256 again").isEqualTo(50);
        assertThat(second.values().stream().filter(one -> one.state() == State.NOT_FOUND))
                .hasSize(50);
    }

    @Test
    void asksForTheSameContentOnce() {
        Question one = question(1, sha256(7), autoV3(7));
        Question other = question(2, sha256(7), autoV3(7));
        assertThat(run(List.of(one, other), ORDER)).hasSize(2);
        assertThat(plugin.questions()).isEqualTo(2);
    }

    @Test
    void anErrorNeverOverwritesKnowledge() {
        Question question = question(0, sha256(0));
        Identity found = run(with(question, Identity.notAsked("scripted")));
        plugin.says(sha256(0), found(sha256(0)));
        Identity known = run(question);
        Order refresh = new Order(50, true, false, false);
        for (Outcome error : List.of(OUTAGE, new Outcome.Denied("no", "pay"))) {
            plugin.says(sha256(0), error);
            assertThat(run(List.of(with(question, known)), refresh)).isEmpty();
            assertThat(run(List.of(with(question, found)), refresh)).isEmpty();
        }
    }

    @Test
    void saysWhyAFileIsPending() {
        Map<Outcome, PendingCause> causes =
                Map.of(
                        OUTAGE,
                        PendingCause.OUTAGE,
                        unavailable(Cause.BUSY),
                        PendingCause.RATE_LIMITED,
                        unavailable(Cause.OFFLINE),
                        PendingCause.OFFLINE,
                        unavailable(Cause.BUDGET),
                        PendingCause.BUDGET);
        causes.forEach((outcome, cause) -> {
            plugin.says(sha256(0), outcome);
            assertThat(run(question(0, sha256(0))).cause()).contains(cause);
        });
        plugin.says(sha256(0), found(sha256(0)));
        assertThat(run(question(0, sha256(0))).cause()).isEmpty();
    }

    private static Outcome unavailable(Cause cause) {
        return new Outcome.Unavailable(cause, "because", Optional.empty());
    }

    @Test
    void aLaterMissDoesNotEraseAFind() {
        Question question = question(0, sha256(0));
        plugin.says(sha256(0), found(sha256(0)));
        Identity known = run(question);
        plugin.outcomes.clear();
        Identity after =
                run(List.of(with(question, known)), new Order(50, true, false, false))
                        .get(question.path());
        assertThat(after.state()).isEqualTo(State.FOUND);
        assertThat(after.candidates()).isEqualTo(known.candidates());
        assertThat(after.reason()).isPresent();
    }

    @Test
    void asksAgainForAMissOnlyAfterItsTimeWhichGrows() {
        Question question = question(0, sha256(0));
        Identity first = run(question);
        assertThat(first.nextTry()).contains(now.plus(Duration.ofDays(7)));
        now = now.plus(Duration.ofDays(6));
        assertThat(run(List.of(with(question, first)), ORDER)).isEmpty();
        now = now.plus(Duration.ofDays(2));
        Identity second = run(with(question, first));
        assertThat(second.nextTry()).contains(now.plus(Duration.ofDays(14)));
        now = now.plus(Duration.ofDays(15));
        Identity third = run(with(question, second));
        now = now.plus(Duration.ofDays(40));
        assertThat(run(with(question, third)).nextTry()).contains(now.plus(Duration.ofDays(30)));
    }

    @Test
    void keepsAMissWhenTheNextQuestionFails() {
        Question question = question(0, sha256(0), autoV3(0));
        plugin.says(autoV3(0), OUTAGE);
        Identity known = run(question);
        assertThat(known.state()).isEqualTo(State.PENDING);
        assertThat(known.misses()).containsOnlyKeys(SHA256);
        plugin.outcomes.clear();
        plugin.calls.clear();
        assertThat(run(with(question, known)).state()).isEqualTo(State.NOT_FOUND);
        assertThat(plugin.calls).containsExactly(List.of(autoV3(0)));
    }

    @Test
    void givesAnAnswerOutBeforeTheNextQuestion() {
        List<Integer> callsBefore = new ArrayList<>();
        identification()
                .run(
                        questions(2),
                        ORDER,
                        cancellation,
                        (_, _) -> callsBefore.add(plugin.calls.size()));
        assertThat(callsBefore).startsWith(1, 1);
    }

    @Test
    void keepsWhatWasAnsweredWhenTheRunIsCancelled() {
        Map<Path, Identity> told = new LinkedHashMap<>();
        plugin.says(sha256(0), found(sha256(0)));
        assertThatThrownBy(() ->
                        identification()
                                .run(
                                        questions(300),
                                        ORDER,
                                        cancellation,
                                        (one, news) -> {
                                            told.put(one.path(), news);
                                            cancellation.cancel();
                                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(told).hasSizeGreaterThanOrEqualTo(100);
        assertThat(plugin.calls).hasSizeLessThan(3);
    }

    @Test
    void keepsWhatAPluginAnsweredBeforeItThrew() {
        plugin.says(sha256(0), found(sha256(0)));
        plugin.ladder = plugin.ladder.subList(0, 1);
        OpenProvider broken =
                OpenProvider.open(
                                Samples.found(new ThrowingPlugin(plugin), problems::add),
                                Map.of(),
                                _ -> Optional.empty(),
                                new Gateways(Gateways.Context.real(Clock.systemUTC(), true)),
                                problems::add)
                        .orElseThrow();
        Map<Path, State> states = new LinkedHashMap<>();
        new Identification(List.of(broken), () -> now, Policy.standard())
                .run(
                        List.of(question(0, sha256(0)), question(1, sha256(1))),
                        ORDER,
                        cancellation,
                        (one, news) -> states.put(one.path(), news.state()));
        assertThat(states)
                .containsEntry(Path.of("file0"), State.FOUND)
                .containsEntry(Path.of("file1"), State.PENDING);
        assertThat(problems).hasSize(1);
    }

    @Test
    void asksNobodyWithoutASecretOrTheUsersWord() {
        plugin.reachesAServer = true;
        Identification.Summary summary =
                identification().run(questions(3), ORDER, cancellation, (_, _) -> {});
        assertThat(plugin.calls).isEmpty();
        assertThat(summary.notAllowed()).containsExactly("scripted");
        assertThat(identification().hashesNeeded(false)).isEmpty();
    }

    @Test
    void asksWithASecretOrTheUsersWord() {
        plugin.reachesAServer = true;
        secrets = Map.of("token", "t");
        assertThat(run(questions(1), ORDER)).hasSize(1);
        secrets = Map.of();
        assertThat(run(questions(1), new Order(50, false, true, false))).hasSize(1);
        settings = Map.of("anonymous", "true");
        assertThat(run(questions(1), ORDER)).hasSize(1);
        assertThat(identification().hashesNeeded(false)).containsExactly(SHA256, AUTOV3);
    }

    @Test
    void prefersTheOldestOfSeveralConfirmedVersionsAndSaysSo() {
        Candidate young = candidate("1", "2026-01-01T00:00:00Z", Match.EXACT);
        Candidate old = candidate("2", "2024-01-01T00:00:00Z", Match.EXACT);
        Candidate oldest = candidate("3", "2023-01-01T00:00:00Z", Match.VERSION_ONLY);
        plugin.says(sha256(0), new Outcome.Found(List.of(young, oldest, old)));
        Identity known = run(question(0, sha256(0)));
        assertThat(known.candidates()).containsExactly(old, young, oldest);
        assertThat(known.reason()).hasValueSatisfying(text -> assertThat(text).contains("3"));
    }

    private static Candidate candidate(String id, String published, Match match) {
        return new Candidate(Samples.model(id, Instant.parse(published), sha256(0)), match);
    }

    @Test
    void gradesAFindDownThatListsOtherDigests() {
        plugin.says(sha256(0), found(sha256(0), Match.EXACT, sha256(5)));
        assertThat(run(question(0, sha256(0))).preferred().map(Candidate::match))
                .contains(Match.MISMATCH);
    }

    @Test
    void takesAHeadersClaimForProbableAndNothingFromAMiss() {
        Question claimed = new Question(Path.of("a"), Map.of(), List.of(autoV3(1)), List.of());
        Order quick = new Order(50, false, false, true);
        assertThat(run(List.of(claimed), quick)).isEmpty();
        plugin.says(autoV3(1), found(autoV3(1), Match.SAME_TENSORS, autoV3(1)));
        Identity known = run(List.of(claimed), quick).get(Path.of("a"));
        assertThat(known.preferred().map(Candidate::match)).contains(Match.PROBABLE);
        plugin.outcomes.clear();
        Question computed =
                new Question(
                        Path.of("a"),
                        Map.of(SHA256, sha256(1), AUTOV3, autoV3(1)),
                        List.of(),
                        List.of(known));
        assertThat(run(computed).state()).as("the claim is refuted").isEqualTo(State.NOT_FOUND);
    }

    @Test
    void letsAPersonsWordStand() {
        Question question = question(0, sha256(0));
        Identity set =
                Verdicts.set(
                        Identity.notAsked("scripted"),
                        Samples.model("5", "6", Optional.of("mine")),
                        now);
        plugin.says(sha256(0), found(sha256(0)));
        assertThat(run(List.of(with(question, set)), new Order(50, true, false, false))).isEmpty();
        Identity forgotten = Verdicts.forget(set);
        assertThat(run(with(question, forgotten)).preferred().map(Candidate::match))
                .contains(Match.EXACT);
    }

    @Test
    void neverComesBackToAModelThatWasRuledOut() {
        Question question = question(0, sha256(0));
        plugin.says(sha256(0), found(sha256(0)));
        Identity known = run(question);
        String address = known.preferred().orElseThrow().model().address();
        Identity rejected = Verdicts.reject(known, address, now, Policy.standard());
        assertThat(rejected.state()).isEqualTo(State.NOT_FOUND);
        Identity after =
                run(List.of(with(question, rejected)), new Order(50, true, false, false))
                        .get(question.path());
        assertThat(after.state()).isEqualTo(State.NOT_FOUND);
        assertThat(after.rejected()).containsExactly(address);
    }

    @Test
    void claimsNothingFromTheHashOfNothing() {
        Digest claim = new Digest(AUTOV3, "abcdefabcdef");
        String hash = "abcdef".repeat(10) + "abcd";
        assertThat(Claims.of(Map.of("sshs_model_hash", hash))).containsExactly(claim);
        assertThat(Claims.of(Map.of("modelspec.hash_sha256", "0x" + hash))).containsExactly(claim);
        String nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assertThat(Claims.of(Map.of("sshs_model_hash", nothing))).isEmpty();
        assertThat(Claims.of(Map.of("sshs_model_hash", "short"))).isEmpty();
    }
}
