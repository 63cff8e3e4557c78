package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands entries out one by one from a connection of its own, so that neither memory nor another
 * writer cares how long the reader takes. They are read by the page: a statement for each table and
 * page takes a third of the time of one for each row.
 */
final class EntryStream extends Spliterators.AbstractSpliterator<CatalogEntry>
        implements AutoCloseable {
    /** Doubled from page to page; the first row must not wait for others that are far. */
    private static final int FIRST_PAGE = 1;

    private static final int LARGEST_PAGE = 256;

    private final Catalog catalog;
    private final Connection connection;
    private final Sql sql;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private int pageSize = FIRST_PAGE;
    private Iterator<CatalogEntry> page = Collections.emptyIterator();

    private EntryStream(Catalog catalog, String from, @Nullable Object... values)
            throws SQLException {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.catalog = catalog;
        this.connection = catalog.database().reader();
        this.sql = new Sql(connection);
        SqlFunctions.register(connection);
        this.statement = connection.prepareStatement("SELECT " + FileRow.COLUMNS + " " + from);
        Sql.bind(statement, values);
        this.rows = statement.executeQuery();
    }

    /** {@return the entries of the files that a query's FROM clause and what follows it select} */
    static Stream<CatalogEntry> open(Catalog catalog, String from, @Nullable Object... values) {
        try {
            EntryStream entries = new EntryStream(catalog, from, values);
            return StreamSupport.stream(entries, false).onClose(entries::close);
        } catch (SQLException e) {
            throw catalog.database().trouble(e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super CatalogEntry> action) {
        try {
            while (!page.hasNext()) {
                List<FileRow> read = readPage();
                if (read.isEmpty()) {
                    return false;
                }
                page = catalog.assembled().of(sql, read).iterator();
            }
        } catch (SQLException e) {
            throw catalog.database().trouble(e);
        }
        action.accept(page.next());
        return true;
    }

    private List<FileRow> readPage() throws SQLException {
        List<FileRow> read = new ArrayList<>(pageSize);
        while (read.size() < pageSize && rows.next()) {
            FileRow row = FileRow.of(rows);
            if (FileTable.isBelieved(sql, row)) {
                read.add(row);
            }
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
            throw catalog.database().trouble(e);
        }
    }
}
