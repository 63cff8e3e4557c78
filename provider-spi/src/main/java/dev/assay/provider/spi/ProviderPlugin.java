package dev.assay.provider.spi;

import java.util.List;

/**
 * The service that a provider plugin provides: {@code provides
 * dev.assay.provider.spi.ProviderPlugin with ...} in its module descriptor, and the same class
 * named in {@code META-INF/services} for hosts on the class path.
 *
 * <p>Cheap and without I/O: the core makes one instance with the public constructor without
 * parameters, and asks it what it needs before anything is opened. A plugin has the rights of the
 * program that loads it; there is no sandbox.
 */
public interface ProviderPlugin {

    /**
     * {@return the provider's name, such as {@code civitai}} It is the prefix of its settings and
     * its key in the catalog: lower-case letters, digits and single hyphens, at most 40.
     */
    String name();

    /** {@return every setting the provider reads; it sees no other} */
    List<Setting> settings();

    /**
     * {@return where the provider will send requests, and how politely} An offline provider answers
     * {@link Access#none()}.
     *
     * @param settings the values of {@link #settings()}
     * @throws InvalidSettingException when a value cannot be used
     */
    Access access(Settings settings);

    /**
     * Makes the provider ready, without contact yet. The core closes what this returns.
     *
     * @param settings the values of {@link #settings()}
     * @param http the only way to the network that a provider has to use; bound to {@link #access}
     * @return the provider
     * @throws InvalidSettingException when a value cannot be used
     */
    Provider open(Settings settings, HttpGateway http);
}
