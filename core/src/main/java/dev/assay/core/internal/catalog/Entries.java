package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Marks;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts everything that is known of a file together. */
final class Entries {
    private final FileTable files;
    private final ContentTable contents;
    private final DigestTable digests;
    private final IdentityTable identities;
    private final UserTable users;

    Entries(
            FileTable files,
            ContentTable contents,
            DigestTable digests,
            IdentityTable identities,
            UserTable users) {
        this.files = files;
        this.contents = contents;
        this.digests = digests;
        this.identities = identities;
        this.users = users;
    }

    /**
     * {@return the entry of a row; nothing when what its header says is damaged or was never kept}
     */
    Optional<CatalogEntry> of(Sql sql, FileRow row) throws SQLException {
        return of(sql, List.of(row)).stream().findFirst();
    }

    /** {@return the entries of these rows in their order, without those that have none} */
    List<CatalogEntry> of(Sql sql, List<FileRow> rows) throws SQLException {
        return List.copyOf(byId(sql, rows).values());
    }

    /** {@return the same by the ids of the rows} */
    Map<Long, CatalogEntry> byId(Sql sql, List<FileRow> rows) throws SQLException {
        Set<Long> of = rows.stream().map(FileRow::content).collect(Collectors.toSet());
        Parts parts =
                new Parts(
                        files.inspections(sql, rows),
                        contents.byId(sql, of),
                        digests.of(sql, of),
                        identities.of(sql, of),
                        users.tags(sql, of),
                        users.notes(sql, of));
        Map<String, Optional<Path>> roots = new HashMap<>();
        Map<Long, CatalogEntry> entries = new LinkedHashMap<>();
        for (FileRow row : rows) {
            Inspection inspection = parts.inspections().get(row.id());
            if (inspection != null) {
                Path root = root(sql, row.folder(), roots).orElse(row.stat().path().getRoot());
                entries.put(row.id(), parts.entry(row, inspection, root));
            } else {
                sql.doubts().aboutFile(sql, row.id());
            }
        }
        return entries;
    }

    /** What was read about several rows at once, by their ids and by those of their contents. */
    private record Parts(
            Map<Long, Inspection> inspections,
            Map<Long, ContentRow> contents,
            Map<Long, Map<HashId, HashOutcome>> digests,
            Map<Long, List<Identity>> identities,
            Map<Long, List<String>> tags,
            Map<Long, String> notes) {

        CatalogEntry entry(FileRow row, Inspection inspection, Path root) {
            long id = row.content();
            Optional<ContentRow> content = Optional.ofNullable(contents.get(id));
            boolean sound = content.isPresent() && content.get().size() == row.stat().size();
            return new CatalogEntry(
                    row.stat(),
                    root,
                    inspection,
                    sound ? digests.getOrDefault(id, Map.of()) : Map.of(),
                    sound ? identities.getOrDefault(id, List.of()) : List.of(),
                    marks(row, content),
                    row.presence() != FileRow.HERE);
        }

        private Marks marks(FileRow row, Optional<ContentRow> content) {
            return new Marks(
                    tags.getOrDefault(row.content(), List.of()),
                    Optional.ofNullable(notes.get(row.content())),
                    Optional.of(row.added()),
                    content.flatMap(ContentRow::hashed),
                    content.flatMap(ContentRow::verified),
                    row.gone().filter(_ -> row.presence() != FileRow.HERE));
        }
    }

    private static Optional<Path> root(Sql sql, String folder, Map<String, Optional<Path>> known)
            throws SQLException {
        Optional<Path> root = known.get(folder);
        if (root == null) {
            root =
                    sql.first(
                            "SELECT path FROM root"
                                    + " WHERE id = (SELECT root FROM folder WHERE path = ?)",
                            found -> PathText.toPath(found.getString(1)),
                            folder);
            known.put(folder, root);
        }
        return root;
    }
}
