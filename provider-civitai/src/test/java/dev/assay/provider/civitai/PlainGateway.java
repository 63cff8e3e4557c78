package dev.assay.provider.civitai;

import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends each request once and judges nothing; the core's gateway has tests of its own. */
final class PlainGateway implements HttpGateway {
    private final String token;

    PlainGateway(String token) {
        this.token = token;
    }

    @Override
    public HttpResult send(HttpAsk ask) {
        try {
            return exchange(ask);
        } catch (IOException e) {
            return NoReply.because(Kind.CUT_OFF, "broken off");
        }
    }

    private HttpResult exchange(HttpAsk ask) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) ask.uri().toURL().openConnection();
        connection.setRequestMethod(ask.method().name());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("User-Agent", "assay-test");
        if (ask.secret().isPresent()) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (ask.jsonBody().isPresent()) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection
                    .getOutputStream()
                    .write(ask.jsonBody().get().getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        byte[] body = in == null ? new byte[0] : in.readAllBytes();
        return new Reply(status, headers(connection), body);
    }

    private static Map<String, List<String>> headers(HttpURLConnection connection) {
        return connection.getHeaderFields().entrySet().stream()
                .filter(entry -> entry.getKey() != null)
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().toLowerCase(Locale.ROOT),
                                Map.Entry::getValue));
    }
}
