package dev.assay.hash.spi.contract;

/**
 * One sentence of the contract and its test.
 *
 * @param sentence what must hold
 * @param test returns when it holds, and throws anything at all when it does not
 */
public record Clause(String sentence, Test test) {

    /** A test of one sentence. */
    @FunctionalInterface
    public interface Test {

        /**
         * Returns when the sentence holds.
         *
         * @throws Exception when it does not hold
         */
        void run() throws Exception;
    }

    /**
     * Runs the test.
     *
     * @throws AssertionError with the sentence as its message when it does not hold
     */
    public void check() {
        try {
            test.run();
        } catch (Exception | AssertionError | LinkageError e) {
            throw new AssertionError(sentence + ": " + e, e);
        }
    }

    @Override
    public String toString() {
        return sentence;
    }
}
