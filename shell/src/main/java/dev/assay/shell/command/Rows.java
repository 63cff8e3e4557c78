package dev.assay.shell.command;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.ListedFile;
import dev.assay.core.query.Filter;
import dev.assay.core.query.Order;
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
import dev.assay.shell.view.Shown;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Prints model files as rows and remembers which row was which. */
public final class Rows {
    private final Invocation run;
    private final String schema;
    private final Format format;

    /** Prints for this run in this form; as JSON, with this schema. */
    public Rows(Invocation run, String schema, Format format) {
        this.run = run;
        this.schema = schema;
        this.format = format;
    }

    /** Prints a list, whose rows the next command can name by their numbers. */
    public void print(List<CatalogEntry> entries) {
        try (LastResult.Writing last = new LastResult(run).write()) {
            print(entries, last);
        }
    }

    /** Prints a list; the numbers of the last one stay as they are. */
    public void show(List<CatalogEntry> entries) {
        print(entries, _ -> {});
    }

    private void print(List<CatalogEntry> entries, Consumer<Path> last) {
        if (format.isJson()) {
            Listing<CatalogEntry> listing = view().listing(schema, names());
            run.paged(page -> run.printer(format, page).print(listing, entries))
                    .forEach(entry -> last.accept(entry.file().path()));
        } else {
            List<ListedFile> files = entries.stream().map(ListedFile::of).toList();
            List<ListedFile> chosen = run.printer(format).chosen(view().listing(), files);
            table(chosen.iterator(), last, files::size);
        }
    }

    /**
     * Prints what a filter means straight from the catalog, however much that is, and remembers it
     * as {@link #print(List)} does.
     *
     * @param none is run when nothing fits: before anything is printed, but behind a JSON document,
     *     which is there always
     * @return whether something fits
     */
    public boolean print(Filter filter, Runnable none) {
        Order order = new SortOrder(run.options().sort()).order();
        if (!run.hasCatalog()) {
            return print(
                    Collections.<CatalogEntry>emptyIterator(), none, (_, _) -> show(List.of()));
        }
        if (format.isJson()) {
            try (Stream<CatalogEntry> all = run.library().entries(filter, order)) {
                return print(limited(all), none, this::json);
            }
        }
        LongSupplier everything = () -> run.library().statistics().count(filter);
        try (Stream<ListedFile> all = run.library().files(filter, order)) {
            return print(limited(all), none, (rows, last) -> table(rows, last, everything));
        }
    }

    private <T> boolean print(
            Iterator<T> rows, Runnable none, BiConsumer<Iterator<T>, Consumer<Path>> printing) {
        boolean some = rows.hasNext();
        if (!some && !format.isJson()) {
            none.run();
        }
        try (LastResult.Writing last = new LastResult(run).write()) {
            printing.accept(rows, last);
        }
        if (!some && format.isJson()) {
            none.run();
        }
        return some;
    }

    private <T> Iterator<T> limited(Stream<T> all) {
        int limit = run.outputOptions(format).limit();
        return (limit == Integer.MAX_VALUE ? all : all.limit(limit)).iterator();
    }

    private void json(Iterator<CatalogEntry> entries, Consumer<Path> last) {
        Listing<CatalogEntry> listing = view().listing(schema, names());
        run.printer(format).print(listing, entries, entry -> last.accept(entry.file().path()));
    }

    private void table(Iterator<ListedFile> files, Consumer<Path> last, LongSupplier all) {
        Shown shown = new Shown();
        Listing<ListedFile> listing = view().listing();
        run.paged(page -> {
            run.printer(format, page)
                    .numbered()
                    .print(
                            listing,
                            files,
                            file -> {
                                shown.add(file);
                                last.accept(file.path());
                            });
            return shown;
        });
        if (format == Format.TABLE && run.screen().look().terminal() && shown.files() > 0) {
            footer(shown, all);
        }
    }

    private EntryView view() {
        Screen screen = run.screen();
        boolean exact = run.outputOptions(format).bytes();
        return new EntryView(screen.look().unicode(), exact, run.options().fullPaths());
    }

    private HashNames names() {
        return run.hasCatalog() ? new HashNames(run.library().algorithms()) : new HashNames();
    }

    private void footer(Shown shown, LongSupplier everything) {
        if (run.isQuiet()) {
            return;
        }
        boolean cut = shown.files() >= run.outputOptions(format).limit();
        long all = cut ? everything.getAsLong() : shown.files();
        String models = Sizes.count(all, "model");
        String count = shown.files() == all ? models : Sizes.count(shown.files()) + " of " + models;
        String line = " " + count + ", " + Sizes.of(shown.bytes());
        Text legend = shown.legend(run.screen().look().unicode());
        boolean fits = Width.of(line + legend.plain()) < run.talk().look().width();
        run.talk().line(fits ? Text.of(line).and(legend) : Text.of(line));
    }

    /** {@return where these files are} */
    public static List<Path> paths(List<CatalogEntry> entries) {
        return entries.stream().map(entry -> entry.file().path()).toList();
    }
}
