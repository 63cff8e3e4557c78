package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Marks;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what scans find out, many files in one transaction: beginning and ending one costs more
 * than the rows of a file. Gives back what is known of each file then, without reading it again
 * where that is what was written.
 */
final class Recorder {
    /** What stands for the rules by which no header was read. */
    private static final String NOT_READ = "";

    private final FileTable files;
    private final ContentTable contents;
    private final ContentMatcher matcher;
    private final Entries entries;
    private final String rules;

    Recorder(
            FileTable files,
            ContentTable contents,
            ContentMatcher matcher,
            Entries entries,
            String rules) {
        this.files = files;
        this.contents = contents;
        this.matcher = matcher;
        this.entries = entries;
        this.rules = rules;
    }

    /**
     * Where a file was written.
     *
     * @param id the number of its row
     * @param alone whether neither the file nor its bytes were known before
     */
    record Written(long id, boolean alone) {}

    /** The number of a file's row, and what is known of the file. */
    record Saved(long id, CatalogEntry entry) {}

    /** Saves what was found out of a file, all of it. */
    Written put(Sql sql, Observed file, Instant now) throws SQLException {
        return put(sql, file, files.root(sql, file.entry(), now), now);
    }

    /** Saves a file of which nothing is known, under the next numbers. */
    private Written add(Sql sql, Observed file, long root, Newcomers newcomers, Instant now)
            throws SQLException {
        CatalogEntry entry = file.entry();
        long content = newcomers.nextContent(sql);
        contents.make(sql, content, file, now);
        FileTable.Place place =
                files.newPlace(sql, newcomers.nextFile(sql), entry.file().path(), root);
        files.put(sql, file, place, content, rulesOf(entry), now);
        return new Written(place.id(), true);
    }

    private Written put(Sql sql, Observed file, long root, Instant now) throws SQLException {
        CatalogEntry entry = file.entry();
        FileTable.Place place = files.place(sql, entry.file().path(), root);
        Optional<FileRow> before = place.taken() ? files.byId(sql, place.id()) : Optional.empty();
        Optional<Long> known = matcher.known(sql, entry, before);
        long content = known.isPresent() ? known.get() : contents.make(sql, file, now);
        files.put(sql, file, place, content, rulesOf(entry), now);
        if (known.isPresent()) {
            contents.putDigests(sql, content, entry.hashes().values(), file.blocks(), now);
        }
        return new Written(place.id(), before.isEmpty() && known.isEmpty());
    }

    /** Saves what was found out of files. */
    List<Saved> putAll(Sql sql, List<Observed> several, Instant now) throws SQLException {
        List<Saved> saved = new ArrayList<>();
        Map<Path, Long> roots = new HashMap<>();
        Newcomers newcomers = files.newcomers(sql, several);
        for (Observed one : several) {
            CatalogEntry entry = one.entry();
            Long root = roots.get(entry.root());
            if (root == null) {
                root = files.root(sql, entry, now);
                roots.put(entry.root(), root);
            }
            boolean isNew = newcomers.take(entry);
            Written row = isNew ? add(sql, one, root, newcomers, now) : put(sql, one, root, now);
            if (!isNew) {
                newcomers.forgetLast();
            }
            saved.add(
                    new Saved(
                            row.id(),
                            row.alone() ? added(entry, now) : known(sql, entry, row.id())));
        }
        NameIndex.extend(sql);
        return saved;
    }

    private static CatalogEntry added(CatalogEntry entry, Instant now) {
        Optional<Instant> never = Optional.empty();
        Optional<Instant> hashed = entry.digest(ContentTable.SHA256).map(digest -> now);
        return withMarks(
                entry,
                new Marks(List.of(), Optional.empty(), Optional.of(now), hashed, never, never));
    }

    private static CatalogEntry withMarks(CatalogEntry entry, Marks marks) {
        return new CatalogEntry(
                entry.file(),
                entry.root(),
                entry.inspection(),
                entry.hashes(),
                entry.identities(),
                marks,
                entry.missing());
    }

    /** The day of the first SHA-256 stays, whatever is computed again. */
    private static CatalogEntry withDate(CatalogEntry entry, Instant now) {
        Marks marks = entry.marks();
        boolean first = marks.hashed().isEmpty() && entry.digest(ContentTable.SHA256).isPresent();
        return first
                ? withMarks(
                        entry,
                        new Marks(
                                marks.tags(),
                                marks.note(),
                                marks.added(),
                                Optional.of(now),
                                marks.verified(),
                                marks.missingSince()))
                : entry;
    }

    private CatalogEntry known(Sql sql, CatalogEntry saved, long id) throws SQLException {
        Optional<FileRow> row = files.byId(sql, id);
        return row.isEmpty() ? saved : entries.of(sql, row.get()).orElse(saved);
    }

    /**
     * Adds digests to what is known of a file.
     *
     * @return the file as it is known then; nothing when it is not known any more
     */
    Optional<CatalogEntry> addHashes(Sql sql, Hashed hashed, Instant now) throws SQLException {
        CatalogEntry whole = hashed.entry().withHashes(hashed.hashes());
        Optional<FileRow> row = files.at(sql, whole.file().path());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (!row.get().stat().equals(whole.file())) {
            long id = put(sql, new Observed(whole, hashed.blocks()), now).id();
            return Optional.of(known(sql, whole, id));
        }
        long content = matcher.of(sql, whole, row);
        if (content == row.get().content()) {
            contents.putDigests(sql, content, hashed.hashes().values(), hashed.blocks(), now);
            return Optional.of(withDate(whole, now));
        }
        files.setContent(sql, row.get(), content);
        contents.putDigests(sql, content, whole.hashes().values(), hashed.blocks(), now);
        return Optional.of(known(sql, whole, row.get().id()));
    }

    /** Adds digests to many files. */
    List<Optional<CatalogEntry>> addHashes(Sql sql, List<Hashed> several, Instant now)
            throws SQLException {
        List<Optional<CatalogEntry>> known = new ArrayList<>();
        for (Hashed one : several) {
            known.add(addHashes(sql, one, now));
        }
        return known;
    }

    /** A file that could not be read is read again, however long it stays as it was. */
    private String rulesOf(CatalogEntry entry) {
        return entry.inspection().state() == FileState.UNREADABLE ? NOT_READ : rules;
    }
}
