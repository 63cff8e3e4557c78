package dev.assay.core.internal.net;

import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The one way of a provider to the network. It waits its turn, tries again what may do better, and
 * stops the run when the other side is down or wants no more. Safe for use from many threads.
 */
public final class Gateway implements HttpGateway {
    /** Name servers and firewalls seldom change their mind within seconds. */
    private static final int ATTEMPTS_WITHOUT_CONTACT = 2;

    private final Courier courier;
    private final Origins origins;
    private final Pace pace;
    private final Budget budget;
    private final Limits limits;
    private final Time time;
    private final RandomGenerator random;
    private final boolean offline;

    Gateway(Courier courier, Origins origins, Pace pace, Budget budget, Gateways.Context context) {
        this.courier = courier;
        this.origins = origins;
        this.pace = pace;
        this.budget = budget;
        this.limits = context.limits();
        this.time = context.time();
        this.random = context.random();
        this.offline = context.offline();
    }

    /** Starts a new run with a fresh budget. */
    public void beginRun() {
        budget.reset();
    }

    /** {@return how many requests went out since the gateway was made, redirects included} */
    public int requests() {
        return courier.sent();
    }

    @Override
    public HttpResult send(HttpAsk ask) throws InterruptedException {
        if (!origins.allow(ask.uri())) {
            throw new IllegalArgumentException(
                    "The provider did not declare the server " + ask.uri().getHost());
        }
        if (offline) {
            return NoReply.because(Kind.OFFLINE, "Offline: no network is used");
        }
        pace.enter();
        try {
            Optional<NoReply> stopped = budget.stopped();
            return stopped.isPresent() ? stopped.get() : concluded(ask, attempts(ask));
        } finally {
            pace.leave();
        }
    }

    private HttpResult attempts(HttpAsk ask) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpResult result = courier.deliver(ask, attempt);
            Optional<Duration> wait = waitAfter(attempt, ask, result);
            if (wait.isEmpty() || !budget.takeWait(wait.get(), Replies.whenStopped(result))) {
                return result;
            }
            time.sleep(wait.get());
        }
    }

    /** {@return how long to wait for another attempt; nothing when there is to be none} */
    private Optional<Duration> waitAfter(int attempt, HttpAsk ask, HttpResult result) {
        if (!isOpen(ask, result) || attempt >= attempts(result)) {
            return Optional.empty();
        }
        Optional<Duration> asked = askedFor(result);
        return asked.isPresent()
                ? asked.filter(pause -> pause.compareTo(limits.longestPause()) <= 0)
                : Optional.of(backOff(attempt));
    }

    private static boolean isOpen(HttpAsk ask, HttpResult result) {
        return Replies.maybeLater(result)
                && !(result instanceof Reply reply && ask.settled().test(reply));
    }

    private int attempts(HttpResult result) {
        boolean contact =
                !(result instanceof NoReply none)
                        || (none.kind() != Kind.UNREACHABLE && none.kind() != Kind.TOO_SLOW);
        return contact ? limits.attempts() : Math.min(limits.attempts(), ATTEMPTS_WITHOUT_CONTACT);
    }

    /** Doubles with each attempt, and differs between clients that failed together. */
    private Duration backOff(int attempt) {
        double base = limits.firstWait().toNanos() * Math.pow(2, attempt - 1.0);
        double jittered = base * (1 + random.nextDouble());
        return Duration.ofNanos((long) Math.min(jittered, (double) limits.longestWait().toNanos()));
    }

    private Optional<Duration> askedFor(HttpResult result) {
        return result instanceof Reply reply
                ? reply.header("retry-after").flatMap(value -> RetryAfter.parse(value, time.now()))
                : Optional.empty();
    }

    private HttpResult concluded(HttpAsk ask, HttpResult result) {
        if (isOpen(ask, result)) {
            Optional<Duration> asked = askedFor(result);
            asked.filter(pause -> pause.compareTo(limits.longestPause()) > 0)
                    .ifPresent(budget::pauseFor);
            budget.failed(result, weight(result));
            return result instanceof Reply reply ? inSeconds(reply, asked) : result;
        }
        if (result instanceof NoReply none && none.kind() != Kind.TOO_LARGE) {
            budget.failed(none, 1);
        } else {
            budget.succeeded();
        }
        return result;
    }

    /** Without contact, nothing else of this run will get through either. */
    private int weight(HttpResult result) {
        return result instanceof NoReply none && none.kind() == Kind.UNREACHABLE
                ? limits.failures()
                : 1;
    }

    /** Spares the provider the three forms of the header. */
    private static Reply inSeconds(Reply reply, Optional<Duration> asked) {
        Map<String, List<String>> headers = new HashMap<>(reply.headers());
        headers.remove("retry-after");
        asked.ifPresent(
                pause -> headers.put("retry-after", List.of(Long.toString(pause.toSeconds()))));
        return new Reply(reply.status(), headers, reply.body());
    }
}
