package dev.assay.provider.spi.contract;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences that every provider must keep. Stateless; safe for use by many threads. */
public final class ProviderContract {
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private ProviderContract() {}

    /**
     * {@return every clause, to be checked one by one}
     *
     * @param subject the plugin, and digests to try it with
     */
    public static List<Clause> of(Subject subject) {
        List<Clause> clauses = new ArrayList<>(descriptions(subject));
        clauses.addAll(answers(subject));
        clauses.addAll(requests(subject));
        Outages.all().forEach((what, world) -> clauses.add(neverLies(subject, what, world)));
        return List.copyOf(clauses);
    }

    /**
     * Checks every clause.
     *
     * @param subject the plugin, and digests to try it with
     * @throws AssertionError naming every sentence that is broken
     */
    public static void check(Subject subject) {
        List<AssertionError> broken = new ArrayList<>();
        for (Clause clause : of(subject)) {
            try {
                clause.check();
            } catch (AssertionError e) {
                broken.add(e);
            }
        }
        if (!broken.isEmpty()) {
            AssertionError all =
                    new AssertionError(
                            broken.stream()
                                    .map(AssertionError::getMessage)
                                    .collect(Collectors.joining("\n")));
            broken.forEach(all::addSuppressed);
            throw all;
        }
    }

    private static List<Clause> descriptions(Subject subject) {
        return List.of(
                new Clause(
                        "name() is lower-case letters, digits and single hyphens, at most 40",
                        () -> {
                            String name = subject.plugin().get().name();
                            require(name.matches(NAME) && name.length() <= 40, "it is " + name);
                        }),
                new Clause(
                        "settings() declares each key once, in lower case, with a description",
                        () -> checkSettings(subject.plugin().get())),
                new Clause(
                        "opening and closing a provider sends nothing",
                        () -> {
                            try (Trial trial = new Trial(subject, subject.world())) {
                                trial.provider().accepts();
                                require(trial.recorder().sent().isEmpty(), "it sent a request");
                            }
                        }),
                new Clause(
                        "accepts() names each hash once, and the same ones at every call",
                        () -> checkAccepts(subject)));
    }

    private static void checkSettings(ProviderPlugin plugin) {
        Set<String> keys = new HashSet<>();
        for (Setting setting : plugin.settings()) {
            require(setting.key().matches(NAME), "'%s' is no key".formatted(setting.key()));
            require(keys.add(setting.key()), "'%s' comes twice".formatted(setting.key()));
            require(!setting.description().isBlank(), setting.key() + " is not described");
            require(
                    !setting.secret() || setting.defaultValue().isEmpty(),
                    setting.key() + " is a secret with a default");
        }
    }

    private static void checkAccepts(Subject subject) {
        try (Trial trial = new Trial(subject, subject.world())) {
            List<Accepted> accepted = trial.provider().accepts();
            long distinct = accepted.stream().map(Accepted::hash).distinct().count();
            require(distinct == accepted.size(), "a hash comes twice");
            require(accepted.equals(trial.provider().accepts()), "they differ");
        }
    }

    private static List<Clause> answers(Subject subject) {
        return List.of(
                new Clause(
                        "lookUp answers a digest that is known with Found",
                        () -> checkOutcomes(subject, subject.known(), Outcome.Found.class)),
                new Clause(
                        "lookUp answers a digest that is not known with NotFound",
                        () -> checkOutcomes(subject, subject.unknown(), Outcome.NotFound.class)),
                new Clause(
                        "lookUp answers what it is asked, each digest once, and nothing else",
                        () -> checkAnswers(subject)),
                new Clause(
                        "a found model has an id, and the answer it was read from",
                        () -> checkModels(subject)),
                new Clause(
                        "fetch does not understand an address of nobody",
                        () -> {
                            try (Trial trial = new Trial(subject, subject.world())) {
                                Outcome outcome =
                                        trial.provider().fetch("\u0000 no address \u202e");
                                require(outcome instanceof Outcome.NotFound, "it said " + outcome);
                            }
                        }));
    }

