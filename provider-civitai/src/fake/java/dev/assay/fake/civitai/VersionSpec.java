package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A version to be added with its model, built up in steps. */
public final class VersionSpec {
    private final long id;
    private final Map<String, Object> body;
    private final List<FileSpec> files = new ArrayList<>();
    private Optional<FileSpec> linkedVae = Optional.empty();
    private boolean published = true;
    private boolean brokenForEver;

    VersionSpec(long id) {
        this.id = id;
        this.body = ordinary(id);
    }

    private static Map<String, Object> ordinary(long id) {
        return Json.of(
                "id", id,
                "index", 0L,
                "name", "v" + id,
                "baseModel", "SDXL 1.0",
                "baseModelType", "Standard",
                "createdAt", "2026-01-01T00:00:00.000Z",
                "updatedAt", "2026-01-02T00:00:00.000Z",
                "publishedAt", "2026-01-01T12:00:00.000Z",
                "status", "Published",
                "availability", "Public",
                "nsfwLevel", 1L,
                "description", null,
                "trainedWords", List.of("word" + id),
                "uploadType", "Created",
                "usageControl", "Download",
                "stats", Json.of("downloadCount", 10L, "thumbsUpCount", 3L),
                "images", List.of());
    }

    /** Sets any member of the version's body; null is JSON's null. */
    public VersionSpec with(String member, Object value) {
        body.put(member, value);
        return this;
    }

    /** The version's name. */
    public VersionSpec named(String name) {
        return with("name", name);
    }

    /** The instant of publication as ISO 8601 text. */
    public VersionSpec publishedAt(String instant) {
        return with("publishedAt", instant);
    }

    /** Level 0: {@code model-versions/{id}} answers 404. */
    public VersionSpec unrated() {
        return with("nsfwLevel", 0L);
    }

    /** A draft: nothing finds it. */
    public VersionSpec unpublished() {
        published = false;
        return this;
    }

    /** Every single look-up of this version answers 500. */
    public VersionSpec brokenForEver() {
        brokenForEver = true;
        return this;
    }

    /** Adds a file with this SHA256 (64 hex digits). */
    public VersionSpec file(String sha256) {
        return file(sha256, _ -> {});
    }

    /** Adds a file; {@code details} sees it with its SHA256 and AutoV2. */
    public VersionSpec file(String sha256, Consumer<FileSpec> details) {
        FileSpec file = new FileSpec(id * 10 + files.size(), sha256, files.isEmpty());
        details.accept(file);
        files.add(file);
        return this;
    }

    /** A VAE of another version, which {@code model-versions/{id}} lists among this one's files. */
    public VersionSpec linkedVae(String sha256) {
        linkedVae = Optional.of(new FileSpec(id * 10 + 9, sha256, false));
        return this;
    }

    StoredVersion build(StoredModel model, String baseUrl) {
        String type = airType(String.valueOf(model.body.get("type")));
        body.put("air", "urn:air:sdxl:" + type + ":civitai:" + model.id + "@" + id);
        body.put("downloadUrl", baseUrl + "/api/download/models/" + id);
        StoredVersion version = new StoredVersion(model, id, body);
        version.published = published;
        version.brokenForEver = brokenForEver;
        version.linkedVae = linkedVae.map(file -> file.build(version, baseUrl));
        files.forEach(file -> version.files.add(file.build(version, baseUrl)));
        return version;
    }

    private static String airType(String type) {
        return switch (type) {
            case "TextualInversion" -> "embedding";
            case "Hypernetwork" -> "hypernet";
            case "AestheticGradient" -> "ag";
            case "MotionModule" -> "motion";
            case "LoCon" -> "lycoris";
            case "Checkpoint", "LORA", "DoRA", "Upscaler", "VAE", "Controlnet", "UNet" ->
                    type.toLowerCase(Locale.ROOT);
            default -> "unknown";
        };
    }
}
