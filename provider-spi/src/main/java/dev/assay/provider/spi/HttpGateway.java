package dev.assay.provider.spi;

/**
 * A provider's way to the network. The core implements it and keeps the provider polite and
 * leak-free: it talks only to the origins of {@link Access}, waits between requests, retries what
 * is worth retrying within a total deadline over the whole body, caps the size of bodies, follows
 * redirects by hand within one origin, and attaches secrets that the provider itself never sees.
 */
public interface HttpGateway {

    /**
     * Sends one request and waits for what comes of it. Safe for use from many threads.
     *
     * @param request what to send
     * @return the reply of the other side, or why there is none; an error status is a reply
     * @throws InterruptedException when the run is cancelled
     * @throws IllegalArgumentException when the request goes to an origin that was not declared
     */
    HttpResult send(HttpAsk request) throws InterruptedException;
}
