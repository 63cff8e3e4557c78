package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file behind the catalog: how it is opened, and the one way to read and write it. Safe for use
 * from many threads, one at a time.
 */
final class Database implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final Sql sql;
    private final Mode mode;
    private final Optional<String> recovery;
    private final Doubts doubts = new Doubts();
    private final ReentrantLock lock = new ReentrantLock();

    Database(Path file, Connection connection, Mode mode, Optional<String> recovery) {
        this.file = file;
        this.connection = connection;
        this.sql = new Sql(connection, doubts);
        this.mode = mode;
        this.recovery = recovery;
    }

    /**
     * How the file is used.
     *
     * @param relaxed how surely the disk must have what can be found out again: SQLite's {@code
     *     synchronous}
     * @param readOnly whether nothing can be written
     */
    record Mode(String relaxed, boolean readOnly) {}

    /** Work that reads or writes and returns something. */
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /** Work that returns nothing. */
    interface Task {
        void on(Sql sql) throws SQLException;
    }

    Path file() {
        return file;
    }

    /** {@return what was lost and saved when the file was opened, in words} */
    Optional<String> recovery() {
        return recovery;
    }

    /** {@return what turned out to be damaged while it was read} */
    Doubts doubts() {
        return doubts;
    }

    /** {@return whether nothing can be written, since the file or its folder may not be} */
    boolean isReadOnly() {
        return mode.readOnly();
    }

    CatalogException trouble(SQLException e) {
        if (Trouble.isDamage(e) && !mode.readOnly()) {
            Rescue.remember(file);
        }
        return Trouble.of(file, e);
    }

    /** {@return what this work reads} */
    <T> T read(Work<T> work) {
        lock.lock();
        try {
            return work.on(sql);
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes in one transaction, which holds entirely or not at all; within another, as part of it.
     */
    void change(Task task) {
        write(in -> {
            task.on(in);
            return true;
        });
    }

    /** {@return what this work returns, which writes in one transaction} */
    <T> T write(Work<T> work) {
        refuseReadOnly();
        lock.lock();
        try {
            return lock.getHoldCount() > 1 ? work.on(sql) : sql.inTransaction(work);
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * As {@link #write}, for statements that change a row each. What undoes one is kept in memory:
     * a row of a file changes more pages of indexes than SQLite keeps there by itself, and each
     * would be written to a file in case that the statement fails.
     */
    <T> T writeRows(Work<T> work) {
        return writeWith("PRAGMA temp_store = MEMORY", work, "PRAGMA temp_store = DEFAULT");
    }

    /**
     * As {@link #write}, of what a person made, so that it survives a power cut too: the disk has
     * it when this returns.
     */
    <T> T writeDurably(Work<T> work) {
        String relaxed = "PRAGMA synchronous = " + mode.relaxed();
        return writeWith("PRAGMA synchronous = FULL", work, relaxed);
    }

    /** Within another transaction, which has settings of its own, none can be made any more. */
    private <T> T writeWith(String setting, Work<T> work, String usual) {
        refuseReadOnly();
        lock.lock();
        try {
            if (lock.getHoldCount() > 1) {
                return work.on(sql);
            }
            sql.script(setting);
            try {
                return sql.inTransaction(work);
            } finally {
                sql.script(usual);
            }
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            lock.unlock();
        }
    }

    private void refuseReadOnly() {
        if (mode.readOnly()) {
            throw new CatalogException(Trouble.readOnly(file));
        }
    }

    /** {@return a connection of its own for rows that are handed out one by one} */
    Connection reader() {
        try {
            return Opening.connect(file, mode.readOnly());
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (doubts.isBroken() && !mode.readOnly()) {
                Rescue.remember(file);
            }
            sql.close();
            connection.close();
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            lock.unlock();
        }
    }
}
