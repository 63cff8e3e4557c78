package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.MountedDisk;
import dev.assay.core.model.CatalogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * The file behind the catalog: how it is opened, and the one way to read and write it. Safe for use
 * from many threads, one at a time.
 */
final class Database implements AutoCloseable {
    /** In KiB, as SQLite wants it: negative. Enough for the upper levels of a million rows. */
    private static final int CACHE = -32 * 1024;

    /** How long to wait for another process that writes. */
    private static final int BUSY_MS = 10_000;

    private final Path file;
    private final Connection connection;
    private final Sql sql;
    private Optional<String> recovery = Optional.empty();
    private String relaxed = "FULL";
    private final ReentrantLock lock = new ReentrantLock();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /** Work that reads or writes and returns something. */
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /** Work that returns nothing. */
    interface Task {
        void on(Sql sql) throws SQLException;
    }

    /**
     * Opens the file; one that turns out to be damaged is replaced by a new one with what can be
     * saved.
     */
    static Database open(Path file, Clock clock) {
        makeFolder(file);
        Rescue.finishInterrupted(file);
        if (Rescue.isNeeded(file)) {
            return rescued(file, clock);
        }
        try {
            return open(file);
        } catch (Trouble.Damaged e) {
            return rescued(file, clock);
        }
    }

    private static Database rescued(Path file, Clock clock) {
        refuseForeign(file);
        Optional<String> told = Rescue.run(file, clock.instant());
        Database database = open(file);
        database.recovery = told;
        return database;
    }

    /** A rescue puts the file aside, which must never happen to a model named by mistake. */
    private static void refuseForeign(Path file) {
        byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(magic, in.readNBytes(magic.length))) {
                throw new CatalogException(
                        "The file %s is no catalog, and was left alone. Name another with --catalog, or put a copy of the catalog there"
                                .formatted(file));
            }
        } catch (IOException e) {
            throw new CatalogException(
                    "The catalog %s cannot be read (%s). Check its rights and the disk"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static Database open(Path file) {
        Connection connection = null;
        try {
            connection = connect(file);
            Database database = new Database(file, connection);
            database.prepare();
            SqlFunctions.register(connection);
            return database;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw Trouble.of(file, e);
        } catch (CatalogException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static void makeFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new CatalogException(
                    "The folder %s for the catalog cannot be made (%s). Name another with --catalog"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** The journal is chosen later: that changes the file, and it may not be ours to change. */
    private static Connection connect(Path file) throws SQLException {
        return config().createConnection("jdbc:sqlite:" + file);
    }

    private void chooseJournal() throws SQLException {
        boolean network = isOnNetwork(file);
        sql.first("PRAGMA journal_mode = " + (network ? "DELETE" : "WAL"), row -> row.getString(1));
        relaxed = network ? "FULL" : "NORMAL";
        sql.script("PRAGMA synchronous = " + relaxed);
    }

    /**
     * The driver asks for generated keys after every insert and leaves that statement open, which
     * VACUUM does not bear.
     */
    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        config.setGetGeneratedKeys(false);
        config.setCacheSize(CACHE);
        return config;
    }

    /** WAL shares memory between processes, which no network file system does. */
    static boolean isOnNetwork(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && MountedDisk.isOnNetwork(folder);
    }

    private void prepare() throws SQLException {
        int version = (int) sql.number("PRAGMA user_version");
        refuseOthers(version);
        chooseJournal();
        if (version < Schema.VERSION) {
            copyBefore(version);
            change(in -> {
                // Another process may have been first.
                int now = (int) in.number("PRAGMA user_version");
                refuseOthers(now);
                Schema.upgrade(in, now);
            });
        }
    }

    /**
     * Keeps the file as it was before its tables change; a copy that was cut short is made anew.
     */
    private void copyBefore(int version) throws SQLException {
        if (version == 0) {
            return;
        }
        Path copy = file.resolveSibling(file.getFileName() + ".schema-" + version);
        Path partial = file.resolveSibling(copy.getFileName() + ".partial");
        try {
            if (Files.notExists(copy)) {
                Files.deleteIfExists(partial);
                sql.run("VACUUM INTO ?", partial.toString());
                Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new CatalogException(
                    "The catalog %s cannot be copied before its tables are changed (%s). Make room, then run this again"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private void refuseOthers(int version) throws SQLException {
        if (version > Schema.VERSION) {
            throw new CatalogException(
                    ("The catalog %s was written by a newer Assay (schema %d; this one knows %d)."
                                    + " Update Assay, or name another catalog with --catalog")
                            .formatted(file, version, Schema.VERSION));
        }
        long id = sql.number("PRAGMA application_id");
        if (id != Schema.APPLICATION_ID && sql.number("SELECT count(*) FROM sqlite_master") > 0) {
            throw new CatalogException(
                    "%s is a database of another program. Name another catalog with --catalog"
                            .formatted(file));
        }
    }

    Path file() {
        return file;
    }

    /** {@return what was lost and saved when the file was opened, in words} */
    Optional<String> recovery() {
        return recovery;
    }

    CatalogException trouble(SQLException e) {
        if (Trouble.isDamage(e)) {
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
        lock.lock();
        try {
            return lock.getHoldCount() > 1 ? work.on(sql) : inTransaction(work);
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@return what this work returns}
     *
     * <p>It writes what a person made, so that it survives a power cut too: the disk has it when
     * this returns.
     */
    <T> T writeDurably(Work<T> work) {
        lock.lock();
        try {
            sql.script("PRAGMA synchronous = FULL");
            return write(work);
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            relax();
            lock.unlock();
        }
    }

    private void relax() {
        try {
            sql.script("PRAGMA synchronous = " + relaxed);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /**
     * IMMEDIATE, since a transaction that reads first and then wants to write fails at once when
     * another process wrote in between, whatever the busy timeout.
     */
    private <T> T inTransaction(Work<T> work) throws SQLException {
        sql.script("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.on(sql);
            sql.script("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                // The driver closes statements of its own accord when one fails.
                sql.close();
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            sql.script("ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolled back by itself, as it does when the disk is full.
        }
    }

    /** {@return a connection of its own for rows that are handed out one by one} */
    Connection reader() {
        try {
            return config().createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            sql.close();
            connection.close();
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // The trouble that is on its way says more.
        }
    }
}
