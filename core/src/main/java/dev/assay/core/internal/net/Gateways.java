package dev.assay.core.internal.net;

import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.InvalidSettingException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the gateways of providers, which share one HTTP client. The client is made for the first
 * request; until then nothing is open.
 */
public final class Gateways implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);

    private final Context context;
    private @Nullable HttpClient client;

    /**
     * What all gateways share.
     *
     * @param limits how much they put up with
     * @param time what time it is
     * @param random for the jitter of waits
     * @param offline whether nothing may be sent at all
     * @param log hears of every request
     * @param userAgent what we call ourselves
     * @param environment variables that may name a proxy
     */
    public record Context(
            Limits limits,
            Time time,
            RandomGenerator random,
            boolean offline,
            RequestLog log,
            String userAgent,
            Map<String, String> environment) {

        /** Copies the variables. */
        public Context {
            environment = Map.copyOf(environment);
        }

        /** {@return the context of a real run} */
        public static Context real(Clock clock, boolean offline) {
            return new Context(
                    Limits.standard(),
                    Time.of(clock),
                    RandomGenerator.getDefault(),
                    offline,
                    Gateways::toLog,
                    ownName(),
                    System.getenv());
        }
    }

    /** Shares the context among all gateways. */
    public Gateways(Context context) {
        this.context = context;
    }

    /**
     * {@return a gateway for one provider}
     *
     * @param provider its name, for the log
     * @param access what it declared
     * @param secrets its secrets by key, asked for each request that needs one
     * @throws InvalidSettingException when it declares a server that must not be reached
     */
    public Gateway open(
            String provider, Access access, Function<String, Optional<String>> secrets) {
        Origins origins = Origins.of(access.origins());
        Pace pace = new Pace(access, context.time());
        Budget budget = new Budget(context.limits(), context.time());
        Courier courier =
                new Courier(
                        provider,
                        () -> new Transport(client(), context.limits()),
                        origins,
                        secrets,
                        pace,
                        budget,
                        context);
        return new Gateway(courier, origins, pace, budget, context);
    }

    private synchronized HttpClient client() {
        HttpClient open = client;
        if (open == null) {
            open =
                    HttpClient.newBuilder()
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(Duration.ofSeconds(10))
                            .proxy(Proxies.of(context.environment()))
                            .build();
            client = open;
        }
        return open;
    }

    private static void toLog(RequestLog.Exchange done) {
        LOG.atDebug()
                .addArgument(done.provider())
                .addArgument(done.method())
                .addArgument(done.uri())
                .addArgument(() -> done.authorized() ? "with token" : "anonymous")
                .addArgument(done.attempt())
                .addArgument(done.outcome())
                .addArgument(done.bytes())
                .addArgument(() -> done.time().toMillis())
                .log("{}: {} {} ({}, attempt {}): {}, {} bytes, {} ms");
    }

    /** The JDK's own name is turned away by Cloudflare. */
    private static String ownName() {
        Module module = Gateways.class.getModule();
        Optional<String> version =
                module.isNamed() ? module.getDescriptor().rawVersion() : Optional.empty();
        return "assay/" + version.orElse("0.1");
    }

    @Override
    public synchronized void close() {
        HttpClient open = client;
        client = null;
        if (open != null) {
            open.shutdownNow();
        }
    }
}
