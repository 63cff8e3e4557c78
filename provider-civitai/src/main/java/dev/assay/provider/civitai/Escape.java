package dev.assay.provider.civitai;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text inside an address. */
final class Escape {

    private Escape() {}

    static String queryValue(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
