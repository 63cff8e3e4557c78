package dev.assay.provider.spi;

/** The value of a setting cannot be used. The message says why and what would do. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The setting at fault. */
    private final String key;

    /**
     * Names the setting and the trouble.
     *
     * @param key the setting at fault
     * @param message what is wrong with it and what would do; never the value of a secret
     */
    public InvalidSettingException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** {@return the setting at fault} */
    public String key() {
        return key;
    }
}
