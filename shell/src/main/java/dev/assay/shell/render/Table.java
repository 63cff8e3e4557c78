package dev.assay.shell.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lays rows out in columns that fit the width of the screen. */
final class Table<T> {
    private static final String GAP = "  ";
    private static final String NOTHING = "-";
    private static final int LEAST_NAME = 24;

    private final Screen screen;
    private final List<Column<T>> columns;
    private final List<List<Text>> cells = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final boolean header;

    Table(Screen screen, List<Column<T>> columns, boolean header, List<T> rows) {
        this.screen = screen;
        this.columns = new ArrayList<>(columns);
        this.header = header;
        if (header) {
            cells.add(columns.stream().map(column -> heading(column)).toList());
        }
        for (T row : rows) {
            cells.add(columns.stream().map(column -> inert(column.shown().apply(row))).toList());
        }
        for (int at = 0; at < columns.size(); at++) {
            int column = at;
            widths.add(cells.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
        }
    }

    /** Prints the rows; {@code fit} drops columns and cuts names to the width of the screen. */
    void print(boolean fit) {
        List<Integer> kept = fit ? fitted() : allColumns();
        for (List<Text> row : cells) {
            screen.line(line(row, kept, fit));
        }
    }

    private Text line(List<Text> row, List<Integer> kept, boolean fit) {
        Text line = Text.of("");
        for (int at = 0; at < kept.size(); at++) {
            int column = kept.get(at);
            boolean last = at == kept.size() - 1;
            line = line.and(cell(row.get(column), column, last, fit)).and(last ? "" : GAP);
        }
        return line;
    }

    private Text cell(Text content, int column, boolean last, boolean fit) {
        int width = widths.get(column);
        Text fitted = fit && width(content) > width ? cut(content, width) : content;
        String padding = " ".repeat(Math.max(0, width - width(fitted)));
        if (columns.get(column).right()) {
            return Text.of(padding).and(fitted);
        }
        return last ? fitted : fitted.and(padding);
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
        return new Text(
                text.spans().stream()
                        .map(span -> new Text.Span(span.style(), screen.inert(span.text())))
                        .toList());
    }

    private static int width(Text inert) {
        return Width.of(inert.plain());
    }
}
