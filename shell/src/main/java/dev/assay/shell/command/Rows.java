package dev.assay.shell.command;

import dev.assay.core.model.CatalogEntry;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Text;
import dev.assay.shell.render.Width;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.LastResult;
import dev.assay.shell.view.EntryView;
import dev.assay.shell.view.HashNames;
import java.nio.file.Path;
import java.util.List;

/** Prints model files as rows and remembers which row was which. */
public final class Rows {
    private static final List<String> USUAL =
            List.of("name", "type", "base", "size", "safety", "sha256", "civitai", "triggers");

    private final Invocation run;
    private final HashNames names;

    /** Prints for this run, with hashes under these names. */
    public Rows(Invocation run, HashNames names) {
        this.run = run;
        this.names = names;
    }

    /** Prints a list, whose rows the next command can name by their numbers. */
    public void print(List<CatalogEntry> entries, String schema, Format format) {
        new LastResult(run).remember(paths(show(entries, schema, format)));
    }

    /** {@return the rows that were printed; the numbers of the last list stay as they are} */
    public List<CatalogEntry> show(List<CatalogEntry> entries, String schema, Format format) {
        Screen screen = run.screen();
        boolean exact = run.outputOptions(format).bytes();
        EntryView view =
                new EntryView(names, screen.look().unicode(), exact, run.options().fullPaths());
        Listing<CatalogEntry> listing = view.listing(schema, USUAL);
        List<CatalogEntry> shown =
                run.paged(page -> run.printer(format, page).numbered().print(listing, entries));
        if (format == Format.TABLE && screen.look().terminal() && !shown.isEmpty()) {
            footer(view, shown, entries.size());
        }
        return shown;
    }

    private void footer(EntryView view, List<CatalogEntry> shown, int all) {
        long bytes = shown.stream().mapToLong(entry -> entry.file().size()).sum();
        String count =
                shown.size() == all
                        ? Sizes.count(all, "model")
                        : Sizes.count(shown.size()) + " of " + Sizes.count(all, "model");
        if (!run.options().quiet()) {
            String line = " " + count + ", " + Sizes.of(bytes);
            Text legend = view.legend(shown);
            boolean fits = Width.of(line + legend.plain()) < run.talk().look().width();
            run.talk().line(fits ? Text.of(line).and(legend) : Text.of(line));
        }
    }

    /** {@return where these files are} */
    public static List<Path> paths(List<CatalogEntry> entries) {
        return entries.stream().map(entry -> entry.file().path()).toList();
    }
}
