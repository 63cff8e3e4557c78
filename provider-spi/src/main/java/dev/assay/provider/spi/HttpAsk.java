package dev.assay.provider.spi;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One request of a provider.
 *
 * @param method what to do
 * @param uri where; one of the declared origins, never with a secret in it
 * @param jsonBody what to send with a POST, as JSON text
 * @param secret the key of the secret setting to send as a bearer token; empty on public routes
 * @param settled which error replies are final, so that asking again is no use; called with every
 *     reply that the gateway would otherwise retry
 */
public record HttpAsk(
        Method method,
        URI uri,
        Optional<String> jsonBody,
        Optional<String> secret,
        Predicate<HttpResult.Reply> settled) {

    /** The methods a look-up needs. */
    public enum Method {
        /** Ask. */
        GET,
        /** Ask with a body; the gateway treats it as safe to repeat. */
        POST
    }

    /**
     * {@return a GET on a public route}
     *
     * @param uri where
     */
    public static HttpAsk get(URI uri) {
        return new HttpAsk(Method.GET, uri, Optional.empty(), Optional.empty(), _ -> false);
    }

    /**
     * {@return a POST of JSON on a public route}
     *
     * @param uri where
     * @param json the body, JSON text
     */
    public static HttpAsk post(URI uri, String json) {
        return new HttpAsk(Method.POST, uri, Optional.of(json), Optional.empty(), _ -> false);
    }

    /**
     * {@return the same request with a secret as bearer token}
     *
     * @param key the key of the secret setting
     */
    public HttpAsk withSecret(String key) {
        return new HttpAsk(method, uri, jsonBody, Optional.of(key), settled);
    }

    /**
     * {@return the same request, with these replies taken as final}
     *
     * @param finalReplies tells the replies that are not to be asked for again
     */
    public HttpAsk settledBy(Predicate<HttpResult.Reply> finalReplies) {
        return new HttpAsk(method, uri, jsonBody, secret, finalReplies);
    }
}
