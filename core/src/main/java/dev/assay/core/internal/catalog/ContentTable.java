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
    static final HashId FINGERPRINT = HashId.of("edges8k");

    private final FileTable files;
    private final DigestTable digests;
    private final IdentityTable identities;
    private final UserTable users;

    ContentTable(FileTable files, DigestTable digests, IdentityTable identities, UserTable users) {
        this.files = files;
        this.digests = digests;
        this.identities = identities;
        this.users = users;
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

    private Optional<ContentRow> bySha256(Sql sql, Digest sha256) throws SQLException {
        return sql.first(
                        "SELECT " + ContentRow.COLUMNS + " FROM content WHERE sha256 = ?",
                        ContentRow::of,
                        (Object) sha256.bytes())
                .filter(content -> content.sha256().equals(Optional.of(sha256)));
    }

    /** {@return the content with this digest, made when no file had it yet} */
    long withSha256(Sql sql, Digest sha256, long size, Instant now) throws SQLException {
        Optional<ContentRow> known = bySha256(sql, sha256);
        if (known.isPresent() && isOf(known.get(), size)) {
            return known.get().id();
        }
        if (known.isPresent()) {
            forget(sql, known.get().id());
        }
        long id = make(sql, size);
        putDigests(sql, id, List.of(new HashOutcome.Computed(sha256)), List.of(), now);
        return id;
    }

    /** {@return the content that a file has now}, made when none is known to be its own. */
    long of(Sql sql, CatalogEntry now, Optional<FileRow> before) throws SQLException {
        Optional<Long> known = known(sql, now, before);
        return known.isPresent() ? known.get() : make(sql, now.file().size());
    }

    /**
     * {@return the content that a file has now, when it is known} What was known of the file before
     * is kept when its bytes are the same: as far as the file system tells, by its fingerprint when
     * there was no digest to go by, and for certain by SHA-256.
     */
    Optional<Long> known(Sql sql, CatalogEntry now, Optional<FileRow> before) throws SQLException {
        Optional<ContentRow> old = Optional.empty();
        if (before.isPresent()) {
            old = byId(sql, before.get().content());
        }
        Optional<Digest> sha256 = now.digest(SHA256);
        if (sha256.isEmpty()) {
            boolean kept = old.isPresent() && isKept(sql, old.get(), now, before.orElseThrow());
            return kept ? old.map(ContentRow::id) : Optional.empty();
        }
        Optional<ContentRow> same = bySha256(sql, sha256.get());
        boolean own =
                old.isPresent()
                        && old.get().sha256().isEmpty()
                        && isKept(sql, old.get(), now, before.orElseThrow());
        if (same.isEmpty() || !isOf(same.get(), now.file().size())) {
            if (same.isPresent()) {
                forget(sql, same.get().id());
            }
            return own ? old.map(ContentRow::id) : Optional.empty();
        }
        if (own) {
            merge(sql, old.get().id(), same.get().id());
        }
        return same.map(ContentRow::id);
    }

    private static boolean isOf(ContentRow content, long size) {
        return content.isSound() && content.size() == size;
    }

    private boolean isKept(Sql sql, ContentRow old, CatalogEntry now, FileRow before)
            throws SQLException {
        if (old.size() != now.file().size()) {
            return false;
        }
        if (now.file().unchangedFrom(before.stat())) {
            return true;
        }
        Optional<Digest> fingerprint = now.digest(FINGERPRINT);
        return old.sha256().isEmpty()
                && fingerprint.isPresent()
                && new HashOutcome.Computed(fingerprint.get())
                        .equals(digests.of(sql, old.id()).get(FINGERPRINT));
    }

    private static long make(Sql sql, long size) throws SQLException {
        long id = nextId(sql);
        Optional<Instant> never = Optional.empty();
        insert(sql, ContentRow.of(id, size, Optional.empty(), List.of(), never, never));
        return id;
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

    /** {@return the number behind the last row's} */
    static long nextId(Sql sql) throws SQLException {
        return sql.number("SELECT max(id) FROM content") + 1;
    }

    /** Drops what a damaged row claims, so that its key can be used again. */
    private void forget(Sql sql, long id) throws SQLException {
        digests.drop(sql, id);
        sql.run("UPDATE content SET sha256 = NULL, sum = 0 WHERE id = ?", id);
    }

    /** Gives all that is known of one content to another that turned out to be the same bytes. */
    private void merge(Sql sql, long from, long to) throws SQLException {
        files.changeContent(sql, from, to);
        identities.moveAll(sql, from, to);
        users.moveAll(sql, from, to);
        digests.drop(sql, from);
        sql.run("DELETE FROM content WHERE id = ?", from);
    }

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
