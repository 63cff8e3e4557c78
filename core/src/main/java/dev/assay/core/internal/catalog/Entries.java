package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Marks;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Puts everything that is known of a file together. */
final class Entries {
    private final FileTable files;
    private final ContentTable contents;
    private final IdentityTable identities;
    private final UserTable users;

    Entries(FileTable files, ContentTable contents, IdentityTable identities, UserTable users) {
        this.files = files;
        this.contents = contents;
        this.identities = identities;
        this.users = users;
    }

    /**
     * {@return the entry of a row; nothing when what its header says is damaged or was never kept}
     */
    Optional<CatalogEntry> of(Sql sql, FileRow row) throws SQLException {
        Optional<Inspection> inspection = files.inspection(sql, row);
        if (inspection.isEmpty()) {
            return Optional.empty();
        }
        Optional<ContentTable.Content> content = contents.byId(sql, row.content());
        boolean sound = content.isPresent() && content.get().size() == row.stat().size();
        Marks marks =
                new Marks(
                        users.tags(sql, row.content()),
                        users.note(sql, row.content()),
                        Optional.of(row.added()),
                        content.flatMap(ContentTable.Content::hashed),
                        content.flatMap(ContentTable.Content::verified),
                        row.gone().filter(_ -> row.presence() != FileRow.HERE));
        return Optional.of(
                new CatalogEntry(
                        row.stat(),
                        root(sql, row),
                        inspection.get(),
                        sound ? ContentTable.digests(sql, row.content()) : Map.of(),
                        sound ? identities.of(sql, row.content()) : java.util.List.of(),
                        marks,
                        row.presence() != FileRow.HERE));
    }

    private static Path root(Sql sql, FileRow row) throws SQLException {
        return sql.first(
                        "SELECT path FROM root WHERE id = (SELECT root FROM folder WHERE path = ?)",
                        found -> PathText.toPath(found.getString(1)),
                        row.folder())
                .orElse(row.stat().path().getRoot());
    }
}
