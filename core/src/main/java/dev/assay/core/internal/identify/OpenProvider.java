package dev.assay.core.internal.identify;

import dev.assay.core.internal.net.Gateway;
import dev.assay.core.internal.net.Gateways;
import dev.assay.core.internal.plugin.Guard;
import dev.assay.core.internal.plugin.Services;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.PluginProblem;
import dev.assay.core.model.ProviderInfo;
import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.TokenCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A provider that is ready to be asked, with its gateway. Every call of plugin code goes through
 * here and is guarded. Not safe for use from several threads at a time.
 */
public final class OpenProvider implements AutoCloseable {
    private final String name;
    private final String origin;
    private final Access access;
    private final ProviderSettings settings;
    private final Gateway gateway;
    private final Provider provider;
    private final List<Accepted> accepts;
    private final Guard guard;

    private OpenProvider(
            String name,
            String origin,
            Access access,
            ProviderSettings settings,
            Gateway gateway,
            Provider provider,
            Guard guard) {
        this.name = name;
        this.origin = origin;
        this.access = access;
        this.settings = settings;
        this.gateway = gateway;
        this.provider = provider;
        this.guard = guard;
        this.accepts =
                guard.call("accepts()", () -> List.copyOf(provider.accepts())).orElse(List.of());
    }

    /**
     * Opens a provider; nothing is sent yet.
     *
     * @param found the plugin
     * @param values what the user set, by key
     * @param secrets where its secrets come from, by key; asked anew for each request
     * @param gateways makes its way to the network
     * @param problems hears of a plugin or a setting that does not work
     * @return the provider, or nothing when it cannot be used
     */
    public static Optional<OpenProvider> open(
            Services.Found<ProviderPlugin> found,
            Map<String, String> values,
            Function<String, Optional<String>> secrets,
            Gateways gateways,
            Consumer<PluginProblem> problems) {
        ProviderPlugin plugin = found.plugin();
        Guard guard = found.guard();
        Optional<String> name = guard.call("name()", plugin::name);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return guard.call(
                        "Opening " + name.get(),
                        () -> open(name.get(), found, values, secrets, gateways, problems))
                .flatMap(opened -> opened);
    }

    private static Optional<OpenProvider> open(
            String name,
            Services.Found<ProviderPlugin> found,
            Map<String, String> values,
            Function<String, Optional<String>> secrets,
            Gateways gateways,
            Consumer<PluginProblem> problems) {
        ProviderPlugin plugin = found.plugin();
        try {
            ProviderSettings settings =
                    new ProviderSettings(
                            plugin.settings(), values, key -> secrets.apply(key).isPresent());
            settings.undeclared().forEach(key -> problems.accept(noSetting(name, key, settings)));
            Access access = plugin.access(settings);
            Gateway gateway = gateways.open(name, access, secrets);
            return Optional.of(
                    new OpenProvider(
                            name,
                            found.origin(),
                            access,
                            settings,
                            gateway,
                            plugin.open(settings, gateway),
                            found.guard()));
        } catch (InvalidSettingException e) {
            String setting = "providers." + name + "." + e.key();
            problems.accept(
                    new PluginProblem(
                            name,
                            setting + ": " + e.getMessage(),
                            "Correct or remove %s; until then %s is not asked"
                                    .formatted(setting, name)));
            return Optional.empty();
        }
    }

    private static PluginProblem noSetting(String name, String key, ProviderSettings settings) {
        String setting = "providers." + name + "." + key;
        return new PluginProblem(
                name,
                setting + ": " + name + " has no such setting; it has " + settings.keys(),
                "Correct or remove " + setting);
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return the hashes it is asked by, the first to be asked at the front} */
    public List<Accepted> accepts() {
        return accepts;
    }

    /**
     * {@return whether the user lets it be asked: it reaches no server, or a secret is set, or
     * asking without one is allowed}
     *
     * @param anonymous whether this run allows it for every provider
     */
    public boolean mayBeAsked(boolean anonymous) {
        return access.origins().isEmpty()
                || anonymous
                || settings.anonymous()
                || settings.hasAnySecret();
    }

    /** {@return what there is to know of it} */
    public ProviderInfo info() {
        return new ProviderInfo(
                name,
                access.origins(),
                access.interval(),
                accepts.stream().map(Accepted::hash).toList(),
                settings.hasAnySecret(),
                origin);
    }

    /** {@return how many requests it sent so far} */
    public int requests() {
        return gateway.requests();
    }

    /** Gives it a fresh budget for waits and failures. */
    void beginRun() {
        gateway.beginRun();
    }

    /**
     * Looks digests up on a thread of its own. What the provider throws is told and costs only the
     * answers it did not give.
     *
     * @param meanwhile takes up answers while the provider still works
     * @throws CancellationException when cancelled
     */
    void lookUp(
            List<Digest> digests, Answers answers, Cancellation cancellation, Runnable meanwhile) {
        call(
                "lookUp",
                () -> {
                    provider.lookUp(digests, answers);
                    return true;
                },
                cancellation,
                meanwhile);
    }

    /**
     * {@return one model by its address; unavailable when the provider fails}
     *
     * @throws CancellationException when cancelled
     */
    public Outcome fetch(String address, Cancellation cancellation) {
        beginRun();
        return call("fetch", () -> provider.fetch(address), cancellation, () -> {})
                .orElse(Outcome.Unavailable.because("The provider failed"));
    }

    /**
     * {@return what the other side says of the secret}
     *
     * @throws CancellationException when cancelled
     */
    public TokenCheck checkToken(Cancellation cancellation) {
        beginRun();
        return call("checkToken", provider::checkToken, cancellation, () -> {})
                .orElse(new TokenCheck.Unreachable("The provider failed"));
    }

    private <T> Optional<T> call(
            String what, Worker.Call<T> call, Cancellation cancellation, Runnable meanwhile) {
        Worker.Result<T> result = Worker.await(name + " " + what, call, cancellation, meanwhile);
        result.thrown().ifPresent(thrown -> guard.tell(what, thrown));
        return result.value();
    }

    @Override
    public void close() {
        guard.call(
                "close()",
                () -> {
                    provider.close();
                    return true;
                });
    }
}
