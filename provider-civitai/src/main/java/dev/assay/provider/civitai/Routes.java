package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The addresses of the REST API v1. */
final class Routes {
    /** Most models on one page of {@code GET /models}. */
    static final int PAGE = 100;

    private final URI base;
    private final String api;

    /** The routes below a base such as {@code https://civitai.com}, with or without /api/v1. */
    Routes(URI base) {
        this.base = base;
        String address = base.toString().replaceFirst("/+$", "");
        this.api = address.endsWith("/api/v1") ? address : address + "/api/v1";
    }

    /** {@return the name of the site's server} */
    String host() {
        return base.getHost();
    }

    URI idsByHash() {
        return URI.create(api + "/model-versions/by-hash/ids");
    }

    URI byHash(Digest digest) {
        return URI.create(api + "/model-versions/by-hash/" + HashNames.spelled(digest));
    }

    URI version(long id) {
        return URI.create(api + "/model-versions/" + id);
    }

    URI model(long id) {
        return URI.create(api + "/models/" + id);
    }

    /** Without both flags, models vanish: those rated above PG, and the archived ones. */
    URI models(Collection<Long> ids, Optional<String> cursor) {
        return page("ids", ids, cursor);
    }

    /** {@return the page of parent models, each with these versions only} */
    URI parents(Collection<Long> versionIds, Optional<String> cursor) {
        return page("modelVersionIds", versionIds, cursor);
    }

    private URI page(String key, Collection<Long> ids, Optional<String> cursor) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        String from = cursor.map(text -> "&cursor=" + escaped(text)).orElse("");
        return URI.create(
                "%s/models?%s=%s&nsfw=true&archived=true&limit=%d%s"
                        .formatted(api, key, list, PAGE, from));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    URI me() {
        return URI.create(api + "/me");
    }
}
