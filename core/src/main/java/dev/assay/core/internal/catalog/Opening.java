package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.MountedDisk;
import dev.assay.core.internal.walk.PathText;
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
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * How a catalog's file is opened: made when there is none, refused when it is no catalog or a newer
 * one, brought up to date when it is older, rescued when it is damaged, and only read when it may
 * not be written.
 */
final class Opening {
    /** In KiB, as SQLite wants it: negative. Enough for the upper levels of a million rows. */
    private static final int CACHE = -32 * 1024;

    /** How long to wait for another process that writes. */
    private static final int BUSY_MS = 10_000;

    private final Path file;
    private final Sql sql;

    private Opening(Path file, Sql sql) {
        this.file = file;
        this.sql = sql;
    }

    /**
     * Opens the file; one that turns out to be damaged is replaced by a new one with what can be
     * saved.
     */
    static Database open(Path file, Clock clock) {
        if (mayOnlyBeRead(file)) {
            return openToRead(file);
        }
        makeFolder(file);
        Rescue.finishInterrupted(file);
        if (Rescue.isNeeded(file)) {
            return rescued(file, clock);
        }
        try {
            return open(file, Optional.empty());
        } catch (Trouble.Damaged e) {
            return rescued(file, clock);
        }
    }

    private static Database rescued(Path file, Clock clock) {
        refuseForeign(file);
        Optional<String> told = Rescue.run(file, clock.instant());
        return open(file, told);
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

    private static Database open(Path file, Optional<String> recovery) {
        Connection connection = null;
        try {
            connection = connect(file, false);
            SqlFunctions.register(connection);
            Database.Mode mode = new Opening(file, new Sql(connection)).prepare();
            return new Database(file, connection, mode, recovery);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw Trouble.of(file, e);
        } catch (CatalogException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** {@return whether the file is there, and it or its folder may not be written} */
    private static boolean mayOnlyBeRead(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return Files.isReadable(file)
                && folder != null
                && !(Files.isWritable(file) && Files.isWritable(folder));
    }

    /** Opens a file that may not be written, or must not be; it is left exactly as it is. */
    static Database openToRead(Path file) {
        Connection connection = null;
        try {
            connection = connect(file, true);
            new Opening(file, new Sql(connection)).refuseOld();
            SqlFunctions.register(connection);
            return new Database(
                    file, connection, new Database.Mode("NORMAL", true), Optional.empty());
        } catch (SQLException e) {
            closeQuietly(connection);
            throw Trouble.of(file, e);
        } catch (CatalogException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private void refuseOld() throws SQLException {
        int version = (int) sql.number("PRAGMA user_version");
        refuseOthers(version);
        if (version < Schema.VERSION) {
            throw new CatalogException(
                    ("The catalog %s was written by an older Assay, and may only be read, so that it cannot be brought up to date."
                                    + " Give yourself the right to write it and its folder, or name a copy with --catalog")
                            .formatted(file));
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

    /**
     * {@return what the driver is to open} By its URI: of a plain path it takes what is behind a
     * question mark for settings, and one whose bytes the locale cannot show would be another.
     */
    static String address(Path file) {
        return "jdbc:sqlite:file:" + file.toUri().getRawPath();
    }

    /**
     * {@return a connection} The journal is chosen later: that changes the file, and it may not be
     * ours to change.
     */
    static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(readOnly);
        String address = address(file);
        return config.createConnection(
                readOnly && isWhole(file) ? address + "?immutable=1" : address);
    }

    /**
     * Whether all of the catalog is in its own file, which it is when nobody has it open to write;
     * then SQLite can do without the files that it would put beside it.
     */
    private static boolean isWhole(Path file) {
        Path journal = PathText.beside(file, "-wal");
        return journal.toFile().length() == 0;
    }

    private Database.Mode chooseJournal() throws SQLException {
        boolean network = isOnNetwork(file);
        sql.first("PRAGMA journal_mode = " + (network ? "DELETE" : "WAL"), row -> row.getString(1));
        String relaxed = network ? "FULL" : "NORMAL";
        sql.script("PRAGMA synchronous = " + relaxed);
        return new Database.Mode(relaxed, false);
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

    private Database.Mode prepare() throws SQLException {
        int version = (int) sql.number("PRAGMA user_version");
        refuseOthers(version);
        Database.Mode mode = chooseJournal();
        if (version < Schema.VERSION) {
            copyBefore(version);
            sql.inTransaction(in -> {
                // Another process may have been first.
                int now = (int) in.number("PRAGMA user_version");
                refuseOthers(now);
                Schema.upgrade(in, now);
                return now;
            });
        }
        return mode;
    }

    /**
     * Keeps the file as it was before its tables change; a copy that was cut short is made anew.
     */
    private void copyBefore(int version) throws SQLException {
        if (version == 0) {
            return;
        }
        Path copy = PathText.beside(file, ".schema-" + version);
        Path partial = PathText.beside(copy, ".partial");
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

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // The trouble that is on its way says more.
        }
    }
}
