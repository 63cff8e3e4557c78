package dev.assay.fake.civitai;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came off the socket.
 *
 * @param origin the base URL of the listener that took it
 * @param rawQuery what stands after the question mark, undecoded, or an empty string
 * @param headers lower-case names in the order sent
 */
public record Request(
        String origin,
        String method,
        String path,
        String rawQuery,
        Map<String, List<String>> headers,
        byte[] body) {

    /** The first value of a header; the name in any case. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.stream().findFirst();
    }

    /** All values of a query parameter, decoded. */
    public List<String> query(String name) {
        return parameters().getOrDefault(name, List.of());
    }

    /** All query parameters, decoded, in the order sent. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                result.computeIfAbsent(decode(name), _ -> new ArrayList<>()).add(decode(value));
            }
        }
        return result;
    }

    /** The key the caller sent: the header wins over {@code ?token=}. */
    public Optional<String> key() {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip())
                .or(() -> query("token").stream().findFirst());
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
