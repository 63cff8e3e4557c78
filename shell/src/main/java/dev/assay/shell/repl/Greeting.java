package dev.assay.shell.repl;

import dev.assay.core.model.CatalogException;
import dev.assay.core.model.FileCount;
import dev.assay.core.query.Filter;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.run.Invocation;

/** What the shell says when it opens: the state of the library, the keys, a tip. */
final class Greeting {
    private final Invocation run;

    Greeting(Invocation run) {
        this.run = run;
    }

    void print(Screen screen) {
        if (run.isQuiet()) {
            return;
        }
        screen.sentence(
                Style.BOLD,
                "Assay",
                Style.PLAIN,
                ": " + state() + ". Tab completes, help helps, Ctrl-D leaves.");
        screen.sentence(Style.DIM, "Tip: ", Style.DIM, Tips.today());
    }

    private String state() {
        if (!run.hasCatalog()) {
            return "nothing is known yet, begin with: scan FOLDER";
        }
        try {
            FileCount total = run.library().statistics().total(Filter.everything());
            return Sizes.count(total.files(), "model") + ", " + Sizes.of(total.bytes());
        } catch (CatalogException e) {
            return "the catalog cannot be used (" + e.getMessage() + ")";
        }
    }
}
