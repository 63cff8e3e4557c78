package dev.assay.core.internal.catalog;

import dev.assay.core.query.Order;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A column of {@code file} with few different words, by which an index has the files.
 *
 * @param column the column
 * @param index the index, which goes on with the folder
 * @param usual the word of most files, which the index leaves out
 */
record Grouped(String column, String index, Optional<String> usual) {
    static final Grouped TYPE = new Grouped("type", "file_type", Optional.empty());
    static final Grouped PRECISION = new Grouped("precision", "file_precision", Optional.empty());
    static final Grouped FORMAT = but("format", "safetensors");
    static final Grouped CONFIDENCE = but("confidence", "certain");

    private static final Grouped FAMILY = new Grouped("family", "file_family", Optional.empty());
    private static final Grouped CATEGORY =
            new Grouped("category", "file_category", Optional.empty());
    private static final Grouped STATE = but("state", "ok");
    private static final Grouped SAFETY = but("safety", "CLEAN");

    private static Grouped but(String column, String usual) {
        return new Grouped(column, "file_" + column, Optional.of(usual));
    }

    /** {@return the column that an order goes by, if it has few words} */
    static Optional<Grouped> by(Order.Field field) {
        return switch (field) {
            case TYPE -> Optional.of(TYPE);
            case BASE -> Optional.of(FAMILY);
            case FORMAT -> Optional.of(FORMAT);
            case STATE -> Optional.of(STATE);
            case SAFETY -> Optional.of(SAFETY);
            case CONFIDENCE -> Optional.of(CONFIDENCE);
            case PRECISION -> Optional.of(PRECISION);
            case CATEGORY -> Optional.of(CATEGORY);
            default -> Optional.empty();
        };
    }

    /** {@return what the index needs to hear of a table of files to be used} */
    String known(String file) {
        return usual.map(word -> "%s.%s <> '%s'".formatted(file, column, word)).orElse("1");
    }

    /**
     * {@return a statement that gives all words of the index} It jumps from each to the next, where
     * DISTINCT reads all of a million.
     */
    String words() {
        String least = "SELECT min(%1$s) FROM file INDEXED BY %2$s WHERE %3$s";
        String next = least + " AND %1$s > w.word";
        return ("WITH RECURSIVE w(word) AS (" + least)
                        .concat(" UNION ALL SELECT (" + next + ") FROM w WHERE word IS NOT NULL)")
                        .formatted(column, index, known("file"))
                + " SELECT word FROM w WHERE word IS NOT NULL";
    }

    /** {@return all words in their order, among them the usual one whether a file has it or not} */
    List<String> inOrder(Sql sql) throws SQLException {
        List<String> words = new ArrayList<>(sql.all(words(), row -> row.getString(1)));
        usual.ifPresent(words::add);
        Collections.sort(words);
        return words;
    }
}
