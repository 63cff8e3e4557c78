package dev.assay.core.internal.catalog;

import dev.assay.core.model.FileGroup;
import dev.assay.core.model.Identity;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What the user writes about contents. On the disk when a method returns: what a person made cannot
 * be computed again.
 */
public final class UserWriting {
    private final Catalog catalog;

    UserWriting(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Gives the content of a file a word of the user's.
     *
     * @return whether the file is known
     */
    public boolean tag(Path path, String word) {
        return onContent(path, (sql, content) -> catalog.users().addTag(sql, content, word));
    }

    /** Takes a word away again; {@link #tag}. */
    public boolean untag(Path path, String word) {
        return onContent(path, (sql, content) -> catalog.users().removeTag(sql, content, word));
    }

    /** Sets the user's remark on the content of a file; an empty one takes it away. */
    public boolean note(Path path, String text) {
        return onContent(path, (sql, content) -> catalog.users().putNote(sql, content, text));
    }

    /** Keeps what a person said of who a file is, for all files with that content. */
    public boolean decide(Path path, Identity identity) {
        return onContent(path, (sql, content) -> catalog.identities().put(sql, content, identity));
    }

    /** {@return the words in use, with the files that have each} */
    public List<FileGroup> tags() {
        return catalog.read(sql ->
                sql.all(
                        """
                        SELECT word, sum(names), coalesce(sum(bytes), 0) FROM (
                          SELECT t.word word, count(f.id) names, max(f.size) bytes
                          FROM tag t LEFT JOIN file f ON f.content = t.content AND f.presence < 2
                          GROUP BY t.word, %s)
                        GROUP BY word ORDER BY word\
                        """
                                .formatted(OneFile.KEY),
                        row -> new FileGroup(row.getString(1), row.getLong(2), row.getLong(3))));
    }

    /** Writes about one content. */
    private interface OnContent {
        void on(Sql sql, long content) throws SQLException;
    }

    private boolean onContent(Path path, OnContent change) {
        Path absolute = path.toAbsolutePath().normalize();
        return catalog.writeDurably(sql -> {
            Optional<FileRow> row = catalog.files().at(sql, absolute);
            if (row.isPresent()) {
                change.on(sql, row.get().content());
            }
            return row.isPresent();
        });
    }
}
