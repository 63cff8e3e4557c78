package dev.assay.fake.civitai;

import java.util.Map;

/** A file row of a version: its members as JSON, its bytes, and what no body shows. */
final class StoredFile {
    final StoredVersion version;
    final Map<String, Object> body;
    boolean visible = true;
    boolean replaced;
    byte[] content = new byte[0];

    StoredFile(StoredVersion version, Map<String, Object> body) {
        this.version = version;
        this.body = body;
    }

    Map<String, Object> hashes() {
        return Json.object(body.get("hashes"));
    }

    /** A row without metadata makes some of the site's handlers throw, for ever. */
    boolean metadataMissing() {
        return body.containsKey("metadata") && body.get("metadata") == null;
    }

    String name() {
        return String.valueOf(body.get("name"));
    }
}
