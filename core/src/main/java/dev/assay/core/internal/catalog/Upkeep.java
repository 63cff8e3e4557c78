package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogCheck;
import dev.assay.core.model.CatalogException;
import dev.assay.core.model.CatalogFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** What is done to a catalog as a file: info, check, backup, restore, compact, prune. */
public final class Upkeep {
    private final Catalog catalog;

    Upkeep(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return the catalog in numbers} */
    public CatalogFacts info() {
        return catalog.read(sql -> {
            long page = sql.number("PRAGMA page_size");
            return new CatalogFacts(
                    catalog.file(),
                    page * sql.number("PRAGMA page_count"),
                    page * sql.number("PRAGMA freelist_count"),
                    (int) sql.number("PRAGMA user_version"),
                    sql.first("PRAGMA journal_mode", row -> row.getString(1)).orElse(""),
                    Opening.isOnNetwork(catalog.file()),
                    catalog.isReadOnly(),
                    sql.number("SELECT count(*) FROM file WHERE presence < 2"),
                    sql.number("SELECT count(*) FROM file WHERE presence = 1"),
                    sql.number("SELECT count(*) FROM content"),
                    sql.number("SELECT count(*) FROM content WHERE sha256 IS NOT NULL"),
                    sql.number(
                            "SELECT count(DISTINCT content) FROM identity"
                                    + " WHERE state = 'found'"),
                    sql.number("SELECT count(*) FROM root"));
        });
    }

    /**
     * {@return what is wrong with the file}
     *
     * @param repair whether to drop the rows that cannot be believed; a file with a damaged
     *     structure is replaced when it is opened next
     */
    public CatalogCheck check(boolean repair) {
        boolean whole = catalog.read(TableShapes::areWhole);
        List<String> structure = structure(whole);
        if (!structure.isEmpty()) {
            Rescue.remember(catalog.file());
        }
        return new CatalogCheck(whole ? damagedRows(repair) : Map.of(), structure);
    }

    private Map<String, Integer> damagedRows(boolean repair) {
        return repair
                ? catalog.write(sql -> RowCheck.run(sql, true))
                : catalog.read(sql -> RowCheck.run(sql, false));
    }

    private List<String> structure(boolean whole) {
        List<String> wrong =
                catalog.read(sql -> sql.all("PRAGMA integrity_check", row -> row.getString(1)));
        wrong.removeIf(line -> line.equals("ok"));
        if (!whole) {
            wrong.add("tables are not as schema %d has them".formatted(Schema.VERSION));
        }
        return wrong;
    }

    /**
     * Copies the catalog while it may be in use.
     *
     * @throws CatalogException when the target is there already, or cannot be written
     */
    public void backup(Path target) {
        if (Files.exists(target)) {
            throw new CatalogException(
                    "%s is there already. Name another file for the copy".formatted(target));
        }
        Path partial = PathText.beside(target, ".partial");
        try {
            Files.deleteIfExists(partial);
            catalog.read(sql -> sql.run("VACUUM INTO ?", partial.toString()));
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CatalogException(
                    "The copy %s cannot be written (%s). Name another file"
                            .formatted(target, e.getMessage()),
                    e);
        }
    }

    /**
     * Makes this catalog what a copy of it was. The catalog as it is now is copied first.
     *
     * @return where that copy is
     * @throws CatalogException when the copy is damaged, of another program, or newer
     */
    public Path restore(Path copy) {
        refuseUnsound(copy);
        Path before = before();
        backup(before);
        catalog.read(sql -> {
            sql.restoreFrom(copy);
            return copy;
        });
        return before;
    }

    private Path before() {
        long stamp = catalog.clock().instant().getEpochSecond();
        Path file = catalog.file();
        return PathText.beside(file, ".before-restore-" + stamp);
    }

    private static void refuseUnsound(Path copy) {
        SQLiteConfig readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        List<String> wrong = new ArrayList<>();
        try (Connection connection = readOnly.createConnection(Opening.address(copy));
                Sql sql = new Sql(connection)) {
            if (sql.number("PRAGMA application_id") != Schema.APPLICATION_ID) {
                wrong.add("it is no catalog");
            } else if (sql.number("PRAGMA user_version") != Schema.VERSION) {
                wrong.add("it is of another version of Assay");
            } else {
                sql.each(
                        "PRAGMA quick_check",
                        row -> {
                            if (!row.getString(1).equals("ok")) {
                                wrong.add(row.getString(1));
                            }
                        });
            }
        } catch (SQLException e) {
            throw Trouble.of(copy, e);
        }
        if (!wrong.isEmpty()) {
            throw new CatalogException(
                    "%s cannot be restored: %s. Name another copy"
                            .formatted(copy, wrong.getFirst()));
        }
    }

    /** {@return how many bytes of unused space were given back to the file system} */
    public long compact() {
        long before = info().bytes();
        catalog.read(sql -> {
            sql.script("VACUUM");
            sql.number("PRAGMA wal_checkpoint(TRUNCATE)");
            return before;
        });
        return Math.max(0, before - info().bytes());
    }
}
