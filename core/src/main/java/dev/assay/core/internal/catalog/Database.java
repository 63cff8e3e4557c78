package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * The file behind the catalog: how it is opened, and the one way to read and write it. Safe for use
 * from many threads, one at a time.
 */
final class Database implements AutoCloseable {
    /** How long to wait for another process that writes. */
    private static final int BUSY_MS = 10_000;

    /** WAL shares memory between processes, which no network file system does. */
    private static final Set<String> NETWORK =
            Set.of(
                    "nfs",
                    "nfs4",
                    "cifs",
                    "smb",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "afs",
                    "9p",
                    "ncpfs",
                    "ceph",
                    "glusterfs",
                    "lustre",
                    "fuse.sshfs",
                    "fuse.rclone",
                    "fuse.glusterfs",
                    "davfs",
                    "afpfs",
                    "webdav");

    private final Path file;
    private final Connection connection;
    private final Sql sql;
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

    static Database open(Path file) {
        makeFolder(file);
        Connection connection = null;
        try {
            connection = connect(file, isOnNetwork(file));
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

    private static Connection connect(Path file, boolean network) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        config.setJournalMode(
                network ? SQLiteConfig.JournalMode.DELETE : SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(
                network ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.NORMAL);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    static boolean isOnNetwork(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && NETWORK.contains(Files.getFileStore(folder).type());
        } catch (IOException e) {
            return false;
        }
    }

    private void prepare() throws SQLException {
        int version = (int) sql.number("PRAGMA user_version");
        refuseOthers(version);
        if (version < Schema.VERSION) {
            change(in -> {
                // Another process may have been first.
                int now = (int) in.number("PRAGMA user_version");
                refuseOthers(now);
                Schema.upgrade(in, now);
            });
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

    /** {@return what this work reads} */
    <T> T read(Work<T> work) {
        lock.lock();
        try {
            return work.on(sql);
        } catch (SQLException e) {
            throw Trouble.of(file, e);
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
            throw Trouble.of(file, e);
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
            throw Trouble.of(file, e);
        } finally {
            relax();
            lock.unlock();
        }
    }

    private void relax() {
        try {
            sql.script("PRAGMA synchronous = NORMAL");
        } catch (SQLException e) {
            throw Trouble.of(file, e);
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
            SQLiteConfig config = new SQLiteConfig();
            config.setBusyTimeout(BUSY_MS);
            config.setReadOnly(false);
            return config.createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            sql.close();
            connection.close();
        } catch (SQLException e) {
            throw Trouble.of(file, e);
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
