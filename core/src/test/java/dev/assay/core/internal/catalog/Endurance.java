package dev.assay.core.internal.catalog;

/** How long the tests that take real processes and damage go on. */
public final class Endurance {
    /** Set by the Maven profile {@code endurance}. */
    static final boolean WHOLE = Boolean.getBoolean("assay.endurance");

    private Endurance() {}

    /** {@return the count for the build that everyone runs, or the whole one} */
    public static int times(int everyBuild, int whole) {
        return WHOLE ? whole : everyBuild;
    }

    /** Says what was counted. */
    public static void report(String figures) {
        System.out.println("Catalog: " + figures);
    }
}
