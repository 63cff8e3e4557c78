package dev.assay.provider.civitai.acceptance;

import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A gateway without patience: one attempt a request, no redirects, no web pages. What the core's
 * own gateway adds is tested there; here the provider is alone with the server.
 */
final class PlainGateway implements HttpGateway {
    private final String token;
    private final List<HttpAsk> asks = new ArrayList<>();

    PlainGateway(String token) {
        this.token = token;
    }

    /** Everything the provider asked for. */
    synchronized List<HttpAsk> asks() {
        return List.copyOf(asks);
    }

    @Override
    public HttpResult send(HttpAsk ask) {
        synchronized (this) {
            asks.add(ask);
        }
        try {
            return received(open(ask));
        } catch (IOException | IllegalArgumentException e) {
            return NoReply.because(Kind.CUT_OFF, "The connection broke off");
        }
    }

    private HttpURLConnection open(HttpAsk ask) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) ask.uri().toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setReadTimeout(20_000);
        connection.setRequestProperty("User-Agent", "assay/test");
        ask.secret()
                .ifPresent(_ -> connection.setRequestProperty("Authorization", "Bearer " + token));
        if (ask.jsonBody().isPresent()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            byte[] body = ask.jsonBody().get().getBytes(StandardCharsets.UTF_8);
            connection.setFixedLengthStreamingMode(body.length);
            connection.getOutputStream().write(body);
        }
        return connection;
    }

    private static HttpResult received(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 100) {
            return NoReply.because(Kind.CUT_OFF, "That was not HTTP");
        }
        byte[] body = body(connection, status);
        Map<String, List<String>> headers = new HashMap<>();
        connection
                .getHeaderFields()
                .forEach((name, values) -> {
                    if (name != null) {
                        headers.put(name.toLowerCase(Locale.ROOT), values);
                    }
                });
        String type = String.valueOf(connection.getContentType());
        if (type.contains("html") && status < 429) {
            return NoReply.because(Kind.WEB_PAGE, "A web page came instead of data");
        }
        if (status >= 300 && status < 400) {
            return NoReply.because(Kind.REDIRECTED, "Sent on to another server");
        }
        return new HttpResult.Reply(status, headers, body);
    }

    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
