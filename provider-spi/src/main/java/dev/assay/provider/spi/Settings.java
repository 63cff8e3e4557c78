package dev.assay.provider.spi;

import java.time.Duration;
import java.util.Optional;

/** The values of a provider's settings. Implemented by the core; immutable. */
public interface Settings {

    /**
     * {@return the value of a setting that is not secret, or its default}
     *
     * @param key the key of the setting
     * @throws IllegalArgumentException when the provider did not declare the key, or declared it
     *     secret
     */
    Optional<String> get(String key);

    /**
     * {@return whether the user has set this secret}
     *
     * @param key the key of the secret
     * @throws IllegalArgumentException when the provider did not declare the key as secret
     */
    boolean hasSecret(String key);

    /**
     * {@return the value of a setting as a span of time: a whole number and {@code ms}, {@code s},
     * {@code m}, {@code h} or {@code d}, such as {@code 3s}}
     *
     * @param key the key of the setting
     * @throws InvalidSettingException when the value is no such span
     * @throws IllegalArgumentException when the provider did not declare the key
     */
    default Optional<Duration> duration(String key) {
        return get(key).map(value -> Spans.parse(key, value));
    }

    /**
     * {@return the value of a setting as yes or no: {@code true} or {@code false}}
     *
     * @param key the key of the setting
     * @throws InvalidSettingException when the value is neither
     * @throws IllegalArgumentException when the provider did not declare the key
     */
    default Optional<Boolean> flag(String key) {
        return get(key).map(value ->
                switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                            throw new InvalidSettingException(
                                    key, "'%s' is neither true nor false".formatted(value));
                });
    }
}
