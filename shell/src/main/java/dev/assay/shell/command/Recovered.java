package dev.assay.shell.command;

import dev.assay.shell.run.Invocation;

/** Says what a damaged catalog lost, which nobody should find out by missing it. */
public final class Recovered {
    private Recovered() {}

    /** Tells it once a library, when the catalog was damaged. */
    public static void tell(Invocation run) {
        if (run.hasCatalog()) {
            run.library().upkeep().recovery().ifPresent(run::noteOnce);
        }
    }
}
