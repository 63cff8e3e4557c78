package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one line what SQLite's errors mean for the user. */
final class Trouble {
    /** Said of a statement of ours, this means that the tables are not those we made. */
    private static final Pattern OTHER_TABLES =
            Pattern.compile("no such (table|column|index|collation)|has no column named");

    private Trouble() {}

    /** The file is not what SQLite wrote. */
    static final class Damaged extends CatalogException {
        private static final long serialVersionUID = 1;

        Damaged(Path file, SQLException cause) {
            super(
                    "The catalog %s is damaged (%s). Run this again: what can be read will be saved"
                            .formatted(file, cause.getMessage()),
                    cause);
        }
    }

    static CatalogException of(Path file, SQLException e) {
        if (isDamage(e)) {
            return new Damaged(file, e);
        }
        return switch (primary(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    new CatalogException(
                            ("The catalog %s is being written by another Assay."
                                            + " Try again when that is done")
                                    .formatted(file),
                            e);
            case SQLITE_FULL ->
                    new CatalogException(
                            ("No room for the catalog %s: the disk is full."
                                            + " What was saved before is safe. Make room, then run this again")
                                    .formatted(file),
                            e);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                    new CatalogException(readOnly(file), e);
            case SQLITE_CANTOPEN, SQLITE_NOLFS ->
                    new CatalogException(
                            ("The catalog %s cannot be opened."
                                            + " Check its folder, or name another with --catalog")
                                    .formatted(file),
                            e);
            case SQLITE_IOERR ->
                    new CatalogException(
                            ("The disk failed while the catalog %s was used (%s)."
                                            + " Check the disk, and copy the catalog's folder to another")
                                    .formatted(file, e.getMessage()),
                            e);
            default ->
                    new CatalogException(
                            "The catalog %s failed: %s".formatted(file, e.getMessage()), e);
        };
    }

    static String readOnly(Path file) {
        return "The catalog %s may only be read, so nothing can be saved. Give yourself the right to write it and its folder, or name another with --catalog"
                .formatted(file);
    }

    static boolean isDamage(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> true;
            case SQLITE_ERROR -> OTHER_TABLES.matcher(String.valueOf(e.getMessage())).find();
            default -> false;
        };
    }

    private static SQLiteErrorCode primary(SQLException e) {
        return e instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)
                : SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF);
    }
}
