package dev.assay.core.internal.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands files out one by one from a connection of its own, so that neither memory nor another
 * writer cares how long the reader takes. They are read by the page: a statement for each table and
 * page takes a third of the time of one for each row.
 *
 * @param <R> what is read of a row
 * @param <T> what is handed out
 */
final class EntryStream<R, T> extends Spliterators.AbstractSpliterator<T> implements AutoCloseable {
    /** Doubled from page to page; the first row must not wait for others that are far. */
    private static final int FIRST_PAGE = 1;

    private static final int LARGEST_PAGE = 256;

    private final Database database;
    private final Form<R, T> form;
    private final Connection connection;
    private final Sql sql;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private int pageSize = FIRST_PAGE;
    private Iterator<T> page = Collections.emptyIterator();

    /**
     * What is handed out of each file.
     *
     * @param <R> what is read of a row
     * @param <T> what becomes of it
     */
    interface Form<R, T> {
        /** {@return the columns of {@code file f}, and the tables that are joined to it} */
        String select();

        /** {@return what a row says; nothing when it cannot be believed} */
        Optional<R> read(Sql sql, ResultSet row) throws SQLException;

        /** {@return what becomes of the rows of a page, in their order} */
        List<T> finish(Sql sql, List<R> page) throws SQLException;
    }

    private EntryStream(Database database, Form<R, T> form, String ids, @Nullable Object... values)
            throws SQLException {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.database = database;
        this.form = form;
        this.connection = database.reader();
        this.sql = new Sql(connection, database.doubts());
        SqlFunctions.register(connection);
        this.statement = connection.prepareStatement(form.select().formatted(ordered(ids)));
        Sql.bind(statement, values);
        this.rows = statement.executeQuery();
    }

    /**
     * A limit keeps SQLite from taking the two queries for one, which would sort all columns of all
     * rows; a cross join keeps it from changing their order.
     */
    private static String ordered(String ids) {
        return "(" + ids + " LIMIT -1) o CROSS JOIN file f ON f.id = o.id";
    }

    /**
     * {@return the files that a query selects; to be closed}
     *
     * @param ids gives the ids of files, in order
     */
    static <R, T> Stream<T> open(
            Database database, Form<R, T> form, String ids, @Nullable Object... values) {
        try {
            EntryStream<R, T> entries = new EntryStream<>(database, form, ids, values);
            return StreamSupport.stream(entries, false).onClose(entries::close);
        } catch (SQLException e) {
            throw database.trouble(e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            while (!page.hasNext()) {
                List<R> read = readPage();
                if (read.isEmpty()) {
                    return false;
                }
                page = form.finish(sql, read).iterator();
            }
        } catch (SQLException e) {
            throw database.trouble(e);
        }
        action.accept(page.next());
        return true;
    }

    private List<R> readPage() throws SQLException {
        List<R> read = new ArrayList<>(pageSize);
        while (read.size() < pageSize && rows.next()) {
            form.read(sql, rows).ifPresent(read::add);
        }
        pageSize = Math.min(pageSize * 2, LARGEST_PAGE);
        return read;
    }

    @Override
    public void close() {
        try {
            statement.close();
            sql.close();
            connection.close();
        } catch (SQLException e) {
            throw database.trouble(e);
        }
    }
}