    private static void checkOutcomes(
            Subject subject, List<Digest> digests, Class<? extends Outcome> expected)
            throws InterruptedException {
        try (Trial trial = new Trial(subject, subject.world())) {
            Map<Digest, Outcome> answers = trial.ask(digests);
            for (Digest digest : digests) {
                Outcome outcome = answers.get(digest);
                require(
                        expected.isInstance(outcome),
                        "it answered %s with %s".formatted(digest, outcome));
            }
        }
    }

    private static void checkAnswers(Subject subject) throws InterruptedException {
        List<Digest> all =
                Stream.concat(subject.known().stream(), subject.unknown().stream()).toList();
        try (Trial trial = new Trial(subject, subject.world())) {
            Set<Digest> answered = trial.ask(all).keySet();
            require(answered.equals(Set.copyOf(all)), "it answered " + answered);
            require(
                    trial.recorder().twice().isEmpty(),
                    "it answered twice: " + trial.recorder().twice());
        }
    }

    private static void checkModels(Subject subject) throws InterruptedException {
        try (Trial trial = new Trial(subject, subject.world())) {
            for (Outcome outcome : trial.ask(subject.known()).values()) {
                if (outcome instanceof Outcome.Found found) {
                    found.candidates()
                            .forEach(one -> {
                                require(!one.model().modelId().isBlank(), "it has no id");
                                require(!one.model().raw().isBlank(), "it has no raw text");
                            });
                }
            }
        }
    }

    private static List<Clause> requests(Subject subject) {
        return List.of(
                new Clause(
                        "requests go to declared servers, without a key in the address",
                        () -> checkRequests(subject)),
                new Clause(
                        "lookUp passes an interrupt on, or ends without asking anybody",
                        () -> checkInterrupt(subject)));
    }

    private static void checkRequests(Subject subject) throws InterruptedException {
        try (Trial trial = new Trial(subject, subject.world())) {
            trial.ask(subject.known());
            Set<String> declared =
                    trial.access().origins().stream()
                            .map(ProviderContract::origin)
                            .collect(Collectors.toSet());
            Set<String> secrets =
                    subject.plugin().get().settings().stream()
                            .filter(Setting::secret)
                            .map(Setting::key)
                            .collect(Collectors.toSet());
            for (HttpAsk ask : trial.recorder().sent()) {
                String query = ask.uri().getQuery() == null ? "" : ask.uri().getQuery();
                require(declared.contains(origin(ask.uri())), "it went to " + ask.uri());
                require(!query.matches("(?i).*(token|api_?key|secret)=.*"), "it is " + ask.uri());
                require(
                        ask.secret().map(secrets::contains).orElse(true),
                        "it wants a secret that is not declared");
            }
        }
    }

    private static String origin(URI uri) {
        return "%s://%s:%d".formatted(uri.getScheme(), uri.getHost(), uri.getPort());
    }

    private static void checkInterrupt(Subject subject) {
        HttpGateway cancelled =
                _ -> {
                    throw new InterruptedException("made for the contract");
                };
        try (Trial trial = new Trial(subject, cancelled)) {
            trial.ask(subject.known());
            require(trial.recorder().sent().isEmpty(), "it swallowed the interrupt");
        } catch (InterruptedException e) {
            // As it should be.
        }
    }

    /** The heart of the contract: who gets no answer does not know, and must not say so. */
    private static Clause neverLies(Subject subject, String what, HttpGateway world) {
        return new Clause(
                "given %s, no digest is answered with NotFound or Found".formatted(what),
                () -> {
                    try (Trial trial = new Trial(subject, world)) {
                        Map<Digest, Outcome> answers = trial.ask(subject.unknown());
                        boolean asked = !trial.recorder().sent().isEmpty();
                        answers.forEach((digest, outcome) ->
                                require(
                                        !asked || isHonest(outcome),
                                        "it answered %s with %s".formatted(digest, outcome)));
                    }
                });
    }

    private static boolean isHonest(Outcome outcome) {
        return outcome instanceof Outcome.Unavailable || outcome instanceof Outcome.Denied;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
