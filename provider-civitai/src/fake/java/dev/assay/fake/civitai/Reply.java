package dev.assay.fake.civitai;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer, and how it is to be delivered.
 *
 * @param status 0 when {@code body} is a whole raw response, head included
 * @param delay the wait before the first byte
 */
public record Reply(
        int status, Map<String, String> headers, byte[] body, Delivery delivery, Duration delay) {

    static final String JSON = "application/json; charset=utf-8";

    /** JSON text with the type header that the site sends. */
    public static Reply json(int status, String json) {
        return of(status, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, Object value) {
        return json(status, Json.write(value));
    }

    /** The site's usual error form. */
    static Reply error(int status, String message) {
        return json(status, Json.of("error", message));
    }

    /** Plain text. */
    public static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A web page. */
    public static Reply html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole recorded response, head included, after which the connection is closed. */
    public static Reply raw(byte[] response) {
        return new Reply(0, Map.of(), response, new Delivery.ThenClose(), Duration.ZERO);
    }

    static Reply of(int status, String type, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        return new Reply(status, headers, body, new Delivery.Whole(), Duration.ZERO);
    }

    /** The same with another header; an empty value takes the header away. */
    public Reply with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Reply(status, changed, body, delivery, delay);
    }

    /** The same with other bytes. */
    public Reply withBody(byte[] bytes) {
        return new Reply(status, headers, bytes, delivery, delay);
    }

    /** The same, delivered otherwise. */
    public Reply delivered(Delivery way) {
        return new Reply(status, headers, body, way, delay);
    }

    /** The same after a wait. */
    public Reply after(Duration wait) {
        return new Reply(status, headers, body, delivery, delay.plus(wait));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The head alone, as it goes over the wire. */
    byte[] head() {
        if (status == 0) {
            return new byte[0];
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Fake\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (status != 304 && !headers.containsKey("Content-Length")) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        if (!(delivery instanceof Delivery.Whole)) {
            head.append("Connection: close\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Head and body as they go over the wire; HEAD and 304 have no body. */
    byte[] wire(String method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head());
        if (status != 304 && (status == 0 || !method.equals("HEAD"))) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }
}
