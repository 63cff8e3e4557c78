package dev.assay.core.internal.catalog;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a person wrote about contents. */
final class UserTable {

    List<String> tags(Sql sql, long content) throws SQLException {
        return sql
                .all(
                        "SELECT word, sum FROM tag WHERE content = ? ORDER BY word",
                        row ->
                                row.getLong(2) == RowSum.of(content, row.getString(1))
                                        ? Optional.of(row.getString(1))
                                        : Optional.<String>empty(),
                        content)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<String> note(Sql sql, long content) throws SQLException {
        return sql.first(
                "SELECT text, sum FROM note WHERE content = ?",
                row ->
                        row.getLong(2) == RowSum.of(content, row.getString(1))
                                ? row.getString(1)
                                : null,
                content);
    }

    void addTag(Sql sql, long content, String word) throws SQLException {
        sql.run(
                "INSERT OR REPLACE INTO tag(content, word, sum) VALUES(?, ?, ?)",
                content,
                word,
                RowSum.of(content, word));
    }

    void removeTag(Sql sql, long content, String word) throws SQLException {
        sql.run("DELETE FROM tag WHERE content = ? AND word = ?", content, word);
    }

    /** Sets the note; an empty one takes it away. */
    void putNote(Sql sql, long content, String text) throws SQLException {
        if (text.isEmpty()) {
            sql.run("DELETE FROM note WHERE content = ?", content);
        } else {
            sql.run(
                    "INSERT OR REPLACE INTO note(content, text, sum) VALUES(?, ?, ?)",
                    content,
                    text,
                    RowSum.of(content, text));
        }
    }

    /** Gives tags and note of one content to another; two different notes become one text. */
    void moveAll(Sql sql, long from, long to) throws SQLException {
        for (String word : tags(sql, from)) {
            addTag(sql, to, word);
        }
        Optional<String> moved = note(sql, from);
        if (moved.isPresent()) {
            Optional<String> kept = note(sql, to);
            boolean same = kept.equals(moved);
            putNote(
                    sql,
                    to,
                    same || kept.isEmpty() ? moved.get() : kept.get() + "\n" + moved.get());
        }
        sql.run("DELETE FROM tag WHERE content = ?", from);
        sql.run("DELETE FROM note WHERE content = ?", from);
    }
}
