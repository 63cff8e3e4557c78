package dev.assay.provider.spi;

import dev.assay.hash.spi.Digest;
import java.util.List;

/**
 * Answers who a file is, by digest.
 *
 * <p>The core calls {@link #lookUp} on one thread at a time, never on the caller's; a provider
 * neither sleeps nor retries, since the gateway does both. An exception costs the questions not yet
 * answered, which the core keeps as pending.
 *
 * <p>A provider that reaches a server is asked only after the user allowed it, with a secret or by
 * {@link Setting#anonymous}. The core guards {@link #fetch} in the same way.
 */
public interface Provider extends AutoCloseable {

    /**
     * {@return the hashes it can be asked by, the one to be asked first at the front} An empty list
     * means that the provider is never asked.
     */
    List<Accepted> accepts();

    /**
     * Looks digests up. It gives each answer to {@code answers} as soon as it is known, so that a
     * run which is stopped half-way keeps what it has; a digest left without an answer stays
     * pending.
     *
     * @param digests all of one recipe, without duplicates, at most as many as {@link Accepted}
     *     said
     * @param answers takes the answers; safe for use from any thread until this method returns
     * @throws InterruptedException when the run is cancelled while waiting for the gateway
     */
    void lookUp(List<Digest> digests, Answers answers) throws InterruptedException;

    /**
     * Fetches one model by its address, as a person would paste it: what comes behind the name of
     * the provider in {@code civitai:4201@130072}, or a URL of its site.
     *
     * @param address not trusted; a provider that does not understand it answers {@link
     *     Outcome.NotFound}
     * @return the outcome
     * @throws InterruptedException when the run is cancelled while waiting for the gateway
     */
    default Outcome fetch(String address) throws InterruptedException {
        return new Outcome.NotFound();
    }

    /**
     * Asks whether the stored secret is accepted.
     *
     * @return what the other side said
     * @throws InterruptedException when the run is cancelled while waiting for the gateway
     */
    default TokenCheck checkToken() throws InterruptedException {
        return new TokenCheck.NotNeeded();
    }

    /** Releases what it holds. Called once, after the last call of any other method. */
    @Override
    default void close() {}
}
