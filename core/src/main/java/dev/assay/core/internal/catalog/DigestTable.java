package dev.assay.core.internal.catalog;

import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The digests of contents, and the hashes that are undefined for them. */
final class DigestTable {
    private static final String PUT =
            "INSERT OR REPLACE INTO digest(content, hash, value, undefined, sum)"
                    + " VALUES(?, ?, ?, ?, ?)";

    private static final int COLUMNS = 5;

    /** Keeps what came of hashes; one that failed is not knowledge: the next scan tries again. */
    void put(Sql sql, long content, Collection<HashOutcome> outcomes) throws SQLException {
        List<@Nullable Object> rows = new ArrayList<>();
        for (HashOutcome outcome : outcomes) {
            switch (outcome) {
                case HashOutcome.Computed(Digest digest) ->
                        add(rows, content, digest.id(), digest.bytes(), null);
                case HashOutcome.Undefined(HashId id, String reason) ->
                        add(rows, content, id, null, reason);
                case HashOutcome.Failed _ -> {}
            }
        }
        if (!rows.isEmpty()) {
            String more = ", (?, ?, ?, ?, ?)".repeat(rows.size() / COLUMNS - 1);
            sql.run(PUT + more, rows.toArray());
        }
    }

    private static void add(
            List<@Nullable Object> rows,
            long content,
            HashId hash,
            byte @Nullable [] value,
            @Nullable String undefined) {
        rows.add(content);
        rows.add(hash.value());
        rows.add(value);
        rows.add(undefined);
        rows.add(RowSum.of(content, hash.value(), value, undefined));
    }

    /** {@return what is known of a content's hashes; damaged rows are not known} */
    Map<HashId, HashOutcome> of(Sql sql, long content) throws SQLException {
        return of(sql, Set.of(content)).getOrDefault(content, Map.of());
    }

    /** {@return the same for several contents, by their ids} */
    Map<Long, Map<HashId, HashOutcome>> of(Sql sql, Set<Long> contents) throws SQLException {
        Map<Long, Map<HashId, HashOutcome>> known = new HashMap<>();
        Map<String, HashId> ids = new HashMap<>();
        List<Doubts.Key> damaged = new ArrayList<>();
        sql.eachAmong(
                contents,
                "SELECT content, hash, value, undefined, sum FROM digest WHERE content" + Sql.AMONG,
                row -> {
                    long content = row.getLong(1);
                    String hash = row.getString(2);
                    byte[] value = row.getBytes(3);
                    String undefined = row.getString(4);
                    if (row.getLong(5) == RowSum.of(content, hash, value, undefined)) {
                        HashId id = ids.computeIfAbsent(hash, HashId::of);
                        known.computeIfAbsent(content, unknown -> new HashMap<>())
                                .put(
                                        id,
                                        value == null
                                                ? new HashOutcome.Undefined(id, undefined)
                                                : new HashOutcome.Computed(Digest.of(id, value)));
                    } else {
                        damaged.add(new Doubts.Key(content, hash));
                    }
                });
        sql.doubts().aboutDigests(sql, damaged);
        return known;
    }

    /** Drops all digests of a content. */
    void drop(Sql sql, long content) throws SQLException {
        sql.run("DELETE FROM digest WHERE content = ?", content);
    }
}
