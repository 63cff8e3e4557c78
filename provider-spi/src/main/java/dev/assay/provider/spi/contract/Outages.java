package dev.assay.provider.spi.contract;

import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Worlds in which nothing can be learned, by the name of what is wrong. */
final class Outages {

    private Outages() {}

    static Map<String, HttpGateway> all() {
        Map<String, HttpGateway> worlds = new LinkedHashMap<>();
        Arrays.stream(Kind.values())
                .forEach(kind ->
                        worlds.put(
                                "no reply, " + kind,
                                _ -> NoReply.because(kind, "made for the contract")));
        for (int status : List.of(400, 401, 403, 429, 451, 500, 502, 503, 504, 520, 530)) {
            worlds.put("HTTP " + status, _ -> reply(status, "text/plain", "trouble"));
        }
        worlds.put("an empty 404", _ -> reply(404, "text/plain", ""));
        worlds.put("a 404 page", _ -> reply(404, "text/html", "<html>404</html>"));
        worlds.put("a page with 200", _ -> reply(200, "text/html", "<html>hello</html>"));
        worlds.put("nothing with 200", _ -> reply(200, "application/json", ""));
        worlds.put("null with 200", _ -> reply(200, "application/json", "null"));
        worlds.put("a broken reply", _ -> reply(200, "application/json", "{\"id\": 1, \"na"));
        worlds.put(
                "an error with 200",
                _ -> reply(200, "application/json", "{\"error\": \"unexpected\"}"));
        return worlds;
    }

    private static HttpResult reply(int status, String type, String body) {
        return new Reply(
                status,
                Map.of("content-type", List.of(type)),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
