package dev.assay.core.model;

import java.util.Locale;

/** How far an answer of the classifier can be relied on. */
public enum Confidence {
    /** The tensors leave no other reading. */
    CERTAIN,
    /**
     * Narrowed by metadata, file name or folder, which can lie; or of a type that is sure and a
     * family that no rule knows.
     */
    LIKELY,
    /** Several readings are left; all are named. */
    AMBIGUOUS,
    /** No rule fits. */
    UNKNOWN;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** {@return the name in JSON: lower case} */
    public String id() {
        return id;
    }
}
