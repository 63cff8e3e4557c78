package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells which content a file has, and makes two contents one that turn out to be the same bytes.
 */
final class ContentMatcher {
    private static final HashId FINGERPRINT = HashId.of("edges8k");

    private final FileTable files;
    private final ContentTable contents;
    private final DigestTable digests;
    private final IdentityTable identities;
    private final UserTable users;

    ContentMatcher(
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

    /** {@return the content with this digest, made when no file had it yet} */
    long withSha256(Sql sql, Digest sha256, long size, Instant now) throws SQLException {
        Optional<ContentRow> known = contents.bySha256(sql, sha256);
        if (known.isPresent() && isOf(known.get(), size)) {
            return known.get().id();
        }
        if (known.isPresent()) {
            contents.forget(sql, known.get().id());
        }
        long id = contents.make(sql, size);
        contents.putDigests(sql, id, List.of(new HashOutcome.Computed(sha256)), List.of(), now);
        return id;
    }

    /** {@return the content that a file has now}, made when none is known to be its own. */
    long of(Sql sql, CatalogEntry now, Optional<FileRow> before) throws SQLException {
        Optional<Long> known = known(sql, now, before);
        return known.isPresent() ? known.get() : contents.make(sql, now.file().size());
    }

    /**
     * {@return the content that a file has now, when it is known} What was known of the file before
     * is kept when its bytes are the same: as far as the file system tells, by its fingerprint when
     * there was no digest to go by, and for certain by SHA-256.
     */
    Optional<Long> known(Sql sql, CatalogEntry now, Optional<FileRow> before) throws SQLException {
        Optional<ContentRow> old = Optional.empty();
        if (before.isPresent()) {
            old = contents.byId(sql, before.get().content());
        }
        Optional<Digest> sha256 = now.digest(ContentTable.SHA256);
        if (sha256.isEmpty()) {
            boolean kept = old.isPresent() && isKept(sql, old.get(), now, before.orElseThrow());
            return kept ? old.map(ContentRow::id) : Optional.empty();
        }
        Optional<ContentRow> same = contents.bySha256(sql, sha256.get());
        boolean own =
                old.isPresent()
                        && old.get().sha256().isEmpty()
                        && isKept(sql, old.get(), now, before.orElseThrow());
        if (same.isEmpty() || !isOf(same.get(), now.file().size())) {
            if (same.isPresent()) {
                contents.forget(sql, same.get().id());
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

    /** Gives all that is known of one content to another that turned out to be the same bytes. */
    private void merge(Sql sql, long from, long to) throws SQLException {
        files.changeContent(sql, from, to);
        identities.moveAll(sql, from, to);
        users.moveAll(sql, from, to);
        contents.delete(sql, from);
    }
}
