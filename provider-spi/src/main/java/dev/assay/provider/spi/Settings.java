package dev.assay.provider.spi;

import java.util.Optional;

/** The values of a provider's settings. Implemented by the core; immutable. */
public interface Settings {

    /**
     * {@return the value of a setting that is not secret, or its default}
     *
     * @throws IllegalArgumentException when the provider did not declare the key, or declared it
     *     secret
     */
    Optional<String> get(String key);

    /**
     * {@return whether the user has set this secret}
     *
     * @throws IllegalArgumentException when the provider did not declare the key as secret
     */
    boolean hasSecret(String key);
}
