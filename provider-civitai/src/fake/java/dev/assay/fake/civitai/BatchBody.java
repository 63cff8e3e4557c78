package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the two POST routes do with their body before they look anything up. */
sealed interface BatchBody {
    /** The largest body that is read, in bytes. */
    int LIMIT = 1 << 20;

    int HASH_DIGITS = 64;

    /** The hashes asked for, as sent. */
    record Hashes(List<String> hashes) implements BatchBody {}

    /** The answer to a body that breaks a rule. */
    record Refused(Reply reply) implements BatchBody {}

    /** Applies the rules in the site's order: size, type, JSON, then the schema. */
    static BatchBody read(Request request, int maximum) {
        if (request.body().length > LIMIT) {
            return new Refused(Reply.text(413, "Body exceeded 1mb limit"));
        }
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            return refused(List.of(wrongType("array", "undefined", List.of())));
        }
        boolean json = request.header("content-type").orElse("").startsWith("application/json");
        if (!json) {
            return refused(List.of(wrongType("array", "string", List.of())));
        }
        try {
            return schema(
                    request.body().length == 0 ? Map.of() : Json.parse(request.text()), maximum);
        } catch (Json.Broken | NumberFormatException e) {
            return new Refused(Reply.text(400, "Invalid JSON"));
        }
    }

    private static BatchBody schema(Object body, int maximum) {
        if (!(body instanceof List<?> list)) {
            return refused(List.of(wrongType("array", typeOf(body), List.of())));
        }
        List<Object> issues = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String hash)) {
                issues.add(wrongType("string", typeOf(list.get(i)), List.of((long) i)));
            } else if (hash.length() != HASH_DIGITS) {
                issues.add(
                        Json.of(
                                "code", "custom",
                                "path", List.of((long) i),
                                "message", "Invalid hash"));
            } else {
                hashes.add(hash);
            }
        }
        if (list.size() > maximum) {
            issues.add(tooBig("array", maximum, List.of(), "Too many hashes"));
        }
        return issues.isEmpty() ? new Hashes(hashes) : refused(issues);
    }

    private static Refused refused(List<Object> issues) {
        String text = "Request must include an array of SHA256 Hashes. " + pretty(issues);
        return new Refused(Reply.error(400, text));
    }

    private static Map<String, Object> wrongType(String expected, String got, List<Object> path) {
        return Json.of(
                "expected",
                expected,
                "code",
                "invalid_type",
                "path",
                path,
                "message",
                "Invalid input: expected " + expected + ", received " + got);
    }

    /** A schema issue about a number or a length. */
    static Map<String, Object> tooBig(
            String origin, long maximum, List<Object> path, String message) {
        return Json.of(
                "origin", origin,
                "code", "too_big",
                "maximum", maximum,
                "inclusive", true,
                "path", path,
                "message", message);
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case null -> "null";
            case String _ -> "string";
            case Number _ -> "number";
            case Boolean _ -> "boolean";
            case List<?> _ -> "array";
            default -> "object";
        };
    }

    /** Two blanks a level, an empty list on one line: what the site's error texts carry inside. */
    static String pretty(Object value) {
        return pretty(value, "\n");
    }

    private static String pretty(Object value, String line) {
        String deeper = line + "  ";
        List<String> parts = new ArrayList<>();
        if (value instanceof List<?> list && !list.isEmpty()) {
            list.forEach(element -> parts.add(pretty(element, deeper)));
            return "[" + deeper + String.join("," + deeper, parts) + line + "]";
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach(
                    (name, member) -> parts.add(Json.write(name) + ": " + pretty(member, deeper)));
            return "{" + deeper + String.join("," + deeper, parts) + line + "}";
        }
        return Json.write(value);
    }
}
