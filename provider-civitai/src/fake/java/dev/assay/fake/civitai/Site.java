package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the site knows: models by id, versions by id, file rows by hash. */
final class Site {
    private static final Comparator<StoredFile> OLDEST_FIRST =
            Comparator.comparing((StoredFile file) -> file.version.publishedAt())
                    .thenComparing(file -> file.version.id);
    private static final int AUTOV3_STORED = 12;

    private final Map<Long, StoredModel> models = new LinkedHashMap<>();
    private final Map<Long, StoredVersion> versions = new HashMap<>();
    private final Map<String, List<StoredFile>> rows = new HashMap<>();

    /** Adds a model with its versions; a version id that is already there is replaced. */
    synchronized void add(StoredModel model) {
        StoredModel known = models.putIfAbsent(model.id, model);
        if (known != null) {
            merge(known, model);
        }
        for (StoredVersion version : model.versions) {
            versions.put(version.id, version);
            version.files.forEach(this::index);
        }
    }

    /** Two recordings of one model: the later one lends members and versions that were missing. */
    private static void merge(StoredModel known, StoredModel later) {
        later.body.forEach(known.body::putIfAbsent);
        for (StoredVersion version : later.versions) {
            if (known.versions.stream().noneMatch(other -> other.id == version.id)) {
                known.versions.add(version);
            }
        }
    }

    private void index(StoredFile file) {
        file.hashes()
                .forEach((type, hash) -> {
                    if (hash instanceof String text) {
                        String key = stored(type, text);
                        rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(file);
                    }
                });
    }

    /** The value as the database holds it: upper case, and AutoV3 cut to 12 digits. */
    private static String stored(String type, String hash) {
        String upper = hash.toUpperCase(Locale.ROOT);
        boolean cut = type.equals("AutoV3") && upper.length() > AUTOV3_STORED;
        return cut ? upper.substring(0, AUTOV3_STORED) : upper;
    }

    /** Published file rows that have the hash, of any type, the oldest published version first. */
    synchronized List<StoredFile> byHash(String hash) {
        return rows.getOrDefault(hash.toUpperCase(Locale.ROOT), List.of()).stream()
                .filter(file -> file.version.published && file.version.model.published)
                .filter(file -> versions.get(file.version.id) == file.version)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** Published file rows whose SHA256 it is. */
    List<StoredFile> bySha256(String hash) {
        return byHash(hash).stream()
                .filter(file -> hash.equalsIgnoreCase(String.valueOf(file.hashes().get("SHA256"))))
                .toList();
    }

    synchronized Optional<StoredModel> model(long id) {
        return Optional.ofNullable(models.get(id));
    }

    synchronized Optional<StoredVersion> version(long id) {
        return Optional.ofNullable(versions.get(id));
    }

    synchronized Collection<StoredModel> models() {
        return List.copyOf(models.values());
    }

    synchronized Optional<StoredFile> file(String id) {
        return versions.values().stream()
                .flatMap(version -> version.files.stream())
                .filter(file -> id.equals(String.valueOf(file.body.get("id"))))
                .findFirst();
    }

    /** SHA256 of every published file row, in the order loaded. */
    synchronized List<String> sha256s() {
        return models.values().stream()
                .flatMap(model -> model.versions.stream())
                .flatMap(version -> version.files.stream())
                .map(file -> file.hashes().get("SHA256"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
