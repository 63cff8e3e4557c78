package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A version of a model: its members as JSON, its files, and what no body shows. */
final class StoredVersion {
    final StoredModel model;
    final long id;
    final Map<String, Object> body;
    final List<StoredFile> files = new ArrayList<>();
    boolean published = true;
    boolean brokenForEver;
    Optional<StoredFile> linkedVae = Optional.empty();

    StoredVersion(StoredModel model, long id, Map<String, Object> body) {
        this.model = model;
        this.id = id;
        this.body = body;
    }

    /** The instant as text, for sorting; Postgres puts nulls last, and so does {@code ~}. */
    String publishedAt() {
        return body.get("publishedAt") instanceof String instant ? instant : "~";
    }

    /** Unrated versions exist: level 0. Bodies from before levels count as rated. */
    int level() {
        return body.get("nsfwLevel") instanceof Number level ? level.intValue() : StoredModel.PG;
    }

    List<StoredFile> publicFiles() {
        return files.stream().filter(file -> file.visible && !file.replaced).toList();
    }
}
