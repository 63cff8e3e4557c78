package dev.assay.fake.civitai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes recorded answers of the site into the fake: a model, an item or a page of {@code /models},
 * or a version as {@code by-hash} gives it. A file of another shape is named, not guessed at.
 */
public final class RecordedBodies {
    private RecordedBodies() {}

    /** What one load took and left. */
    public record Loaded(int models, int versions, List<String> leftOut) {}

    /** Loads every {@code *.json} of a folder, in the order of their names. */
    static Loaded load(Path folder, Site site) throws IOException {
        int models = 0;
        int versions = 0;
        List<String> leftOut = new ArrayList<>();
        for (Path file : bodies(folder)) {
            List<StoredModel> found = read(Files.readString(file));
            if (found.isEmpty()) {
                leftOut.add(file.getFileName().toString());
            }
            found.forEach(site::add);
            models += found.size();
            versions += found.stream().mapToInt(model -> model.versions.size()).sum();
        }
        return new Loaded(models, versions, List.copyOf(leftOut));
    }

    private static List<Path> bodies(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    /** The models of one recorded answer; none when it is of a shape that holds no model. */
    static List<StoredModel> read(String text) {
        Map<String, Object> body = Json.object(Json.parse(text));
        if (body.get("modelVersions") instanceof List<?>) {
            return List.of(model(body));
        }
        if (body.get("modelId") instanceof Number && body.get("files") instanceof List<?>) {
            return List.of(versionAlone(body));
        }
        return Json.array(body.get("items")).stream()
                .map(Json::object)
                .filter(item -> item.get("modelVersions") instanceof List<?>)
                .map(RecordedBodies::model)
                .toList();
    }

    private static StoredModel model(Map<String, Object> recorded) {
        Map<String, Object> body = new LinkedHashMap<>(recorded);
        Object versions = body.remove("modelVersions");
        StoredModel model = new StoredModel(number(body, "id"), body);
        Json.array(versions).forEach(version -> addVersion(model, Json.object(version)));
        return model;
    }

    private static StoredModel versionAlone(Map<String, Object> recorded) {
        Map<String, Object> body = Json.of("id", recorded.get("modelId"));
        body.putAll(Json.object(recorded.get("model")));
        if (recorded.containsKey("creator")) {
            body.put("creator", recorded.get("creator"));
        }
        StoredModel model = new StoredModel(number(body, "id"), body);
        addVersion(model, recorded);
        return model;
    }

    private static void addVersion(StoredModel model, Map<String, Object> recorded) {
        Map<String, Object> body = new LinkedHashMap<>(recorded);
        List.of("model", "creator").forEach(body::remove);
        StoredVersion version = new StoredVersion(model, number(body, "id"), body);
        Json.array(body.remove("files"))
                .forEach(file -> version.files.add(new StoredFile(version, Json.object(file))));
        model.versions.add(version);
    }

    private static long number(Map<String, Object> body, String name) {
        return ((Number) body.get(name)).longValue();
    }
}
