package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contents: what is known of bytes, whatever their names. A content is keyed by its SHA-256
 * once that is known; until then it belongs to one file.
 */
final class ContentTable {
    static final HashId SHA256 = HashId.of("sha256");

    private final DigestTable digests;

    ContentTable(DigestTable digests) {
        this.digests = digests;
    }

    Optional<ContentRow> byId(Sql sql, long id) throws SQLException {
        return sql.first(
                        "SELECT " + ContentRow.COLUMNS + " FROM content WHERE id = ?",
                        ContentRow::of,
                        id)
                .filter(content -> content.id() == id && content.isSound());
    }

    /** {@return the sound ones of these, by id} */
    Map<Long, ContentRow> byId(Sql sql, Set<Long> ids) throws SQLException {
        Map<Long, ContentRow> found = new HashMap<>();
        Set<Long> missing = new HashSet<>(ids);
        sql.eachAmong(
                ids,
                "SELECT " + ContentRow.COLUMNS + " FROM content WHERE id" + Sql.AMONG,
                row -> {
                    ContentRow content = ContentRow.of(row);
                    missing.remove(content.id());
                    if (content.isSound()) {
                        found.put(content.id(), content);
                    } else {
                        sql.doubts().about("content", content.id());
                    }
                });
        doubt(sql, missing);
        return found;
    }

    /** A file always has a content, but another process may just have forgotten both. */
    private static void doubt(Sql sql, Set<Long> missing) throws SQLException {
        for (long id : missing) {
            long needed =
                    sql.number(
                            "SELECT count(*) FROM file WHERE content = ? AND NOT EXISTS"
                                    + " (SELECT 1 FROM content WHERE id = file.content)",
                            id);
            if (needed > 0) {
                sql.doubts().about("content", id);
            }
        }
    }

    /** {@return the row with this digest, sound or not} */
    Optional<ContentRow> bySha256(Sql sql, Digest sha256) throws SQLException {
        return sql.first(
                        "SELECT " + ContentRow.COLUMNS + " FROM content WHERE sha256 = ?",
                        ContentRow::of,
                        (Object) sha256.bytes())
                .filter(content -> content.sha256().equals(Optional.of(sha256)));
    }

    /** {@return a new content, of which nothing is known but how long it is} */
    long make(Sql sql, long size) throws SQLException {
        long id = nextId(sql);
        Optional<Instant> never = Optional.empty();
        insert(sql, ContentRow.of(id, size, Optional.empty(), List.of(), never, never));
        return id;
    }

    /** {@return a new content, of which is known what is known of a file} */
    long make(Sql sql, Observed file, Instant now) throws SQLException {
        long id = nextId(sql);
        make(sql, id, file, now);
        return id;
    }

    /** Makes a new content with this number, of which is known what is known of a file. */
    void make(Sql sql, long id, Observed file, Instant now) throws SQLException {
        CatalogEntry entry = file.entry();
        Optional<Digest> sha256 = entry.digest(SHA256);
        insert(
                sql,
                ContentRow.of(
                        id,
                        entry.file().size(),
                        sha256,
                        file.blocks(),
                        sha256.map(digest -> now),
                        Optional.empty()));
        digests.put(sql, id, entry.hashes().values());
    }

    private static void insert(Sql sql, ContentRow row) throws SQLException {
        sql.run(
                "INSERT INTO content(id, size, sha256, blocks, hashed, sum)"
                        + " VALUES(?, ?, ?, ?, ?, ?)",
                row.id(),
                row.size(),
                row.sha256Bytes(),
                row.packedBlocks(),
                row.hashed().orElse(null),
                row.sum());
    }

    /** {@return the number behind the last row's} */
    static long nextId(Sql sql) throws SQLException {
        return sql.number("SELECT max(id) FROM content") + 1;
    }

    /** Drops what a damaged row claims, so that its key can be used again. */
    void forget(Sql sql, long id) throws SQLException {
        digests.drop(sql, id);
        sql.run("UPDATE content SET sha256 = NULL, sum = 0 WHERE id = ?", id);
    }

    /** Drops a content that no file has any more. */
    void delete(Sql sql, long id) throws SQLException {
        digests.drop(sql, id);
        sql.run("DELETE FROM content WHERE id = ?", id);
    }

    /**
     * Keeps what came of hashing the bytes.
     *
     * @param blocks CRC-32C of every 16 MiB, where the whole file was read for it
     */
    void putDigests(
            Sql sql,
            long content,
            Collection<HashOutcome> outcomes,
            List<Integer> blocks,
            Instant now)
            throws SQLException {
        digests.put(sql, content, outcomes);
        for (HashOutcome outcome : outcomes) {
            if (outcome instanceof HashOutcome.Computed(Digest digest)
                    && digest.id().equals(SHA256)) {
                settle(sql, content, digest, blocks, now);
            }
        }
    }

    private void settle(Sql sql, long content, Digest sha256, List<Integer> blocks, Instant now)
            throws SQLException {
        Optional<ContentRow> known = byId(sql, content);
        if (known.isPresent()) {
            update(sql, known.get().withSha256(sha256, blocks, now));
        }
    }

    /** Notes that the bytes were read again and are what the digest says. */
    void verified(Sql sql, long content, Instant now) throws SQLException {
        Optional<ContentRow> known = byId(sql, content);
        if (known.isPresent()) {
            update(sql, known.get().withVerified(now));
        }
    }

    private static void update(Sql sql, ContentRow row) throws SQLException {
        sql.run(
                "UPDATE content SET sha256 = ?, blocks = ?, hashed = ?, verified = ?, sum = ?"
                        + " WHERE id = ?",
                row.sha256Bytes(),
                row.packedBlocks(),
                row.hashed().orElse(null),
                row.verified().orElse(null),
                row.sum(),
                row.id());
    }
}
