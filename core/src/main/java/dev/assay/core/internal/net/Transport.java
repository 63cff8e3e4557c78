package dev.assay.core.internal.net;

import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/**
 * One exchange with a server: no retries, no redirects. Its deadline is over the whole body, which
 * the JDK's own time-out is not.
 */
final class Transport {
    private final HttpClient client;
    private final Limits limits;

    Transport(HttpClient client, Limits limits) {
        this.client = client;
        this.limits = limits;
    }

    HttpResult exchange(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(request, _ -> new CappedBody(limits.maxBody()));
        try {
            return reply(pending.get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return NoReply.because(
                    Kind.TOO_SLOW,
                    "No whole reply within %d s".formatted(limits.deadline().toSeconds()));
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause(), host(request));
        } finally {
            // Hangs up when the deadline passed or the run was cancelled.
            pending.cancel(true);
        }
    }

    private static String host(HttpRequest request) {
        return request.uri().getHost();
    }

    private HttpResult reply(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new HashMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String encoding = response.headers().firstValue("content-encoding").orElse("identity");
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity", "" -> new Reply(response.statusCode(), headers, response.body());
            case "gzip", "x-gzip" -> unpacked(response, headers);
            default -> NoReply.because(Kind.CUT_OFF, "The reply is packed in a way not asked for");
        };
    }

    /** Nobody asked for gzip; some proxies send it all the same. */
    private HttpResult unpacked(HttpResponse<byte[]> response, Map<String, List<String>> headers) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] body = in.readNBytes(limits.maxBody() + 1);
            return body.length > limits.maxBody()
                    ? tooLarge()
                    : new Reply(response.statusCode(), headers, body);
        } catch (IOException e) {
            return NoReply.because(Kind.CUT_OFF, "The packed reply is damaged");
        }
    }

    private NoReply tooLarge() {
        return NoReply.because(
                Kind.TOO_LARGE, "The reply is larger than %,d bytes".formatted(limits.maxBody()));
    }

    /**
     * Says in our own words what went wrong: the JDK's messages are often empty, and may repeat
     * what was sent.
     */
    private HttpResult failure(Throwable thrown, String host) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            switch (one) {
                case CappedBody.TooLargeException _ -> {
                    return tooLarge();
                }
                case UnknownHostException _, UnresolvedAddressException _ -> {
                    return unreachable("Cannot find the server %s: no such name", host);
                }
                case HttpConnectTimeoutException _ -> {
                    return unreachable("Cannot reach %s in time", host);
                }
                case SSLException _ -> {
                    return unreachable("No trusted connection with %s", host);
                }
                default -> {}
            }
        }
        return thrown instanceof ConnectException
                ? unreachable("Cannot reach %s: refused or no route", host)
                : NoReply.because(Kind.CUT_OFF, "The connection with %s broke off".formatted(host));
    }

    private static NoReply unreachable(String message, String host) {
        return NoReply.because(Kind.UNREACHABLE, message.formatted(host));
    }
}
