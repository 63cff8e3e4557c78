/**
 * The contract of the hash interfaces as tests that need no test framework, for authors of plugins.
 *
 * <p>{@code HashContract.check(new MyHash())} in any test throws an {@link AssertionError} naming
 * every sentence that is broken. With JUnit, {@code DynamicTest.stream(HashContract.of(hash)
 * .stream(), Clause::sentence, Clause::check)} shows each sentence as a test of its own.
 */
package dev.assay.hash.spi.contract;
