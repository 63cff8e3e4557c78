package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Category;
import dev.assay.core.model.ListedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of each file, all from one statement. A file of which more is to be said than
 * that statement tells, or something cannot be believed, is put together from everything.
 */
final class ListedFiles implements EntryStream.Form<ListedFiles.Row, ListedFile> {
    /** Column by column what {@link #read} reads; digests count only for bytes of this size. */
    private static final String SELECT =
            """
            SELECT f.id, f.folder, f.name, f.content, f.size, f.modified, %s, f.triggers, f.face,
              f.presence,
              g.value, g.sum,
              EXISTS (SELECT 1 FROM tag WHERE content = f.content)
                OR EXISTS (SELECT 1 FROM note WHERE content = f.content)
                OR k.id IS NULL
                OR %s
                OR g.value IS NULL AND EXISTS (SELECT 1 FROM digest a WHERE a.content = k.id
                  AND a.hash = 'autov2' AND a.value IS NOT NULL),
              %s
            FROM %s
              LEFT JOIN content k ON k.id = f.content AND k.size = f.size
              LEFT JOIN digest g ON g.content = k.id AND g.hash = 'sha256' AND g.value IS NOT NULL
              %s\
            """
                    .formatted(
                            Kinds.COLUMN,
                            ListedAnswer.BY_SEVERAL,
                            ListedAnswer.COLUMNS,
                            "%s",
                            ListedAnswer.JOINS);

    private static final int FOLDER = 2;
    private static final int KIND = 7;
    private static final int SHA256 = 11;
    private static final int MORE = 13;

    private final Entries entries;
    private final Folders folders = new Folders();
    private final Kinds kinds = new Kinds();

    ListedFiles(Entries entries) {
        this.entries = entries;
    }

    /**
     * What a row says.
     *
     * @param file what is listed; nothing when everything is needed for it
     */
    record Row(long id, Optional<ListedFile> file) {}

    @Override
    public String select() {
        return SELECT;
    }

    @Override
    public Optional<Row> read(Sql sql, ResultSet row) throws SQLException {
        return Optional.of(new Row(row.getLong(1), file(sql, row)));
    }

    @Override
    public List<ListedFile> finish(Sql sql, List<Row> page) throws SQLException {
        Map<Long, CatalogEntry> whole = whole(sql, page);
        List<ListedFile> files = new ArrayList<>(page.size());
        for (Row row : page) {
            CatalogEntry entry = whole.get(row.id());
            if (row.file().isPresent()) {
                files.add(row.file().get());
            } else if (entry != null) {
                files.add(ListedFile.of(entry));
            }
        }
        return files;
    }

    private Map<Long, CatalogEntry> whole(Sql sql, List<Row> page) throws SQLException {
        List<Long> ids = page.stream().filter(row -> row.file().isEmpty()).map(Row::id).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<FileRow> rows = new ArrayList<>();
        sql.eachAmong(
                ids,
                "SELECT " + FileRow.COLUMNS + " FROM file f WHERE f.id" + Sql.AMONG,
                row -> rows.add(FileRow.of(row)));
        rows.removeIf(row -> !FileTable.isBelieved(sql, row));
        return entries.byId(sql, rows);
    }

    private Optional<ListedFile> file(Sql sql, ResultSet row) throws SQLException {
        Optional<Folders.Folder> folder = folders.byId(sql, row.getLong(FOLDER));
        Optional<Kinds.Kind> kind = kinds.of(row.getString(KIND));
        if (folder.isEmpty() || kind.isEmpty() || row.getInt(MORE) != 0) {
            return Optional.empty();
        }
        Face face = Face.of(row);
        byte[] sha256 = row.getBytes(SHA256);
        Optional<ListedAnswer> answer = ListedAnswer.of(row, face.content());
        boolean sound =
                answer.isPresent()
                        && face.isSound(folder.get(), kind.get())
                        && (sha256 == null || isSound(face.content(), sha256, row));
        return sound
                ? Optional.of(listed(folder.get(), kind.get(), face, sha256, answer.get()))
                : Optional.empty();
    }

    private static boolean isSound(long content, byte[] sha256, ResultSet row) throws SQLException {
        RowSum sum = new RowSum().add(content).add("sha256").add(sha256).add((String) null);
        return row.getLong(SHA256 + 1) == sum.value();
    }

    private static ListedFile listed(
            Folders.Folder folder,
            Kinds.Kind kind,
            Face face,
            byte @Nullable [] sha256,
            ListedAnswer answer) {
        Category own = kind.type().category();
        return new ListedFile(
                FileRow.pathOf(folder.text(), face.name()),
                folder.root(),
                face.size(),
                Sql.instant(face.modified()),
                face.missing(),
                kind.type(),
                own == Category.OTHER ? answer.category().orElse(own) : own,
                kind.base(),
                kind.format(),
                kind.state(),
                kind.confidence(),
                kind.safety(),
                kind.precision(),
                sha256 == null ? Optional.empty() : Optional.of(HexFormat.of().formatHex(sha256)),
                Optional.empty(),
                answer.said(),
                answer.triggers().isEmpty()
                        ? TextList.of(Optional.ofNullable(face.triggers()))
                        : answer.triggers(),
                List.of(),
                Optional.empty());
    }

    /** The columns of the file's own row; its sum covers all but the last, and the kind. */
    private record Face(
            long id,
            String name,
            long content,
            long size,
            long modified,
            @Nullable String triggers,
            long sum,
            boolean missing) {

        static Face of(ResultSet row) throws SQLException {
            return new Face(
                    row.getLong(1),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getString(8),
                    row.getLong(9),
                    row.getInt(10) != FileRow.HERE);
        }

        boolean isSound(Folders.Folder folder, Kinds.Kind kind) {
            RowSum covered =
                    new RowSum()
                            .add(id)
                            .add(folder.text())
                            .add(name)
                            .add(content)
                            .add(size)
                            .add(modified)
                            .add(kind.covered())
                            .add(triggers);
            return sum == covered.value();
        }
    }
}
