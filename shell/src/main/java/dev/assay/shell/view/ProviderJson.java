package dev.assay.shell.view;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Identity;
import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.License;
import dev.assay.provider.spi.ModelInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a provider says of a model as the JSON object {@code NAME_info}. */
final class ProviderJson {
    /**
     * Counters that the first tool of this kind showed; null where the provider has them no more.
     */
    private static final List<String> OLD_COUNTERS =
            List.of("downloadCount", "favoriteCount", "commentCount");

    private final HashNames names;

    ProviderJson(HashNames names) {
        this.names = names;
    }

    Map<String, @Nullable Object> info(ModelInfo model, Identity identity, CatalogEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("model_id", number(model.modelId()));
        json.put("model_name", model.modelName().orElse(null));
        json.put("model_type", model.type().orElse(null));
        json.put("version_id", number(model.versionId()));
        json.put("version_name", model.versionName().orElse(null));
        json.put("base_model", model.baseModel().orElse(null));
        json.put("description", model.description().orElse(null));
        json.put("tags", model.tags());
        json.put("nsfw", model.nsfw().orElse(null));
        json.put("creator", model.creator().orElse(null));
        json.put("download_url", model.downloadUrl().map(Object::toString).orElse(null));
        json.put("image_urls", model.imageUrls());
        json.put("stats", stats(model.stats()));
        json.put("trained_words", model.trainedWords());
        json.put("license", model.license().map(ProviderJson::license).orElse(null));
        json.put("air", model.air().orElse(null));
        json.put("hash_algorithm", identity.matchedBy().map(names::of).orElse(null));
        json.put("hash_value", value(identity, entry).orElse(null));
        model.published().ifPresent(time -> json.put("published", EntryJson.time(time)));
        model.moderation().ifPresent(word -> json.put("moderation", word));
        return json;
    }

    private static Optional<String> value(Identity identity, CatalogEntry entry) {
        return identity.matchedBy().flatMap(entry::digest).map(Digest::hex).map(EntryJson::upper);
    }

    private static Object number(String id) {
        return id.matches("\\d{1,18}") ? (Object) Long.valueOf(id) : id;
    }

    private static Map<String, @Nullable Object> stats(Map<String, Long> stats) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        OLD_COUNTERS.forEach(name -> json.put(name, stats.get(name)));
        new java.util.TreeMap<>(stats).forEach(json::put);
        return json;
    }

    private static Map<String, @Nullable Object> license(License license) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("allow_no_credit", license.allowNoCredit().orElse(null));
        json.put("allow_commercial_use", license.allowCommercialUse());
        json.put("allow_derivatives", license.allowDerivatives().orElse(null));
        json.put("allow_different_license", license.allowDifferentLicense().orElse(null));
        return json;
    }
}
