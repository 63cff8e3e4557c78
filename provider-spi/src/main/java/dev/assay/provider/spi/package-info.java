/**
 * What a plugin implements to tell who a file is: {@link dev.assay.provider.spi.ProviderPlugin}
 * says what it needs and opens a {@link dev.assay.provider.spi.Provider}, which is asked by digest
 * and reaches the network through {@link dev.assay.provider.spi.HttpGateway} alone. No method takes
 * or returns null.
 *
 * <p>{@link dev.assay.provider.spi.Answers}, {@link dev.assay.provider.spi.HttpGateway} and {@link
 * dev.assay.provider.spi.Settings} are implemented by the core and may gain methods; a plugin
 * implements them for its tests at most.
 */
package dev.assay.provider.spi;
