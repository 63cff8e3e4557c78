package dev.assay.fake.civitai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A response that a client must not believe, take long over, or fall over.
 *
 * @param name what is wrong with it, in a word or two
 * @param bytes the response as on the wire, head included
 * @param expected the verdict: {@code FOUND}, {@code TRANSIENT}, {@code REJECT_MISMATCH}, {@code
 *     AUTH_ERROR} and so on; several are joined with {@code _OR_}
 */
@SuppressWarnings("ArrayRecordComponent")
public record HostileResponse(String name, byte[] bytes, String expected) {
    /** The hash that every body here is about. */
    public static final String HASH =
            "A5F58EB1C33616C4F06BCA55AF39876A7B817913CD829CAA8ACB111B770C85CC";

    /** From this size on, in bytes, cuts would say nothing new and take long. */
    private static final int LARGE = 1 << 20;

    private static final String OTHER = "B".repeat(64);
    private static final String PAGE = "<!DOCTYPE html><html><body>Just a moment...</body></html>";

    /** The responses of a folder that has {@code hostile.zip} and {@code expected.tsv}, or none. */
    public static List<HostileResponse> recorded(Path folder) throws IOException {
        Path archive = folder.resolve("hostile.zip");
        if (!Files.isRegularFile(archive)) {
            return List.of();
        }
        List<HostileResponse> all = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (String line : Files.readAllLines(folder.resolve("expected.tsv"))) {
                String[] cells = line.split("\t");
                if (cells[0].startsWith("http/")) {
                    ZipEntry entry = zip.getEntry(cells[0]);
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    all.add(new HostileResponse(cells[0].substring(5), bytes, cells[3]));
                }
            }
        }
        return List.copyOf(all);
    }

    /**
     * Responses made here, one of every kind, so that a clone without recordings tests them too.
     */
    public static List<HostileResponse> own() {
        List<HostileResponse> all = new ArrayList<>();
        String body = version(HASH);
        int half = body.length() / 2;
        all.add(json("match", body, "FOUND"));
        all.add(json("other hash", version(OTHER), "REJECT_MISMATCH"));
        all.add(json("cut JSON", body.substring(0, half), "TRANSIENT"));
        all.add(json("null", "null", "TRANSIENT"));
        all.add(json("deep", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000), "TRANSIENT"));
        all.add(
                json(
                        "error in 200",
                        "{\"message\":\"An unexpected error occurred\"}",
                        "TRANSIENT"));
        all.add(json("huge string", "{\"x\":\"" + "x".repeat(17_000_000) + "\"}", "TRANSIENT"));
        all.add(made("page", 200, Map.of("Content-Type", "text/html"), PAGE, "TRANSIENT"));
        all.add(made("page as JSON", 200, Map.of("Content-Type", Reply.JSON), PAGE, "TRANSIENT"));
        all.add(made("404 page", 404, Map.of("Content-Type", "text/html"), PAGE, "TRANSIENT"));
        all.add(made("404 empty", 404, Map.of(), "", "TRANSIENT"));
        all.add(made("403 challenge", 403, Map.of("Content-Type", "text/html"), PAGE, "TRANSIENT"));
        all.add(raw("no length, cut", "Connection: close", body.substring(0, half)));
        all.add(
                raw(
                        "fewer than declared",
                        "Content-Length: " + body.length(),
                        body.substring(0, half)));
        all.add(
                raw(
                        "chunks, cut",
                        "Transfer-Encoding: chunked",
                        "64\r\n" + body.substring(0, half)));
        all.add(raw("negative length", "Content-Length: -1", body).expecting("FOUND_OR_TRANSIENT"));
        all.add(
                raw("two lengths", "Content-Length: 1\r\nContent-Length: 9", body)
                        .expecting("FOUND_OR_TRANSIENT"));
        for (String where :
                List.of(
                        "https://example.invalid/",
                        "http://127.0.0.1:1/",
                        "file:///etc/passwd",
                        "",
                        "/%0d%0aX:y")) {
            all.add(made("redirect to " + where, 302, Map.of("Location", where), "", "TRANSIENT"));
        }
        for (String wait :
                List.of(
                        "0",
                        "1500",
                        "-5",
                        "junk",
                        "9".repeat(20),
                        "Sunday, 06-Nov-94 08:49:37 GMT")) {
            all.add(made("429 after " + wait, 429, Map.of("Retry-After", wait), "{}", "TRANSIENT"));
        }
        for (int status : List.of(500, 502, 503, 504, 520, 522, 523, 524, 525, 530)) {
            all.add(
                    made(
                            "page with " + status,
                            status,
                            Map.of("Content-Type", "text/html"),
                            PAGE,
                            "TRANSIENT"));
        }
        all.add(
                made(
                        "401",
                        401,
                        Map.of("Content-Type", Reply.JSON),
                        "{\"error\":\"Unauthorized\"}",
                        "AUTH_ERROR"));
        all.add(
                new HostileResponse(
                        "not HTTP", "SSH-2.0-x\r\n".getBytes(StandardCharsets.UTF_8), "TRANSIENT"));
        all.add(new HostileResponse("nothing", new byte[0], "TRANSIENT"));
        return List.copyOf(all);
    }

    /**
     * The whole, in small pieces, and cut in five places; a cut in the middle is never a success.
     */
    public List<Delivery> deliveries() {
        int length = bytes.length;
        int head = headLength();
        int piece = Math.max(1, length / 20);
        List<Delivery> ways = new ArrayList<>();
        ways.add(new Delivery.ThenClose());
        ways.add(new Delivery.Dripped(piece, Duration.ofMillis(1)));
        if (length > LARGE) {
            return List.copyOf(ways);
        }
        for (int cut : new int[] {0, head / 2, head, (head + length) / 2, length - 1}) {
            if (cut >= 0 && cut < length) {
                ways.add(new Delivery.Cut(cut));
            }
        }
        ways.add(new Delivery.Reset((head + length) / 2));
        return List.copyOf(ways);
    }

    /** How many bytes the head has, its empty line included. */
    public int headLength() {
        String text =
                new String(bytes, 0, Math.min(bytes.length, 4_096), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text.length() : end + 4;
    }

    @Override
    public String toString() {
        return name;
    }

    private HostileResponse expecting(String verdict) {
        return new HostileResponse(name, bytes, verdict);
    }

    private static HostileResponse json(String name, String body, String expected) {
        return made(name, 200, Map.of("Content-Type", Reply.JSON), body, expected);
    }

    private static HostileResponse made(
            String name, int status, Map<String, String> headers, String body, String expected) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Reply reply =
                new Reply(
                        status,
                        new LinkedHashMap<>(headers),
                        bytes,
                        new Delivery.ThenClose(),
                        Duration.ZERO);
        return new HostileResponse(name, reply.wire("GET"), expected);
    }

    private static HostileResponse raw(String name, String header, String body) {
        String response =
                "HTTP/1.1 200 OK\r\nContent-Type: "
                        + Reply.JSON
                        + "\r\n"
                        + header
                        + "\r\n\r\n"
                        + body;
        return new HostileResponse(name, response.getBytes(StandardCharsets.UTF_8), "TRANSIENT");
    }

    private static String version(String hash) {
        return Json.write(
                Json.of(
                        "id",
                        2514310L,
                        "modelId",
                        827184L,
                        "name",
                        "v1",
                        "baseModel",
                        "SDXL 1.0",
                        "model",
                        Json.of("name", "Demo", "type", "Checkpoint", "nsfw", false),
                        "files",
                        List.of(Json.of("id", 1L, "hashes", Json.of("SHA256", hash))),
                        "images",
                        List.of()));
    }
}
