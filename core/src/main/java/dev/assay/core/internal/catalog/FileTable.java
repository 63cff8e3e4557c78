package dev.assay.core.internal.catalog;

import dev.assay.core.internal.classify.BaseNames;
import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.Inspection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files: paths as attributes of contents, and what their headers say. */
final class FileTable {
    /** What {@link #put} knows of a file, by number. */
    private static final String INSERT =
            """
            INSERT INTO file(id, folder, name, content, size, modified, changed, born, key, volume,
              link, presence, added, seen, rules, category, type, base, format, precision, state,
              confidence, safety, parameters, family, variety, triggers, problems, sum, face)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, ?12, ?12, ?13, ?14, ?15, ?16,
              ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28)\
            """;

    /**
     * Not one statement with the other, which SQLite would have {@code ON CONFLICT} for: what that
     * says holds for the triggers too, whose {@code OR IGNORE} is ignored then.
     */
    private static final String UPDATE =
            """
            UPDATE file SET content = ?4, size = ?5, modified = ?6, changed = ?7, born = ?8,
              key = ?9, volume = ?10, link = ?11, presence = 0, gone = NULL, seen = ?12,
              rules = ?13, category = ?14, type = ?15, base = ?16, format = ?17, precision = ?18,
              state = ?19, confidence = ?20, safety = ?21, parameters = ?22, family = ?23,
              variety = ?24, triggers = ?25, problems = ?26, sum = ?27, face = ?28
            WHERE id = ?1\
            """;

    private final Places places;

    FileTable(Places places) {
        this.places = places;
    }

    /** {@return the sound row at this path} */
    Optional<FileRow> at(Sql sql, Path path) throws SQLException {
        Optional<Long> folder = places.folderOf(sql, path);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        return sql.first(
                        "SELECT "
                                + FileRow.COLUMNS
                                + " FROM file f WHERE f.folder = ? AND f.name = ?",
                        FileRow::of,
                        folder.get(),
                        PathText.nameOf(path))
                .filter(row -> isBelieved(sql, row));
    }

    Optional<FileRow> byId(Sql sql, long id) throws SQLException {
        return sql.first(
                        "SELECT " + FileRow.COLUMNS + " FROM file f WHERE f.id = ?",
                        FileRow::of,
                        id)
                .filter(row -> row.id() == id && isBelieved(sql, row));
    }

    /** {@return whether a row is what was written; of another, the next scan takes care} */
    static boolean isBelieved(Sql sql, FileRow row) {
        if (row.isSound()) {
            return true;
        }
        sql.doubts().aboutFile(sql, row.id());
        return false;
    }

    /** {@return the rows that were last seen with the inodes of these files, on any volume} */
    Map<String, List<FileRow>> byKey(Sql sql, List<FileStat> files) throws SQLException {
        List<String> keys = files.stream().flatMap(file -> file.fileKey().stream()).toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        return sql
                .all(
                        "SELECT "
                                + FileRow.COLUMNS
                                + " FROM json_each(?) j CROSS JOIN file f ON f.key = j.value",
                        FileRow::of,
                        Json.ofNames(keys))
                .stream()
                .filter(FileRow::isSound)
                .collect(Collectors.groupingBy(row -> row.stat().fileKey().orElse("")));
    }

    /**
     * Where a file's row is, or is to be.
     *
     * @param taken whether it is there, sound or not
     */
    record Place(long id, long folder, String name, boolean taken) {}

    /** {@return the root that a file is of} */
    long root(Sql sql, CatalogEntry entry, Instant now) throws SQLException {
        return places.root(sql, entry.root(), now);
    }

    /** {@return where the row of this path is; the sum covers the id, so a new one needs it too} */
    Place place(Sql sql, Path path, long root) throws SQLException {
        long folder = places.makeFolder(sql, path, root);
        String name = PathText.nameOf(path);
        return sql.first(
                        """
                        SELECT coalesce(f.id, (SELECT max(id) + 1 FROM file), 1), f.id IS NOT NULL
                        FROM (SELECT 1) LEFT JOIN file f ON f.folder = ? AND f.name = ?\
                        """,
                        row -> new Place(row.getLong(1), folder, name, row.getBoolean(2)),
                        folder,
                        name)
                .orElseThrow();
    }

    /** {@return where the row of a path is to be that has none} */
    Place newPlace(Sql sql, long id, Path path, long root) throws SQLException {
        return new Place(id, places.makeFolder(sql, path, root), PathText.nameOf(path), false);
    }

    /** {@return what tells which of these files are new} */
    Newcomers newcomers(Sql sql, List<Observed> several) throws SQLException {
        return Newcomers.among(sql, places, several);
    }

