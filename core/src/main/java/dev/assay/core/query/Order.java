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
        /** None: as they come, the first at once. */
        NONE
    }
}
