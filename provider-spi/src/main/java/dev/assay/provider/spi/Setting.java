package dev.assay.provider.spi;

import java.util.Optional;

/**
 * A setting that a provider reads.
 *
 * @param key lower-case letters, digits and hyphens; the user writes {@code providers.NAME.KEY}
 * @param description one line for a person
 * @param defaultValue what holds when the user said nothing
 * @param secret whether it is a token: the provider never sees its value, only whether there is one
 */
public record Setting(
        String key, String description, Optional<String> defaultValue, boolean secret) {

    /** The key of {@link #anonymous}. */
    public static final String ANONYMOUS = "anonymous";

    /**
     * {@return the setting with which the user lets a provider be asked although no secret is set}
     * The core keeps to it: a provider that reaches a server is never asked without the one or the
     * other, whether it declares this setting or not.
     */
    public static Setting anonymous() {
        return of(ANONYMOUS, "ask without a token too: true or false", "false");
    }

    /**
     * {@return a setting without a default}
     *
     * @param key lower-case letters, digits and hyphens
     * @param description one line for a person
     */
    public static Setting of(String key, String description) {
        return new Setting(key, description, Optional.empty(), false);
    }

    /**
     * {@return a setting with a default}
     *
     * @param key lower-case letters, digits and hyphens
     * @param description one line for a person
     * @param defaultValue what holds when the user said nothing
     */
    public static Setting of(String key, String description, String defaultValue) {
        return new Setting(key, description, Optional.of(defaultValue), false);
    }

    /**
     * {@return a token, attached by the gateway and never shown}
     *
     * @param key lower-case letters, digits and hyphens
     * @param description one line for a person
     */
    public static Setting secret(String key, String description) {
        return new Setting(key, description, Optional.empty(), true);
    }
}