    /** Says in a file's row what a scan found out of it. */
    void put(Sql sql, Observed file, Place place, long content, String rules, Instant now)
            throws SQLException {
        CatalogEntry entry = file.entry();
        FileStat stat = entry.file();
        Path parent = Optional.ofNullable(stat.path().getParent()).orElse(stat.path());
        long id = place.id();
        String name = place.name();
        Inspection said = entry.inspection();
        Classification kind = said.classification();
        String category = kind.type().category().id();
        sql.run(
                place.taken() ? UPDATE : INSERT,
                id,
                place.folder(),
                name,
                content,
                stat.size(),
                stat.modified(),
                stat.changed().orElse(null),
                stat.born().orElse(null),
                stat.fileKey().orElse(null),
                places.volume(sql, stat.volume()).orElse(null),
                stat.symbolicLink(),
                now,
                rules,
                category,
                kind.type().id(),
                kind.base().orElse(null),
                said.format().id(),
                kind.precision().orElse(null),
                said.state().id(),
                kind.confidence().id(),
                said.safety().verdict().name(),
                kind.parameters().isPresent() ? kind.parameters().getAsLong() : null,
                kind.base().map(BaseNames::key).orElse(null),
                kind.adapter().map(Classification.Adapter::algorithm).orElse(null),
                Faces.triggers(kind),
                said.problems().size(),
                FileRow.sum(id, Places.text(parent), name, content, stat, rules, category),
                Faces.ofFile(id, Places.text(parent), name, content, stat, said));
        putInspection(sql, id, file.inspection());
    }

    private static void putInspection(Sql sql, long file, String json) throws SQLException {
        sql.run(
                "INSERT OR REPLACE INTO inspection(file, json, sum) VALUES(?, ?, ?)",
                file,
                json,
                RowSum.of(file, json));
    }

    /** {@return what the headers of these files say, by id; damaged rows were never kept} */
    Map<Long, Inspection> inspections(Sql sql, List<FileRow> files) throws SQLException {
        Map<Long, Path> paths = new HashMap<>();
        files.forEach(file -> paths.put(file.id(), file.stat().path()));
        Map<Long, Inspection> said = new HashMap<>();
        sql.eachAmong(
                paths.keySet(),
                "SELECT file, json, sum FROM inspection WHERE file" + Sql.AMONG,
                row -> {
                    long file = row.getLong(1);
                    String json = row.getString(2);
                    Path path = paths.get(file);
                    if (path != null && row.getLong(3) == RowSum.of(file, json)) {
                        InspectionJson.read(json, path).ifPresent(one -> said.put(file, one));
                    }
                });
        return said;
    }

    /** Gives a row a new place and what the file system says of it there. */
    void relocate(Sql sql, FileRow row, FileStat stat, long folder, Instant now)
            throws SQLException {
        String parent = Places.text(stat.path().getParent());
        String name = PathText.nameOf(stat.path());
        sql.run(
                """
                UPDATE file SET folder = ?, name = ?, size = ?, modified = ?, changed = ?, born = ?,
                  key = ?, volume = ?, link = ?, presence = 0, gone = NULL, seen = ?, sum = ?
                WHERE id = ?\
                """,
                folder,
                name,
                stat.size(),
                stat.modified(),
                stat.changed().orElse(null),
                stat.born().orElse(null),
                stat.fileKey().orElse(null),
                places.volume(sql, stat.volume()).orElse(null),
                stat.symbolicLink(),
                now,
                FileRow.sum(
                        row.id(), parent, name, row.content(), stat, row.rules(), row.category()),
                row.id());
        sql.run(Faces.RENEW, row.id());
    }

    /** Puts a row out of the way of another that takes its path. */
    void displace(Sql sql, FileRow displaced, FileRow taker) throws SQLException {
        // The two change places, so that whoever was renamed to the other's old name is found.
        String aside = "%00" + displaced.id();
        sql.run("UPDATE file SET name = ? WHERE id = ?", aside, taker.id());
        sql.run(
                """
                UPDATE file SET folder = (SELECT folder FROM file WHERE id = ?), name = ?,
                  presence = ?, sum = ? WHERE id = ?\
                """,
                taker.id(),
                taker.name(),
                FileRow.DISPLACED,
                FileRow.sum(
                        displaced.id(),
                        taker.folder(),
                        taker.name(),
                        displaced.content(),
                        displaced.stat(),
                        displaced.rules(),
                        displaced.category()),
                displaced.id());
        sql.run(Faces.RENEW, displaced.id());
    }

    List<FileRow> ofContent(Sql sql, long content) throws SQLException {
        return sql
                .all(
                        "SELECT " + FileRow.COLUMNS + " FROM file f WHERE f.content = ?",
                        FileRow::of,
                        content)
                .stream()
                .filter(FileRow::isSound)
                .toList();
    }

    /** Gives the files of one content to another. */
    void changeContent(Sql sql, long from, long to) throws SQLException {
        for (FileRow row : ofContent(sql, from)) {
            setContent(sql, row, to);
        }
    }

    /** Says that a file has other bytes than it had. */
    void setContent(Sql sql, FileRow row, long content) throws SQLException {
        sql.run(
                "UPDATE file SET content = ?, sum = ? WHERE id = ?",
                content,
                FileRow.sum(
                        row.id(),
                        row.folder(),
                        row.name(),
                        content,
                        row.stat(),
                        row.rules(),
                        row.category()),
                row.id());
        sql.run(Faces.RENEW, row.id());
    }
}
