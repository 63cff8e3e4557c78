package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import dev.assay.provider.spi.TokenCheck;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The questions we put to CivitAI, each one request. None but {@link #me} carries the token. */
final class Api {
    private final HttpGateway http;
    private final Routes routes;

    Api(HttpGateway http, Routes routes) {
        this.http = http;
        this.routes = routes;
    }

    Routes routes() {
        return routes;
    }

    /** {@return which versions have these SHA256; what is not known is not mentioned} */
    Answer<List<JsonNode>> idsByHash(Collection<Digest> sha256) throws InterruptedException {
        String body =
                sha256.stream()
                        .map(HashNames::spelled)
                        .collect(Collectors.joining("\",\"", "[\"", "\"]"));
        HttpAsk ask = HttpAsk.post(routes.idsByHash(), body).settledBy(Verdict::isFinal);
        return Verdict.of(http.send(ask), Api::list);
    }

    private static List<JsonNode> list(byte[] body) throws GarbledException {
        JsonNode list = LenientJson.tree(body);
        if (!list.isArray()) {
            throw new GarbledException("not a list", false);
        }
        return list.valueStream().toList();
    }

    /** {@return the oldest published version with this hash, of whatever recipe} */
    Answer<JsonNode> byHash(Digest digest) throws InterruptedException {
        return object(routes.byHash(digest));
    }

    Answer<JsonNode> version(long id) throws InterruptedException {
        return object(routes.version(id));
    }

    Answer<JsonNode> model(long id) throws InterruptedException {
        return object(routes.model(id));
    }

    private Answer<JsonNode> object(URI uri) throws InterruptedException {
        return Verdict.of(send(uri), Api::identified);
    }

    /** An error can come with status 200, as an object without id. */
    private static JsonNode identified(byte[] body) throws GarbledException {
        JsonNode object = LenientJson.tree(body);
        if (!object.isObject() || Fields.id(object, "id").isEmpty()) {
            throw new GarbledException("not a model", false);
        }
        return object;
    }

    /**
     * Gives the items of one page to a taker.
     *
     * @return the cursor of the next page
     */
    Answer<Optional<String>> page(URI uri, LenientJson.Items items) throws InterruptedException {
        return page(uri, items, Verdict::isFinal);
    }

    /** As above, for a part of a question that the other side broke down over before. */
    Answer<Optional<String>> partOfPage(URI uri, LenientJson.Items items)
            throws InterruptedException {
        return page(uri, items, reply -> reply.status() == 500 || Verdict.isFinal(reply));
    }

    private Answer<Optional<String>> page(
            URI uri, LenientJson.Items items, Predicate<Reply> settled)
            throws InterruptedException {
        return Verdict.of(
                http.send(HttpAsk.get(uri).settledBy(settled)),
                body -> {
                    ObjectNode rest = LenientJson.page(body, items);
                    return Fields.text(rest.path("metadata"), "nextCursor");
                });
    }

    private HttpResult send(URI uri) throws InterruptedException {
        return http.send(HttpAsk.get(uri).settledBy(Verdict::isFinal));
    }

    /** {@return whose token it is} The one route that wants the token. */
    TokenCheck me(String secret) throws InterruptedException {
        return switch (http.send(HttpAsk.get(routes.me()).withSecret(secret))) {
            case NoReply none -> new TokenCheck.Unreachable(none.reason());
            case Reply reply when reply.status() == 401 ->
                    new TokenCheck.Refused("CivitAI says this token is not valid (401)");
            case Reply reply when reply.status() == 200 -> user(reply);
            case Reply reply ->
                    new TokenCheck.Unreachable("CivitAI answered HTTP " + reply.status());
        };
    }

    private static TokenCheck user(Reply reply) {
        try {
            JsonNode me = LenientJson.tree(reply.body());
            return Fields.text(me, "username")
                    .<TokenCheck>map(TokenCheck.Valid::new)
                    .orElse(new TokenCheck.Unreachable("CivitAI's reply names no user"));
        } catch (GarbledException e) {
            return new TokenCheck.Unreachable("CivitAI's reply is " + e.getMessage());
        }
    }
}
