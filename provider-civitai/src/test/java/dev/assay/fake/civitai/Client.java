package dev.assay.fake.civitai;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A plain client for the fake's own tests; it follows no redirect. */
final class Client {
    static final String AGENT = "fake-test/1";

    private final String base;

    Client(String base) {
        this.base = base;
    }

    record Answer(int status, String body, HttpURLConnection connection) {
        String header(String name) {
            return String.valueOf(connection.getHeaderField(name));
        }

        Object json() {
            return Json.parse(body);
        }

        Map<String, Object> object() {
            return Json.object(json());
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return ask("GET", path, null, headers);
    }

    Answer post(String path, String json) throws IOException {
        return ask("POST", path, json, "Content-Type", "application/json");
    }

    Answer ask(String method, String path, String body, String... headers) throws IOException {
        URI address = URI.create(path.startsWith("http") ? path : base + path);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("User-Agent", AGENT);
        for (int i = 0; i < headers.length; i += 2) {
            connection.setRequestProperty(headers[i], headers[i + 1]);
        }
        if (body != null) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(status, text, connection);
    }
}
