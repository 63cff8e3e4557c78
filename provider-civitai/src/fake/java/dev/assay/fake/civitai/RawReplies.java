package dev.assay.fake.civitai;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server with one answer: raw response bytes, head included, sent to every request in one way.
 * For replaying recorded or malformed responses. Safe for all threads.
 */
public final class RawReplies implements AutoCloseable {
    private final LoopbackServer server;
    private final AtomicInteger requests = new AtomicInteger();

    private RawReplies(byte[] response, Delivery delivery) throws IOException {
        Reply reply = Reply.raw(response.clone()).delivered(delivery);
        server =
                LoopbackServer.start(
                        0,
                        _ -> {
                            requests.incrementAndGet();
                            return reply;
                        });
    }

    /** Starts on a free port. */
    public static RawReplies start(byte[] response, Delivery delivery) throws IOException {
        return new RawReplies(response, delivery);
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String baseUrl() {
        return server.origin();
    }

    /** How many requests came. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
