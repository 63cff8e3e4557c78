package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the answers of the routes from what the site holds. Members a recording lacks stay out.
 */
final class Bodies {
    private static final int IMAGES_OF_A_VERSION = 10;

    /** Members of a version in the order of the source. */
    private static final List<String> VERSION_MEMBERS =
            List.of(
                    "name",
                    "nsfwLevel",
                    "createdAt",
                    "updatedAt",
                    "status",
                    "publishedAt",
                    "trainedWords",
                    "trainingStatus",
                    "trainingDetails",
                    "baseModel",
                    "baseModelType",
                    "earlyAccessTimeFrame",
                    "earlyAccessEndsAt",
                    "earlyAccessConfig",
                    "description",
                    "uploadType",
                    "usageControl",
                    "licensingFee",
                    "paidAccess",
                    "air",
                    "stats");

    /** Members that only the versions inside a model have. */
    private static final List<String> ONLY_BY_MODEL_ID = List.of("createdAt", "status");

    private Bodies() {}

    /** The body of {@code by-hash} and {@code model-versions/{id}}. */
    static Map<String, Object> version(StoredVersion version, List<StoredFile> files) {
        Map<String, Object> body = Json.of("id", version.id, "modelId", version.model.id);
        VERSION_MEMBERS.forEach(name -> copy(version.body, body, name));
        body.put("model", modelOfVersion(version.model));
        boolean archived = version.model.archived();
        body.put("files", archived ? List.of() : files.stream().map(Bodies::file).toList());
        body.put("images", version.model.takenDown() ? List.of() : images(version));
        if (!archived) {
            copy(version.body, body, "downloadUrl");
        }
        return body;
    }

    private static Map<String, Object> modelOfVersion(StoredModel model) {
        Map<String, Object> body = new LinkedHashMap<>();
        List.of("name", "type", "nsfw", "poi", "mode")
                .forEach(name -> copy(model.body, body, name));
        return body;
    }

    private static List<Object> images(StoredVersion version) {
        List<Object> images = Json.array(version.body.get("images"));
        return images.subList(0, Math.min(IMAGES_OF_A_VERSION, images.size()));
    }

    /** A file of a version body: {@code primary} is there on every one. */
    private static Map<String, Object> file(StoredFile file) {
        Map<String, Object> body = new LinkedHashMap<>(file.body);
        body.put("primary", Boolean.TRUE.equals(body.get("primary")));
        return body;
    }

    /** An item of {@code /models}. */
    static Map<String, Object> item(StoredModel model, Collection<StoredVersion> versions) {
        Map<String, Object> body = new LinkedHashMap<>(model.body);
        List<Object> inside = new ArrayList<>();
        for (StoredVersion version : versions) {
            Map<String, Object> one = insideModel(version);
            ONLY_BY_MODEL_ID.forEach(one::remove);
            inside.add(one);
        }
        body.put("modelVersions", inside);
        return body;
    }

    /** The body of {@code /models/{id}}: null members and empty lists of versions vanish. */
    static Map<String, Object> model(StoredModel model, Collection<StoredVersion> versions) {
        Map<String, Object> body = new LinkedHashMap<>(model.body);
        List<Object> inside = new ArrayList<>();
        for (StoredVersion version : versions) {
            Map<String, Object> one = insideModel(version);
            one.values().removeIf(Bodies::empty);
            inside.add(one);
        }
        body.put("modelVersions", inside);
        return body;
    }

    private static boolean empty(Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }

    private static Map<String, Object> insideModel(StoredVersion version) {
        Map<String, Object> body = new LinkedHashMap<>(version.body);
        List.of("modelId", "air", "uploadType", "usageControl", "updatedAt").forEach(body::remove);
        boolean archived = version.model.archived();
        body.put("files", archived ? List.of() : insideModelFiles(version));
        body.putIfAbsent("images", List.of());
        if (archived) {
            body.remove("downloadUrl");
        }
        return body;
    }

    private static List<Object> insideModelFiles(StoredVersion version) {
        List<Object> files = new ArrayList<>();
        for (StoredFile file : version.publicFiles()) {
            Map<String, Object> body = new LinkedHashMap<>(file.body);
            if (!Boolean.TRUE.equals(body.get("primary"))) {
                body.remove("primary");
            }
            files.add(body);
        }
        return files;
    }

    private static void copy(Map<String, Object> from, Map<String, Object> to, String name) {
        if (from.containsKey(name)) {
            to.put(name, from.get(name));
        }
    }
}
