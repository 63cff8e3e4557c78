package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Puts a new catalog in the place of a damaged one, with all that could be saved, and keeps the
 * damaged file. May be killed at any moment: a new catalog only gets its name when it is whole.
 */
final class Rescue {
    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int HEADER = 100;

    /** A header that claims more than this beyond the end is damaged itself. */
    private static final long LARGEST_GAP = 1L << 36;

    private final Path file;

    private Rescue(Path file) {
        this.file = file;
    }

    /** Leaves word that the file was found damaged, for whoever opens it next. */
    static void remember(Path file) {
        try {
            Files.writeString(marker(file), "damaged");
        } catch (IOException e) {
            // The next one finds out by itself.
            LOG.debug("Cannot write {}", marker(file), e);
        }
    }

    static boolean isNeeded(Path file) {
        return Files.exists(marker(file)) && Files.exists(file);
    }

    private static Path marker(Path file) {
        return sibling(file, ".damaged");
    }

    private static Path sibling(Path file, String ending) {
        return PathText.beside(file, ending);
    }

    /** Ends a rescue that was killed between its last two steps. */
    static void finishInterrupted(Path file) {
        Path whole = sibling(file, ".rescued");
        try {
            if (Files.exists(whole) && Files.notExists(file)) {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
                Files.deleteIfExists(marker(file));
            }
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    /**
     * {@return what was saved and what was lost, in words; nothing when another process was first}
     */
    static Optional<String> run(Path file, Instant now) {
        Path lock = sibling(file, ".rescue-lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            LOG.debug("Rescuing {} under {}", file, held);
            remember(file);
            return isWhole(file)
                    ? Optional.empty()
                    : Optional.of(new Rescue(file).rescue(STAMP.format(now)));
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    /** A file that another process put here a moment ago has no sign of damage. */
    private static boolean isWhole(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        try (Connection connection = config.createConnection(Opening.address(file));
                Sql sql = new Sql(connection)) {
            boolean whole =
                    sql.number("PRAGMA user_version") == Schema.VERSION
                            && sql.first("PRAGMA integrity_check(1)", row -> row.getString(1))
                                    .equals(Optional.of("ok"))
                            && TableShapes.areWhole(sql);
            if (whole) {
                Files.deleteIfExists(marker(file));
            }
            return whole;
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    private String rescue(String stamp) {
        Path fresh = sibling(file, ".rescue");
        Path whole = sibling(file, ".rescued");
        Path aside = Salvage.asideName(file, stamp);
        try {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(whole);
            Salvage.Saved saved = fill(fresh);
            Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
            // A journal of the old file must never meet the new one.
            moveIfThere(sibling(file, "-wal"), sibling(aside, "-wal"));
            Files.deleteIfExists(sibling(file, "-shm"));
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(marker(file));
            return told(saved, aside);
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    private Salvage.Saved fill(Path fresh) {
        SQLiteConfig plain = new SQLiteConfig();
        plain.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        try (Connection into = plain.createConnection(Opening.address(fresh))) {
            SqlFunctions.register(into);
            Sql sql = new Sql(into);
            Schema.upgrade(sql, 0);
            sql.close();
            return salvage(into);
        } catch (SQLException e) {
            throw Trouble.of(fresh, e);
        }
    }

    private Salvage.Saved salvage(Connection into) throws SQLException {
        Path source = lengthened();
        try (Connection from = new SQLiteConfig().createConnection(Opening.address(source));
                Sql lenient = new Sql(from)) {
            // Triggers come last in a compacted file: without, a cut there hides every table.
            lenient.script("PRAGMA writable_schema = ON");
            return Salvage.run(from, into);
        } catch (SQLException e) {
            if (Trouble.isDamage(e)) {
                return new Salvage.Saved(0, 0);
            }
            throw e;
        } finally {
            if (!source.equals(file)) {
                deleteQuietly(source);
            }
        }
    }

    /**
     * SQLite reads nothing of a file that is shorter than its header says. A copy of the right
     * length lets it read what is left.
     */
    private Path lengthened() {
        try {
            long length = claimedLength();
            if (length <= Files.size(file)) {
                return file;
            }
            Path copy = sibling(file, ".rescue-source");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
            }
            return copy;
        } catch (IOException e) {
            LOG.debug("Cannot lengthen {}", file, e);
            return file;
        }
    }

    /**
     * Page size and count, at 16 and 28 of the header (sqlite.org/fileformat2.html section 1.3).
     */
    private long claimedLength() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.read(header) < HEADER) {
                return 0;
            }
        }
        int size = header.getShort(16) & 0xFFFF;
        long pages = header.getInt(28) & 0xFFFFFFFFL;
        long length = pages * (size == 1 ? 65536 : size);
        return length <= LARGEST_GAP + Files.size(file) ? length : 0;
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.debug("Cannot delete {}", path, e);
        }
    }

    private static String told(Salvage.Saved saved, Path aside) {
        return ("The catalog was damaged. What is known of %,d files was saved; %,d rows could be read"
                        + " but not believed and were dropped. A scan reads the rest again."
                        + " The damaged file is kept as %s")
                .formatted(saved.files(), saved.damaged(), aside);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static CatalogException trouble(Path file, IOException e) {
        return new CatalogException(
                "The damaged catalog %s cannot be replaced (%s). Move it away by hand, then run this again"
                        .formatted(file, e.getMessage()),
                e);
    }
}
