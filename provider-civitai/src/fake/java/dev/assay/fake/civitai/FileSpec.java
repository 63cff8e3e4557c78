package dev.assay.fake.civitai;

import java.util.Locale;
import java.util.Map;

/** A file to be added with its version, built up in steps. */
public final class FileSpec {
    private final Map<String, Object> hashes;
    private final Map<String, Object> body;
    private boolean visible = true;
    private boolean replaced;
    private byte[] content = new byte[0];

    FileSpec(long id, String sha256, boolean primary) {
        String upper = sha256.toUpperCase(Locale.ROOT);
        hashes = Json.of("AutoV2", upper.substring(0, 10), "SHA256", upper);
        body =
                Json.of(
                        "id",
                        id,
                        "sizeKB",
                        1024L,
                        "name",
                        "file" + id + ".safetensors",
                        "overrideName",
                        null,
                        "type",
                        "Model",
                        "pickleScanResult",
                        "Success",
                        "pickleScanMessage",
                        "No Pickle imports",
                        "virusScanResult",
                        "Success",
                        "virusScanMessage",
                        null,
                        "scannedAt",
                        "2026-01-01T13:00:00.000Z",
                        "metadata",
                        Json.of("format", "SafeTensor", "size", "full", "fp", "fp16"),
                        "hashes",
                        hashes,
                        "primary",
                        primary);
    }

    /** Sets any member of the file's body; null is JSON's null. */
    public FileSpec with(String member, Object value) {
        body.put(member, value);
        return this;
    }

    /** Adds or changes a hash: {@code AutoV1}, {@code AutoV3}, {@code CRC32}, {@code BLAKE3}. */
    public FileSpec hash(String type, String value) {
        hashes.put(type, value.toUpperCase(Locale.ROOT));
        return this;
    }

    /** Matched by its hashes, but left out of every body. */
    public FileSpec hidden() {
        visible = false;
        return this;
    }

    /** As {@link #hidden}, except on {@code model-versions/{id}}, which forgets to look. */
    public FileSpec replaced() {
        replaced = true;
        return this;
    }

    /** The bytes its download gives. */
    public FileSpec content(byte[] bytes) {
        content = bytes.clone();
        return with("sizeKB", bytes.length / 1024d);
    }

    StoredFile build(StoredVersion version, String baseUrl) {
        body.put("downloadUrl", baseUrl + "/api/download/models/" + version.id);
        StoredFile file = new StoredFile(version, body);
        file.visible = visible;
        file.replaced = replaced;
        file.content = content;
        return file;
    }
}
