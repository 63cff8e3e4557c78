package dev.assay.fake.civitai;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The three look-ups by hash. All are public: any key is ignored. */
final class HashRoutes {
    private static final int BATCH = 100;
    private static final int IDS = 10_000;
    private static final long SHUFFLE = 20260723;

    private final Site site;
    private final Switches switches;

    HashRoutes(Site site, Switches switches) {
        this.site = site;
        this.switches = switches;
    }

    /** One version body; the method does not matter. */
    Reply one(Request request) {
        String argument = Route.BY_HASH.argument(request.path());
        String hash = URLDecoder.decode(argument, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
        if (hash.isEmpty()) {
            return Reply.text(308, "").with("Location", "/api/v1/model-versions/by-hash");
        }
        return answer(hash)
                .with("Cache-Control", "public, s-maxage=3600, stale-while-revalidate=1800");
    }

    private Reply answer(String hash) {
        List<StoredFile> rows = site.byHash(hash);
        if (rows.isEmpty()) {
            return Reply.error(404, "Model not found");
        }
        StoredVersion version = rows.getFirst().version;
        if (version.brokenForEver || version.files.stream().anyMatch(StoredFile::metadataMissing)) {
            return Reply.text(500, "Internal Server Error");
        }
        if (version.publicFiles().isEmpty() && !version.model.archived()) {
            return Reply.error(404, "Missing model file");
        }
        return Reply.json(200, body(version));
    }

    private static Map<String, Object> body(StoredVersion version) {
        return Bodies.version(version, version.publicFiles());
    }

    /** Full bodies, one a matching file row, in no order, null for a version without files. */
    Reply batch(Request request) {
        return switch (BatchBody.read(request, BATCH)) {
            case BatchBody.Refused(Reply reply) -> reply;
            case BatchBody.Hashes(List<String> hashes) -> Reply.json(200, shuffled(bodies(hashes)));
        };
    }

    private List<Object> bodies(List<String> hashes) {
        List<Object> bodies = new ArrayList<>();
        for (StoredFile row : rows(hashes)) {
            boolean gone = row.version.publicFiles().isEmpty();
            bodies.add(gone ? null : withUndefinedHost(body(row.version)));
        }
        return bodies;
    }

    /** The site builds these addresses from a header that does not exist. */
    private static Map<String, Object> withUndefinedHost(Map<String, Object> body) {
        Map<String, Object> copy = Json.object(Json.copy(body));
        undefined(copy);
        Json.array(copy.get("files")).forEach(file -> undefined(Json.object(file)));
        return copy;
    }

    private static void undefined(Map<String, Object> body) {
        body.computeIfPresent(
                "downloadUrl",
                (_, url) ->
                        String.valueOf(url).replaceFirst("^https?://[^/]*", "https://undefined"));
    }

    /** Version, model and hash of every matching file row, in no order. */
    Reply ids(Request request) {
        return switch (BatchBody.read(request, IDS)) {
            case BatchBody.Refused(Reply reply) -> reply;
            case BatchBody.Hashes(List<String> hashes) ->
                    Reply.json(200, shuffled(rows(hashes).stream().map(this::row).toList()))
                            .with("Cache-Control", "max-age=0, private, no-cache");
        };
    }

    private Object row(StoredFile file) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("modelVersionId", file.version.id);
        if (!switches.isOn(Switches.Switch.IDS_WITHOUT_MODEL_ID)) {
            row.put("modelId", file.version.model.id);
        }
        row.put("hash", String.valueOf(file.hashes().get("SHA256")).toUpperCase(Locale.ROOT));
        return row;
    }

    private List<StoredFile> rows(List<String> hashes) {
        return hashes.stream()
                .map(hash -> hash.toUpperCase(Locale.ROOT))
                .distinct()
                .flatMap(hash -> site.bySha256(hash).stream())
                .toList();
    }

    private static List<Object> shuffled(List<?> rows) {
        List<Object> result = new ArrayList<>(rows);
        Collections.shuffle(result, new Random(SHUFFLE));
        return result;
    }
}
