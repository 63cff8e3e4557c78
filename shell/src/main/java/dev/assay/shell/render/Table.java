package dev.assay.shell.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Lays rows out in columns that fit the width of the screen. */
final class Table<T> {
    private static final String GAP = "  ";
    private static final String NOTHING = "-";
    private static final int LEAST_NAME = 24;

    /** From so many rows the widths of the columns are taken; those that follow keep to them. */
    private static final int MEASURED = 2_000;

    /** In nanoseconds. */
    private static final long PATIENCE = 1_000_000_000;

    private final Screen screen;
    private final List<Column<T>> columns;
    private final boolean header;
    private final boolean fit;
    private final List<List<Text>> cells = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    /** Lays out; {@code fit} drops columns and cuts names to the width of the screen. */
    Table(Screen screen, List<Column<T>> columns, boolean header, boolean fit) {
        this.screen = screen;
        this.columns = new ArrayList<>(columns);
        this.header = header;
        this.fit = fit;
    }

    /** Prints the rows, and no heading when there is none. */
    void print(Iterator<T> rows, Consumer<T> seen) {
        if (!rows.hasNext()) {
            return;
        }
        if (header) {
            cells.add(columns.stream().map(column -> heading(column)).toList());
        }
        long begun = System.nanoTime();
        while (rows.hasNext() && !isMeasured(begun)) {
            T row = rows.next();
            cells.add(cells(row));
            seen.accept(row);
        }
        measure();
        List<Integer> kept = fit ? fitted() : allColumns();
        cells.forEach(row -> screen.line(line(row, kept)));
        while (rows.hasNext()) {
            T row = rows.next();
            if (screen.out().isHeard()) {
                screen.line(line(cells(row), kept));
            }
            seen.accept(row);
        }
    }

    /** Rows that come slowly are not waited for once they fill the screen. */
    private boolean isMeasured(long begun) {
        boolean fills = cells.size() > screen.look().height();
        return cells.size() >= MEASURED || (fills && System.nanoTime() - begun > PATIENCE);
    }

    private List<Text> cells(T row) {
        List<Text> cells = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            cells.add(inert(column.shown().apply(row)));
        }
        return cells;
    }

    private void measure() {
        for (int at = 0; at < columns.size(); at++) {
            int width = 0;
            for (List<Text> row : cells) {
                width = Math.max(width, width(row.get(at)));
            }
            widths.add(width);
        }
    }

    private Text line(List<Text> row, List<Integer> kept) {
        List<Text.Span> line = new ArrayList<>();
        for (int at = 0; at < kept.size(); at++) {
            int column = kept.get(at);
            boolean last = at == kept.size() - 1;
            add(line, row.get(column), column, last);
        }
        return new Text(line);
    }

    private void add(List<Text.Span> line, Text content, int column, boolean last) {
        int width = widths.get(column);
        int own = width(content);
        boolean tooWide = fit && own > width;
        Text fitted = tooWide ? cut(content, width) : content;
        int padding = Math.max(0, width - (tooWide ? width(fitted) : own));
        boolean right = columns.get(column).right();
        if (right) {
            line.add(blanks(padding));
        }
        line.addAll(fitted.spans());
        if (!last) {
            line.add(blanks(GAP.length() + (right ? 0 : padding)));
        }
    }

    private static Text.Span blanks(int width) {
        return new Text.Span(Style.PLAIN, " ".repeat(width));
    }

    /** The last piece is the long one; a mark before it stays as it is. */
    private Text cut(Text content, int width) {
        List<Text.Span> spans = content.spans();
        Text kept = new Text(spans.subList(0, Math.max(0, spans.size() - 1)));
        int room = width - width(kept);
        boolean ascii = !screen.look().unicode();
        Style style = spans.isEmpty() ? Style.PLAIN : spans.getLast().style();
        return room < 2
                ? Text.of(style, Width.middle(content.plain(), width, ascii))
                : kept.and(style, Width.middle(spans.getLast().text(), room, ascii));
    }

    private List<Integer> allColumns() {
        List<Integer> all = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            all.add(at);
        }
        return all;
    }

    /**
     * Drops columns that say nothing, then what can be missed, and cuts the flexible column to what
     * is left. The wider the screen, the more of a name is worth more than another column.
     */
    private List<Integer> fitted() {
        List<Integer> kept = allColumns();
        kept.removeIf(this::saysNothing);
        int leastName = Math.max(LEAST_NAME, screen.look().width() * 3 / 10);
        while (excess(kept, leastName) > 0 && dropOne(kept)) {
            // dropOne did the work
        }
        int excess = excess(kept, Integer.MAX_VALUE);
        if (excess > 0) {
            shrinkFlexible(kept, excess);
        }
        return kept;
    }

    private boolean saysNothing(int column) {
        return columns.get(column).priority() > 0
                && rows().allMatch(row -> isNothing(row.get(column).plain()));
    }

    private static boolean isNothing(String cell) {
        return cell.isBlank() || cell.equals(NOTHING);
    }

    private Stream<List<Text>> rows() {
        return cells.stream().skip(header ? 1 : 0);
    }

    private boolean dropOne(List<Integer> kept) {
        Integer least =
                kept.stream()
                        .filter(at -> columns.get(at).priority() > 0)
                        .max(Comparator.comparingInt(at -> columns.get(at).priority()))
                        .orElse(-1);
        return kept.remove((Object) least);
    }

    /** How far these columns are too wide, when no flexible one takes more than the limit. */
    private int excess(List<Integer> kept, int limit) {
        int total = GAP.length() * (kept.size() - 1);
        for (int at : kept) {
            total += columns.get(at).flexible() ? Math.min(widths.get(at), limit) : widths.get(at);
        }
        return total - screen.look().width();
    }

    private void shrinkFlexible(List<Integer> kept, int excess) {
        int left = excess;
        for (int at : kept) {
            if (columns.get(at).flexible() && left > 0) {
                int room = Math.max(8, widths.get(at) - left);
                left -= Math.max(0, widths.get(at) - room);
                widths.set(at, Math.min(widths.get(at), room));
            }
        }
    }

    private Text heading(Column<T> column) {
        return Text.of(Style.DIM, column.name().toUpperCase(Locale.ROOT).replace('_', ' '));
    }

    private Text inert(Text text) {
        List<Text.Span> inert = new ArrayList<>(text.spans().size());
        for (Text.Span span : text.spans()) {
            inert.add(new Text.Span(span.style(), screen.inert(span.text())));
        }
        return new Text(inert);
    }

    private static int width(Text inert) {
        return Width.of(inert.plain());
    }
}
