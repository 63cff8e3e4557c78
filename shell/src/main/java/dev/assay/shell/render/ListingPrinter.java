package dev.assay.shell.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints a listing in the form that was asked for. */
public final class ListingPrinter {
    private final Screen screen;
    private final OutputOptions options;
    private boolean numbers;

    /** Prints to this screen. */
    public ListingPrinter(Screen screen, OutputOptions options) {
        this.screen = screen;
        this.options = options;
    }

    /** {@return this printer, with the rows of a table numbered on a terminal} */
    public ListingPrinter numbered() {
        numbers = screen.look().terminal();
        return this;
    }

    /** Refuses fields that no row has, before the work for the rows is done. */
    public void check(Listing<?> listing) {
        if (options.format().isJson()) {
            new JsonFields(options.fields()).check(listing);
        } else {
            options.fields().forEach(name -> column(listing, name));
        }
        options.sort().ifPresent(by -> column(listing, SortBy.of(by).field()));
    }

    /** {@return the rows that are printed, in their order, after sorting and cutting} */
    public <T> List<T> print(Listing<T> listing, List<T> all) {
        List<T> rows = chosen(listing, all);
        print(listing, rows.iterator(), _ -> {});
        return rows;
    }

    /** {@return the rows that were asked for, in the order that was asked for} */
    public <T> List<T> chosen(Listing<T> listing, List<T> all) {
        return sorted(listing, all).stream().limit(options.limit()).toList();
    }

    /**
     * Prints rows as they come, of which no more than a screenful or two is kept at a time.
     *
     * @param rows in their order and no more than asked for
     * @param seen takes each row when it is printed
     */
    public <T> void print(Listing<T> listing, Iterator<T> rows, Consumer<T> seen) {
        if (options.format().isJson()) {
            new JsonFields(options.fields()).check(listing);
        }
        switch (options.format()) {
            case TABLE, LIST -> table(listing, rows, seen);
            case TSV -> separated(listing, rows, seen, true);
            case CSV -> separated(listing, rows, seen, false);
            case MD -> markdown(listing, rows, seen);
            case JSON -> document(listing, rows, seen);
            case JSONL -> each(rows, seen, row -> raw(Json.compact(object(listing, row)) + "\n"));
            case IDS -> each(rows, seen, row -> listing.id().apply(row).ifPresent(screen::line));
            case PATHS -> each(rows, seen, row -> listing.path().apply(row).ifPresent(this::path));
        }
    }

    /** Who left the pager sees no more rows, but may name them in the next command. */
    private <T> void each(Iterator<T> rows, Consumer<T> seen, Consumer<T> print) {
        while (rows.hasNext()) {
            T row = rows.next();
            if (screen.out().isHeard()) {
                print.accept(row);
                screen.out().flushWhenLate();
            }
            seen.accept(row);
        }
    }

    /** {@return a row as the JSON object that is printed: only the fields asked for} */
    public <T> Map<String, @Nullable Object> object(Listing<T> listing, T row) {
        return new JsonFields(options.fields()).of(listing, row);
    }

    private <T> void table(Listing<T> listing, Iterator<T> rows, Consumer<T> seen) {
        boolean fit = options.truncate() && screen.look().terminal();
        new Table<>(screen, tableColumns(listing), options.header().orElse(true), fit)
                .print(rows, seen);
    }

    /** The number of a row is what {@code %3} in the next command means. */
    private <T> List<Column<T>> tableColumns(Listing<T> listing) {
        if (!numbers) {
            return columns(listing);
        }
        // A table asks for each cell once, row by row.
        AtomicLong row = new AtomicLong();
        List<Column<T>> columns = new ArrayList<>();
        columns.add(Column.<T>of("#", _ -> row.incrementAndGet()).flushRight());
        columns.addAll(columns(listing));
        return columns;
    }

    private <T> void separated(
            Listing<T> listing, Iterator<T> rows, Consumer<T> seen, boolean tabs) {
        List<Column<T>> columns = exactColumns(listing);
        if (options.header().orElse(!tabs)) {
            row(columns.stream().map(Column::name).toList(), tabs);
        }
        each(rows, seen, row -> row(values(columns, row), tabs));
    }

    private void row(List<? extends @Nullable Object> cells, boolean tabs) {
        String line = tabs ? Separated.tsv(cells) : Separated.csv(cells);
        raw((screen.look().terminal() ? screen.inert(line.replace("\t", "    ")) : line) + "\n");
    }

    private <T> void markdown(Listing<T> listing, Iterator<T> rows, Consumer<T> seen) {
        List<Column<T>> columns = columns(listing);
        if (options.header().orElse(true)) {
            raw(Separated.markdown(columns.stream().map(Column::name).toList()) + "\n");
            raw(Separated.markdown(columns.stream().map(c -> c.right() ? "---:" : "---").toList()));
            raw("\n");
        }
        each(rows, seen, row -> raw(Separated.markdown(values(columns, row)) + "\n"));
    }

    private <T> void document(Listing<T> listing, Iterator<T> rows, Consumer<T> seen) {
        if (!rows.hasNext()) {
            raw("[]\n");
            return;
        }
        AtomicReference<String> before = new AtomicReference<>("[\n  ");
        each(
                rows,
                seen,
                row -> raw(before.getAndSet(",\n  ") + Json.pretty(object(listing, row), 1)));
        raw("\n]\n");
    }

    /** On a terminal a path is shown, elsewhere it is given, byte for byte. */
    private void path(Path path) {
        if (screen.look().terminal() && !options.nul()) {
            screen.line(path.toString());
            return;
        }
        screen.out().write(RawPath.bytes(path));
        raw(options.nul() ? "\0" : "\n");
    }

    private static <T> List<@Nullable Object> values(List<Column<T>> columns, T row) {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            cells.add(column.value().apply(row));
        }
        return cells;
    }

    /** What was asked for by name is shown even when room is short. */
    private <T> List<Column<T>> columns(Listing<T> listing) {
        return options.fields().isEmpty()
                ? listing.usual().stream().map(name -> column(listing, name)).toList()
                : options.fields().stream().map(name -> column(listing, name).dropping(0)).toList();
    }

    /** Machines get every column, people those that fit. */
    private <T> List<Column<T>> exactColumns(Listing<T> listing) {
        return options.fields().isEmpty() ? listing.columns() : columns(listing);
    }

    /** {@return the column of that name, whatever its case} */
    static <T> Column<T> column(Listing<T> listing, String name) {
        return listing.column(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        JsonFields.noField(
                                name, listing.columns().stream().map(Column::name).toList()));
    }

    private <T> List<T> sorted(Listing<T> listing, List<T> rows) {
        if (options.sort().isEmpty()) {
            return rows;
        }
        SortBy by = SortBy.of(options.sort().get());
        Column<T> column = column(listing, by.field());
        Comparator<T> order = Comparator.comparing(row -> key(column.value().apply(row)));
        return rows.stream().sorted(by.falling() ? order.reversed() : order).toList();
    }

    private static Key key(@Nullable Object value) {
        return value instanceof Number number
                ? new Key(number.doubleValue(), "")
                : new Key(Double.NEGATIVE_INFINITY, Separated.tsv(java.util.Arrays.asList(value)));
    }

    private record Key(double number, String text) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byNumber = Double.compare(number, other.number);
            return byNumber != 0 ? byNumber : text.compareToIgnoreCase(other.text);
        }
    }

    private void raw(String text) {
        screen.out().write(text);
    }
}
