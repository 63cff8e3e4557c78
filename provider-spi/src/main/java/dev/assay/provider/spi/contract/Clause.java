package dev.assay.provider.spi.contract;

/**
 * One sentence of the contract.
 *
 * @param sentence what a provider must do, in words
 * @param proof throws {@link AssertionError} when it does not
 */
public record Clause(String sentence, Proof proof) {

    /** Tries a sentence out. */
    @FunctionalInterface
    public interface Proof {

        /**
         * Returns when the sentence holds.
         *
         * @throws InterruptedException when the thread is interrupted meanwhile
         */
        void run() throws InterruptedException;
    }

    /**
     * Checks the sentence.
     *
     * @throws AssertionError naming the sentence, when it is broken or the provider throws
     */
    public void check() {
        try {
            proof.run();
        } catch (AssertionError e) {
            throw new AssertionError(sentence + ", but " + e.getMessage(), e);
        } catch (RuntimeException | LinkageError e) {
            throw new AssertionError(sentence + ", but it threw " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(sentence + ", but it was interrupted", e);
        }
    }

    @Override
    public String toString() {
        return sentence;
    }
}
