package dev.assay.core.query;

/**
 * In which order files are listed.
 *
 * @param field what to go by
 * @param descending whether the greatest comes first
 */
public record Order(Field field, boolean descending) {

    /** By path, as a walk would find them. */
    public static final Order BY_PATH = new Order(Field.PATH, false);

    /** What files can be ordered by. */
    public enum Field {
        /** Folder, then name. */
        PATH,
        /** Name, whatever the case. */
        NAME,
        /** Bytes. */
        SIZE,
        /** When its bytes last changed. */
        MODIFIED,
        /** When it was first seen. */
        ADDED,
        /** What loads it. */
        TYPE,
        /** Family. */
        BASE,
        /** When its bytes were last known to be right; those that were never read come first. */
        VERIFIED,
        /** Container. */
        FORMAT,
        /** Whether it is what it should be. */
        STATE,
        /** Whether loading it runs code. */
        SAFETY,
        /** How far to rely on type and family. */
        CONFIDENCE,
        /** Number format of most elements. */
        PRECISION,
        /** The group it is listed under. */
        CATEGORY,
        /** SHA-256; those without one come first. */
        SHA256,
        /** Address of the published model. */
        CIVITAI,
        /** Name of the published model. */
        MODEL,
        /** Words that trigger it. */
        TRIGGERS,
        /** The user's words. */
        TAGS,
        /** The user's sentence. */
        NOTE,
        /** None: as they come, the first at once. */
        NONE
    }
}
