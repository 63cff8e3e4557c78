package dev.assay.fake.civitai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Drifts of a healthy JSON answer, made on its tree so that text inside strings stays as it is. */
final class Mutations {
    private static final Set<String> OPEN_ENUMS =
            Set.of("type", "baseModel", "pickleScanResult", "virusScanResult", "format", "mode");

    private Mutations() {}

    static Object unknownEnumValues(Object body) {
        return members(body, (name, value) -> isEnum(name, value) ? "NeverSeenBefore" : value);
    }

    private static boolean isEnum(String name, Object value) {
        return OPEN_ENUMS.contains(name) && value instanceof String;
    }

    static Object numbersAsStrings(Object body) {
        return members(body, (_, value) -> value instanceof Number ? String.valueOf(value) : value);
    }

    static Object loneSurrogates(Object body) {
        return members(
                body,
                (name, value) ->
                        name.equals("name") && value instanceof String ? "\ud83d" + value : value);
    }

    /** Every object gains a member with something deep in it. */
    static Object unknownKeys(Object body) {
        return switch (body) {
            case Map<?, ?> map -> {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("zzNew", Json.of("deep", List.of(1L, Json.of("a", null))));
                map.forEach((name, value) -> result.put((String) name, unknownKeys(value)));
                yield result;
            }
            case List<?> list -> list.stream().map(Mutations::unknownKeys).toList();
            case null -> null;
            default -> body;
        };
    }

    private static Object members(Object body, BiFunction<String, Object, Object> change) {
        return switch (body) {
            case Map<?, ?> map -> {
                Map<String, Object> result = new LinkedHashMap<>();
                map.forEach((name, value) ->
                        result.put(
                                (String) name,
                                change.apply((String) name, members(value, change))));
                yield result;
            }
            case List<?> list -> list.stream().map(one -> members(one, change)).toList();
            case null -> null;
            default -> body;
        };
    }
}
