/**
 * Proves that a provider keeps the contract: sentences that throw {@link java.lang.AssertionError}
 * when they are broken, for any test framework or none.
 */
package dev.assay.provider.spi.contract;
