package dev.assay.core.internal.net;

import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import dev.assay.provider.spi.InvalidSettingException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries one request over and follows redirects by hand: only to declared servers, never from
 * https to http, and with the secret only to the server it was meant for.
 */
final class Courier {
    private final String provider;
    private final Supplier<Transport> transport;
    private final Origins origins;
    private final Function<String, Optional<String>> secrets;
    private final Pace pace;
    private final Budget budget;
    private final Limits limits;
    private final Time time;
    private final RequestLog log;
    private final String userAgent;
    private final AtomicInteger sent = new AtomicInteger();

    Courier(
            String provider,
            Supplier<Transport> transport,
            Origins origins,
            Function<String, Optional<String>> secrets,
            Pace pace,
            Budget budget,
            Gateways.Context context) {
        this.provider = provider;
        this.transport = transport;
        this.origins = origins;
        this.secrets = secrets;
        this.pace = pace;
        this.budget = budget;
        this.limits = context.limits();
        this.time = context.time();
        this.log = context.log();
        this.userAgent = context.userAgent();
    }

    int sent() {
        return sent.get();
    }

    HttpResult deliver(HttpAsk ask, int attempt) throws InterruptedException {
        Optional<String> secret = ask.secret().flatMap(secrets);
        if (secret.isPresent() && !isSendable(secret.get())) {
            return NoReply.because(
                    Kind.BAD_SECRET, "The stored token holds characters that no token has");
        }
        URI uri = ask.uri();
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            HttpResult result = exchange(ask, uri, secret, attempt);
            if (!(result instanceof Reply reply) || !Replies.isSentOn(reply)) {
                return judged(result);
            }
            Optional<URI> next = next(ask, uri, reply);
            if (next.isEmpty()) {
                return NoReply.because(
                        Kind.REDIRECTED,
                        "Sent on to another server (HTTP %d), which is not followed"
                                .formatted(reply.status()));
            }
            uri = next.get();
        }
        return NoReply.because(
                Kind.REDIRECTED, "Sent on more than %d times".formatted(limits.redirects()));
    }

    /** The JDK repeats a header value in its exception, so a bad one must never get there. */
    private static boolean isSendable(String secret) {
        return !secret.isEmpty() && secret.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private HttpResult exchange(HttpAsk ask, URI uri, Optional<String> secret, int attempt)
            throws InterruptedException {
        Optional<String> bearer = secret.filter(_ -> isSameOrigin(uri, ask.uri()));
        if (!budget.takeRequest()) {
            return budget.stopped().orElseThrow();
        }
        pace.awaitStart();
        sent.incrementAndGet();
        long start = time.nanos();
        HttpResult result = exchange(request(ask, uri, bearer));
        log.exchanged(
                new RequestLog.Exchange(
                        provider,
                        ask.method().name(),
                        uri,
                        bearer.isPresent(),
                        attempt,
                        Replies.describe(result),
                        result instanceof Reply reply ? reply.body().length : 0,
                        Duration.ofNanos(time.nanos() - start)));
        return result;
    }

    private HttpResult exchange(HttpRequest request) throws InterruptedException {
        try {
            return transport.get().exchange(request);
        } catch (InvalidSettingException e) {
            return NoReply.because(Kind.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    private HttpRequest request(HttpAsk ask, URI uri, Optional<String> bearer) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(limits.deadline())
                        .header("User-Agent", userAgent)
                        .header("Accept", "application/json")
                        .header("Accept-Encoding", "identity");
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        switch (ask.method()) {
            case GET -> request.GET();
            case POST ->
                    request.header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(ask.jsonBody().orElse("")));
        }
        return request.build();
    }

    private Optional<URI> next(HttpAsk ask, URI from, Reply reply) {
        if (ask.method() == HttpAsk.Method.POST && reply.status() != 307 && reply.status() != 308) {
            return Optional.empty(); // browsers make a GET of it, which asks something else
        }
        try {
            URI to = from.resolve(URI.create(reply.header("location").orElseThrow()));
            boolean downgrade = isHttps(from) && !isHttps(to);
            return Optional.of(to).filter(one -> !downgrade && origins.allow(one));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return Origins.originOf(one).equals(Origins.originOf(other));
    }

    private static HttpResult judged(HttpResult result) {
        if (!(result instanceof Reply reply)) {
            return result;
        }
        if (Replies.isChallenge(reply)) {
            return NoReply.because(
                    Kind.WEB_PAGE,
                    "The server wants to see a browser (a challenge page, HTTP %d)"
                            .formatted(reply.status()));
        }
        return Replies.isWebPage(reply) && !Replies.maybeLater(reply)
                ? NoReply.because(
                        Kind.WEB_PAGE,
                        "A web page came instead of data (HTTP %d)".formatted(reply.status()))
                : reply;
    }
}
