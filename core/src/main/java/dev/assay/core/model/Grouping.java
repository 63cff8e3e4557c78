package dev.assay.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What files can be counted by. */
public enum Grouping {
    /** What loads them. */
    TYPE,
    /** Family, by header. */
    BASE,
    /** The root they lie in: its name, or its path. */
    ROOT,
    /** Number format. */
    DTYPE,
    /** The end of the name. */
    EXT,
    /** Container. */
    FORMAT,
    /** Whether they are what they should be. */
    STATE,
    /** The verdict on whether loading them runs code. */
    SAFETY,
    /** Who published them. */
    CREATOR,
    /** The month in which their bytes last changed, as {@code 2026-11}. */
    MONTH;

    /** {@return the word for it, in lower case} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the grouping of this word}
     *
     * @param id as {@link #id} gives it
     */
    public static Optional<Grouping> ofId(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
