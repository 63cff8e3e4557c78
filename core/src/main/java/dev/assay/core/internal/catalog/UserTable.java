package dev.assay.core.internal.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person wrote about contents. */
final class UserTable {

    List<String> tags(Sql sql, long content) throws SQLException {
        return tags(sql, Set.of(content)).getOrDefault(content, List.of());
    }

    /** {@return the tags of these contents, sorted} */
    Map<Long, List<String>> tags(Sql sql, Set<Long> contents) throws SQLException {
        Map<Long, List<String>> found = new HashMap<>();
        sql.eachAmong(
                contents,
                "SELECT content, word, sum FROM tag WHERE content" + Sql.AMONG + "ORDER BY word",
                row -> {
                    long content = row.getLong(1);
                    String word = row.getString(2);
                    if (row.getLong(3) == RowSum.of(content, word)) {
                        found.computeIfAbsent(content, none -> new ArrayList<>()).add(word);
                    } else {
                        sql.doubts().about("tag", content + " " + word);
                    }
                });
        return found;
    }

    Optional<String> note(Sql sql, long content) throws SQLException {
        return Optional.ofNullable(notes(sql, Set.of(content)).get(content));
    }

    /** {@return the notes of these contents} */
    Map<Long, String> notes(Sql sql, Set<Long> contents) throws SQLException {
        Map<Long, String> found = new HashMap<>();
        sql.eachAmong(
                contents,
                "SELECT content, text, sum FROM note WHERE content" + Sql.AMONG,
                row -> {
                    long content = row.getLong(1);
                    String text = row.getString(2);
                    if (row.getLong(3) == RowSum.of(content, text)) {
                        found.put(content, text);
                    } else {
                        sql.doubts().about("note", content);
                    }
                });
        return found;
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
