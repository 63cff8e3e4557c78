package dev.assay.core.internal.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Statements on one connection, each prepared once. Not safe for use from several threads; a
 * statement must not be run again while its rows are being mapped.
 */
final class Sql implements AutoCloseable {
    /** What a column is compared with in {@link #eachAmong}. */
    static final String AMONG = " IN (SELECT value FROM json_each(?)) ";

    private final Connection connection;
    private final Doubts doubts;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this(connection, new Doubts());
    }

    /** With somebody who is told of rows that cannot be believed. */
    Sql(Connection connection, Doubts doubts) {
        this.connection = connection;
        this.doubts = doubts;
    }

    Doubts doubts() {
        return doubts;
    }

    /** Makes a value of a row. */
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Makes a value of a row that may be damaged. */
    interface Judge<T> {
        @Nullable T map(ResultSet row) throws SQLException;
    }

    /** Takes a row. */
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /** {@return how many rows a statement changed} */
    int run(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** {@return the id of the row that this inserts} */
    long insert(String sql, @Nullable Object... values) throws SQLException {
        run(sql, values);
        return number("SELECT last_insert_rowid()");
    }

    <T> List<T> all(String sql, Mapper<T> mapper, @Nullable Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(mapper.map(row)), values);
        return found;
    }

    <T> Optional<T> first(String sql, Judge<T> mapper, @Nullable Object... values)
            throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? Optional.ofNullable(mapper.map(rows)) : Optional.empty();
        }
    }

    void each(String sql, Taker taker, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    /**
     * Reads rows about many things with one statement, which costs a tenth of one each.
     *
     * @param sql with {@link #AMONG} behind the column of the ids
     */
    void eachAmong(Collection<Long> ids, String sql, Taker taker) throws SQLException {
        StringJoiner list = new StringJoiner(",", "[", "]");
        ids.forEach(id -> list.add(id.toString()));
        each(sql, taker, list.toString());
    }

    /** {@return the number that is the only answer; 0 without one} */
    long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Runs statements that are needed once, such as those of the schema. */
    void script(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    /**
     * IMMEDIATE, since a transaction that reads first and then wants to write fails at once when
     * another process wrote in between, whatever the busy timeout.
     */
    <T> T inTransaction(Database.Work<T> work) throws SQLException {
        script("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.on(this);
            script("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                // The driver closes statements of its own accord when one fails.
                close();
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            script("ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolled back by itself, as it does when the disk is full.
        }
    }

    /** Makes the database what another file is, page by page, whoever else has it open. */
    void restoreFrom(java.nio.file.Path copy) throws SQLException {
        close();
        int code =
                connection
                        .unwrap(org.sqlite.SQLiteConnection.class)
                        .getDatabase()
                        .restore("main", copy.toString(), (remaining, pages) -> {});
        if (code != 0) {
            throw new SQLException("restoring failed with code " + code, "", code);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        bind(statement, values);
        return statement;
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    /** Not a switch by type: every start comes by here, and a class would be made for it. */
    @SuppressWarnings("IfChainToSwitch")
    private static void bind(PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setObject(at, null);
        } else if (value instanceof Long number) {
            statement.setLong(at, number);
        } else if (value instanceof Integer number) {
            statement.setInt(at, number);
        } else if (value instanceof Boolean flag) {
            statement.setInt(at, flag ? 1 : 0);
        } else if (value instanceof Instant time) {
            statement.setLong(at, nanos(time));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(at, bytes);
        } else {
            statement.setString(at, value.toString());
        }
    }

    /** Nanoseconds since 1970; times beyond 2262 or before 1677 are cut to that. */
    static long nanos(Instant time) {
        long seconds = Math.clamp(time.getEpochSecond(), -9_000_000_000L, 9_000_000_000L);
        return seconds * 1_000_000_000L + time.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long nanos = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(instant(nanos));
    }

    static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }
}
