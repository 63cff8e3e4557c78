package dev.assay.core.internal.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Iterator<Query> queries;
    private @Nullable PreparedStatement anchor;
    private @Nullable PreparedStatement statement;
    private @Nullable ResultSet rows;
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

    /**
     * What selects files.
     *
     * @param ids a statement that gives the ids of files, in order
     * @param values of the statement
     */
    record Query(String ids, List<@Nullable Object> values) {}

    private EntryStream(Database database, Form<R, T> form, List<Query> queries)
            throws SQLException {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.database = database;
        this.form = form;
        this.connection = database.reader();
        this.sql = new Sql(connection, database.doubts());
        SqlFunctions.register(connection);
        this.queries = queries.iterator();
        if (queries.size() > 1) {
            holdStill();
        }
        next();
    }

    /**
     * As long as a statement has rows to give, the connection sees the catalog as it was when that
     * began: nobody who writes meanwhile moves a file from one query into another.
     */
    private void holdStill() throws SQLException {
        anchor = connection.prepareStatement("SELECT name FROM sqlite_schema");
        anchor.executeQuery();
    }

    /** {@return whether there was another query, whose rows are the next now} */
    private boolean next() throws SQLException {
        if (statement != null) {
            statement.close();
        }
        if (!queries.hasNext()) {
            rows = null;
            return false;
        }
        Query query = queries.next();
        statement = connection.prepareStatement(form.select().formatted(ordered(query.ids())));
        Sql.bind(statement, query.values().toArray());
        rows = statement.executeQuery();
        return true;
    }

    /**
     * A limit keeps SQLite from taking the two queries for one, which would sort all columns of all
     * rows; a cross join keeps it from changing their order.
     */
    private static String ordered(String ids) {
        return "(" + ids + " LIMIT -1) o CROSS JOIN file f ON f.id = o.id";
    }

    /** {@return the files that queries select, one query after the other; to be closed} */
    static <R, T> Stream<T> open(Database database, Form<R, T> form, List<Query> queries) {
        try {
            EntryStream<R, T> entries = new EntryStream<>(database, form, queries);
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
        while (rows != null && read.size() < pageSize) {
            if (rows.next()) {
                form.read(sql, rows).ifPresent(read::add);
            } else {
                next();
            }
        }
        pageSize = Math.min(pageSize * 2, LARGEST_PAGE);
        return read;
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement one : Arrays.asList(statement, anchor)) {
                if (one != null) {
                    one.close();
                }
            }
            sql.close();
            connection.close();
        } catch (SQLException e) {
            throw database.trouble(e);
        }
    }
}
