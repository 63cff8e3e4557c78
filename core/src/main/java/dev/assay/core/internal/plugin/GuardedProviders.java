package dev.assay.core.internal.plugin;

import static java.util.Objects.requireNonNull;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import dev.assay.provider.spi.TokenCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stranger's provider plugin behind the guard, as {@link GuardedHash} is for hashes. The time
 * that a provider waits in the gateway is the core's and does not count.
 */
final class GuardedProviders implements ProviderPlugin {
    private static final int MAX_LIST = 1000;
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

    private final ProviderPlugin theirs;
    private final String name;
    private final Guard guard;

    private GuardedProviders(ProviderPlugin theirs, String name, Guard guard) {
        this.theirs = theirs;
        this.name = name;
        this.guard = guard;
    }

    /** {@return the plugin to use in place of this one, whose name was asked already} */
    static Services.Found<ProviderPlugin> of(Services.Found<ProviderPlugin> found, String name) {
        return found.guard().isBounded()
                ? new Services.Found<>(
                        new GuardedProviders(found.plugin(), name, found.guard()),
                        found.guard(),
                        found.ours())
                : found;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Setting> settings() {
        return guard.attempt("settings()", () -> firstOf(theirs.settings()));
    }

    @Override
    public Access access(Settings settings) {
        return unwrap(
                guard.attempt("access()", () -> setting(() -> limited(theirs.access(settings)))));
    }

    /** A pause of centuries would overflow the clock that it is added to. */
    private static Access limited(Access access) {
        return access.interval().compareTo(LONGEST_INTERVAL) > 0
                ? new Access(access.origins(), LONGEST_INTERVAL, access.concurrent())
                : access;
    }

    @Override
    public Provider open(Settings settings, HttpGateway http) {
        PausingGateway gateway = new PausingGateway(http);
        Provider provider =
                unwrap(
                        guard.attempt(
                                "open()", () -> setting(() -> theirs.open(settings, gateway))));
        return new GuardedProvider(provider, gateway, guard);
    }

    private static <T> List<T> firstOf(List<T> all) {
        return all.stream().limit(MAX_LIST).toList();
    }

    /**
     * A wrong setting is the user's fault and not the plugin's, so it passes the guard as a value.
     */
    private record Checked<T>(Optional<T> value, Optional<InvalidSettingException> invalid) {}

    /** A call that may refuse a setting. */
    private interface Call<T> {
        T run();
    }

    private static <T> Checked<T> setting(Call<T> call) {
        try {
            return new Checked<>(Optional.of(call.run()), Optional.empty());
        } catch (InvalidSettingException e) {
            return new Checked<>(Optional.empty(), Optional.of(e));
        }
    }

    private static <T> T unwrap(Checked<T> checked) {
        if (checked.invalid().isPresent()) {
            throw checked.invalid().get();
        }
        return checked.value().orElseThrow();
    }

    /** Stops the watch of the call under way while the core keeps the provider waiting. */
    private static final class PausingGateway implements HttpGateway {
        private final HttpGateway gateway;
        private volatile Stopwatch watch = new Stopwatch();

        PausingGateway(HttpGateway gateway) {
            this.gateway = gateway;
        }

        /** Calls of a provider follow one another, so that one watch at a time is enough. */
        Stopwatch start() {
            watch = new Stopwatch();
            return watch;
        }

        @Override
        public HttpResult send(HttpAsk request) throws InterruptedException {
            Stopwatch running = watch;
            running.pause();
            try {
                return gateway.send(request);
            } finally {
                running.resume();
            }
        }
    }

    private record GuardedProvider(Provider theirs, PausingGateway gateway, Guard guard)
            implements Provider {

        @Override
        public List<Accepted> accepts() {
            return guard.attempt(
                    "accepts()",
                    () -> firstOf(theirs.accepts()).stream().map(GuardedProvider::whole).toList());
        }

        private static Accepted whole(Accepted accepted) {
            requireNonNull(accepted.hash(), "A hash that is null");
            requireNonNull(accepted.match(), "A match that is null");
            return accepted;
        }

        @Override
        public void lookUp(List<Digest> digests, Answers answers) throws InterruptedException {
            OpenAnswers open = new OpenAnswers(answers);
            try {
                guard.attempt(
                        "lookUp()",
                        () -> {
                            theirs.lookUp(digests, open);
                            return true;
                        },
                        gateway.start());
            } finally {
                open.close();
            }
        }

        @Override
        public Outcome fetch(String address) throws InterruptedException {
            return OutcomeLimits.check(
                    guard.attempt("fetch()", () -> theirs.fetch(address), gateway.start()));
        }

        @Override
        public TokenCheck checkToken() throws InterruptedException {
            return guard.attempt(
                    "checkToken()", () -> shortened(theirs.checkToken()), gateway.start());
        }

        private static TokenCheck shortened(TokenCheck check) {
            return switch (check) {
                case TokenCheck.Valid(String user) -> new TokenCheck.Valid(Faults.shortened(user));
                case TokenCheck.Refused(String reason) ->
                        new TokenCheck.Refused(Faults.shortened(reason));
                case TokenCheck.Missing missing -> missing;
                case TokenCheck.NotNeeded notNeeded -> notNeeded;
                case TokenCheck.Unreachable(String reason) ->
                        new TokenCheck.Unreachable(Faults.shortened(reason));
            };
        }

        @Override
        public void close() {
            guard.call(
                    "close()",
                    () -> {
                        theirs.close();
                        return true;
                    });
        }
    }

    /** Takes answers of a sensible size, and none any more from a call that was given up. */
    private static final class OpenAnswers implements Answers {
        private final Answers answers;
        private boolean closed;

        OpenAnswers(Answers answers) {
            this.answers = answers;
        }

        @Override
        public synchronized void put(Digest asked, Outcome outcome) {
            if (!closed) {
                answers.put(asked, OutcomeLimits.check(outcome));
            }
        }

        synchronized void close() {
            closed = true;
        }
    }
}
