package dev.assay.fake.civitai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The troubles that the site, its edge and the network between are known for. */
public final class Faults {
    private static final String CHALLENGE =
            "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><script>"
                    + "window._cf_chl_opt={}</script><noscript>Enable JavaScript and cookies to"
                    + " continue</noscript></body></html>";
    private static final Pattern FIRST_OBJECT = Pattern.compile("\\{");
    private static final Pattern NAME = Pattern.compile("\"name\":\"");

    private Faults() {}

    /** Waits, then answers as ever. */
    public static Fault delay(Duration wait) {
        return (_, healthy) -> healthy.get().after(wait);
    }

    /** Takes the request and closes without a byte. */
    public static Fault closeAtOnce() {
        return cut(0);
    }

    /** Takes the request and resets the connection. */
    public static Fault reset() {
        return (_, healthy) -> healthy.get().delivered(new Delivery.Reset(0));
    }

    /** The first bytes of the response, head included, then an orderly close. */
    public static Fault cut(int bytes) {
        return (_, healthy) -> healthy.get().delivered(new Delivery.Cut(bytes));
    }

    /** The whole head with the right length, half the body, then a close. */
    public static Fault halfBody() {
        return (_, healthy) -> {
            Reply reply = healthy.get();
            Reply closing = reply.delivered(new Delivery.Cut(0));
            return reply.delivered(
                    new Delivery.Cut(closing.head().length + reply.body().length / 2));
        };
    }

    /** The head, half the body, then nothing more until the client gives up. */
    public static Fault stall() {
        return (_, healthy) -> {
            Reply reply = healthy.get();
            Reply closing = reply.delivered(new Delivery.Stalled(0));
            return reply.delivered(
                    new Delivery.Stalled(closing.head().length + reply.body().length / 2));
        };
    }

    /** So many bytes at a time, with a pause after each. */
    public static Fault drip(int bytes, Duration pause) {
        return (_, healthy) -> healthy.get().delivered(new Delivery.Dripped(bytes, pause));
    }

    /** A whole recorded response, head included. */
    public static Fault raw(byte[] response) {
        return reply(Reply.raw(response));
    }

    /** This reply, whatever the question. */
    public static Fault reply(Reply reply) {
        return (_, _) -> reply;
    }

    /** 200 with a web page. */
    public static Fault html200() {
        return reply(Reply.html(200, "<!DOCTYPE html><html><body>Be right back</body></html>"));
    }

    /** 200 with the JSON text {@code null}. */
    public static Fault nullBody() {
        return reply(Reply.json(200, "null"));
    }

    /** 200 with the service layer's error text. */
    public static Fault errorIn200() {
        return reply(Reply.json(200, "{\"message\":\"An unexpected error occurred\"}"));
    }

    /** The healthy body packed, with or without saying so. */
    public static Fault gzip(boolean declared) {
        return (_, healthy) -> {
            Reply reply = healthy.get().withBody(pack(healthy.get().body()));
            return declared ? reply.with("Content-Encoding", "gzip") : reply;
        };
    }

    private static byte[] pack(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** 429 of the edge without a hint. */
    public static Fault tooMany() {
        return reply(Reply.text(429, "error code: 1015"));
    }

    /** 429 with {@code Retry-After} exactly as written here. */
    public static Fault tooMany(String retryAfter) {
        return reply(Reply.text(429, "error code: 1015").with("Retry-After", retryAfter));
    }

    /** 429 with {@code Retry-After} as an HTTP date. */
    public static Fault tooManyUntil(Instant instant) {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
        return tooMany(date);
    }

    /** The 429 about pages, which no waiting cures. */
    public static Fault pageCap() {
        String text = "You've requested too many pages, please use cursors instead";
        return reply(Reply.error(429, text));
    }

    /** 500 of the framework: plain text. */
    public static Fault error500() {
        return reply(Reply.text(500, "Internal Server Error"));
    }

    /** 500 of the service layer: JSON. */
    public static Fault error500Json() {
        return reply(
                Reply.json(
                        500,
                        Json.of(
                                "message", "An unexpected error occurred",
                                "error", "timeout exceeded when trying to connect")));
    }

    /** A page of the edge with this status: 502, 503, 504, 520 to 527, 530. */
    public static Fault gateway(int status) {
        String page = "<!DOCTYPE html><html><body><h1>Error " + status + "</h1></body></html>";
        return reply(Reply.html(status, page).with("Server", "cloudflare"));
    }

    /** 503 of the search with the one {@code Retry-After} the site itself sends. */
    public static Fault overloaded() {
        String text = "Model search is temporarily overloaded — please retry.";
        return reply(
                Reply.error(503, text).with("Retry-After", "2").with("Cache-Control", "no-store"));
    }

    /** 403 with the edge's challenge page. */
    public static Fault challenge() {
        return reply(challengePage(403));
    }

    /** 200 with the edge's challenge page. */
    public static Fault challenge200() {
        return reply(challengePage(200));
    }

    static Reply challengePage(int status) {
        return Reply.html(status, CHALLENGE)
                .with("Server", "cloudflare")
                .with("cf-mitigated", "challenge");
    }

    /** 451 for a country. */
    public static Fault regionBlocked() {
        String text =
                "Access to this service is not available in your region due to legal restrictions.";
        return reply(Reply.json(451, Json.of("error", text, "code", "REGION_BLOCKED")));
    }

    /** 413 of the framework. */
    public static Fault tooLarge() {
        return reply(Reply.text(413, "Body exceeded 1mb limit"));
    }

    /** A redirect to this address. */
    public static Fault redirect(int status, String location) {
        return reply(Reply.text(status, "").with("Location", location));
    }

    /** The healthy answer with types, base models and scan results nobody has seen. */
    public static Fault unknownEnumValues() {
        return changedTree(Mutations::unknownEnumValues);
    }

    /** The healthy answer with members nobody has seen, in every object. */
    public static Fault unknownKeys() {
        return changedTree(Mutations::unknownKeys);
    }

    /** The healthy answer with every number that is a member as text. */
    public static Fault numbersAsStrings() {
        return changedTree(Mutations::numbersAsStrings);
    }

    /** The healthy answer with half a surrogate pair in every name. */
    public static Fault loneSurrogates() {
        return changedTree(Mutations::loneSurrogates);
    }

    /** The healthy answer with 5 MB of {@code meta} in its first object. */
    public static Fault hugeMeta() {
        String meta = "{\"meta\":\"" + "x".repeat(5_000_000) + "\",";
        return changed(json -> FIRST_OBJECT.matcher(json).replaceFirst(meta));
    }

    /** The healthy answer with every name twice in its object. */
    public static Fault duplicateKeys() {
        return changed(json -> NAME.matcher(json).replaceAll("\"name\":\"other\",\"name\":\""));
    }

    /** The healthy answer after a byte order mark. */
    public static Fault byteOrderMark() {
        return changed(json -> "\uFEFF" + json);
    }

    private static Fault changedTree(UnaryOperator<Object> change) {
        return changed(json -> Json.write(change.apply(Json.parse(json))));
    }

    private static Fault changed(UnaryOperator<String> change) {
        return (_, healthy) -> {
            Reply reply = healthy.get();
            String text = change.apply(reply.text());
            return reply.withBody(text.getBytes(StandardCharsets.UTF_8));
        };
    }
}
