package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code model-versions/{id}} and its small sister. Anything but GET is 405 on both. */
final class VersionRoutes {
    private final Site site;

    VersionRoutes(Site site) {
        this.site = site;
    }

    Reply version(Request request) {
        return version(Route.VERSION.argument(request.path()))
                .with("Cache-Control", "public, s-maxage=300, stale-while-revalidate=150");
    }

    private Reply version(String argument) {
        Optional<Double> id = Ids.number(argument);
        if (id.isEmpty()) {
            return Reply.error(400, "✖ Invalid input: expected number, received NaN\n  → at id");
        }
        if (id.get() == 0) {
            return Reply.error(400, "Missing modelVersionId");
        }
        if (id.get() > Integer.MAX_VALUE) {
            return Reply.error(500, "Failed to fetch model version details");
        }
        return site.version(id.get().longValue())
                .filter(VersionRoutes::shown)
                .map(VersionRoutes::found)
                .orElse(Reply.error(404, "Model not found"));
    }

    /** An unrated version is absent here although its hash is found. */
    private static boolean shown(StoredVersion version) {
        boolean rated = (version.level() & StoredModel.ALL_LEVELS) != 0;
        return rated && version.published && version.model.published;
    }

    private static Reply found(StoredVersion version) {
        if (version.brokenForEver) {
            return Reply.error(500, "Failed to fetch model version details");
        }
        List<StoredFile> files = new ArrayList<>(version.files);
        files.removeIf(file -> !file.visible);
        version.linkedVae.ifPresent(vae -> files.add(asVae(vae)));
        if (files.isEmpty() && !version.model.archived()) {
            return Reply.error(404, "Missing model file");
        }
        return Reply.json(
                200, Bodies.version(version, files.stream().map(VersionRoutes::raw).toList()));
    }

    /** This route's dates come straight from the database: without a zone. */
    private static StoredFile raw(StoredFile file) {
        Map<String, Object> body = new LinkedHashMap<>(file.body);
        body.computeIfPresent("scannedAt", (_, date) -> String.valueOf(date).replace("Z", ""));
        body.remove("overrideName");
        return new StoredFile(file.version, body);
    }

    private static StoredFile asVae(StoredFile file) {
        Map<String, Object> body = new LinkedHashMap<>(file.body);
        body.put("type", "VAE");
        return new StoredFile(file.version, body);
    }

    Reply mini(Request request) {
        return Ids.number(Route.VERSION_MINI.argument(request.path()))
                .flatMap(id -> site.version(id.longValue()))
                .filter(VersionRoutes::shown)
                .filter(version -> !version.publicFiles().isEmpty())
                .map(version -> Reply.json(200, mini(version)))
                .orElse(Reply.error(404, "Model not found"));
    }

    private static Map<String, Object> mini(StoredVersion version) {
        StoredFile file = version.publicFiles().getFirst();
        Map<String, Object> body = Json.of("air", version.body.get("air"));
        body.put("versionName", version.body.get("name"));
        body.put("modelName", version.model.body.get("name"));
        body.put("baseModel", version.body.get("baseModel"));
        body.put("availability", version.body.getOrDefault("availability", "Public"));
        body.put("publishedAt", version.body.get("publishedAt"));
        body.put("size", file.body.get("sizeKB"));
        body.put("fileType", file.body.get("type"));
        body.put("fileName", file.name());
        body.put("hashes", file.hashes());
        body.put("downloadUrls", List.of(String.valueOf(version.body.get("downloadUrl"))));
        body.put("canGenerate", false);
        body.put("requireAuth", false);
        body.put("checkPermission", false);
        return body;
    }
}
