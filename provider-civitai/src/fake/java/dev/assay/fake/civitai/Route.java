package dev.assay.fake.civitai;

import java.util.regex.Pattern;

/** The routes the fake knows, for counting requests and scripting faults. */
public enum Route {
    /** {@code GET /api/v1/model-versions/by-hash/{hash}}. */
    BY_HASH("/api/v1/model-versions/by-hash/(?!ids$)([^/]*)"),
    /** {@code POST /api/v1/model-versions/by-hash}. */
    BY_HASH_BATCH("/api/v1/model-versions/by-hash"),
    /** {@code POST /api/v1/model-versions/by-hash/ids}. */
    BY_HASH_IDS("/api/v1/model-versions/by-hash/ids"),
    /** {@code GET /api/v1/model-versions/mini/{id}}. */
    VERSION_MINI("/api/v1/model-versions/mini/([^/]+)"),
    /** {@code GET /api/v1/model-versions/{id}}. */
    VERSION("/api/v1/model-versions/([^/]+)"),
    /** {@code GET /api/v1/models}. */
    MODELS("/api/v1/models"),
    /** {@code GET /api/v1/models/{id}}. */
    MODEL("/api/v1/models/([^/]+)"),
    /** {@code GET /api/v1/enums}. */
    ENUMS("/api/v1/enums"),
    /** {@code GET /api/v1/me}, the only route here that needs a key. */
    ME("/api/v1/me"),
    /** {@code GET /api/download/models/{versionId}} on the first origin. */
    DOWNLOAD("/api/download/models/([^/]+)"),
    /** The bytes of a file on the second origin. */
    STORAGE("/file/([^/]+)/.*"),
    /** Anything else. */
    OTHER("(.*)");

    private final Pattern path;

    Route(String path) {
        this.path = Pattern.compile(path);
    }

    /** The route of a path; every path has one. */
    static Route of(String path) {
        for (Route route : values()) {
            if (route.path.matcher(path).matches()) {
                return route;
            }
        }
        return OTHER;
    }

    /** The last segment that varies, undecoded, or an empty string for a fixed path. */
    String argument(String requestPath) {
        var matcher = path.matcher(requestPath);
        return matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    }
}
