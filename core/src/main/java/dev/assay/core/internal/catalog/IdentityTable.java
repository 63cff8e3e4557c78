package dev.assay.core.internal.catalog;

import dev.assay.core.internal.classify.BaseNames;
import dev.assay.core.model.Identity;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What providers said of contents; a published model is kept once, with the provider's answer. */
final class IdentityTable {

    /** Replaces what one provider said of a content. */
    void put(Sql sql, long content, Identity identity) throws SQLException {
        String said = Json.ofIdentity(identity);
        sql.run(
                "INSERT OR REPLACE INTO identity(content, provider, state, said, sum)"
                        + " VALUES(?, ?, ?, ?, ?)",
                content,
                identity.provider(),
                identity.state().id(),
                said,
                RowSum.of(content, identity.provider(), said));
        sql.run(
                "DELETE FROM candidate WHERE content = ? AND provider = ?",
                content,
                identity.provider());
        int place = 0;
        for (Candidate candidate : identity.candidates()) {
            putCandidate(sql, content, identity.provider(), place, candidate);
            place++;
        }
    }

    private static void putCandidate(
            Sql sql, long content, String provider, int place, Candidate candidate)
            throws SQLException {
        long model = putModel(sql, provider, candidate.model());
        String match = candidate.match().name();
        sql.run(
                "INSERT INTO candidate(content, provider, place, model, match, sum)"
                        + " VALUES(?, ?, ?, ?, ?, ?)",
                content,
                provider,
                place,
                model,
                match,
                RowSum.of(content, provider, place, model, match));
    }

    private static long putModel(Sql sql, String provider, ModelInfo model) throws SQLException {
        String info = Json.ofModel(model);
        sql.run(
                """
                INSERT INTO model(provider, model, version, tags, triggers, info, raw, sum)
                VALUES(?, ?, ?, '[]', '[]', '', '', 0)
                ON CONFLICT DO NOTHING\
                """,
                provider,
                model.modelId(),
                model.versionId());
        long id =
                sql.number(
                        "SELECT id FROM model WHERE provider = ? AND model = ? AND version = ?",
                        provider,
                        model.modelId(),
                        model.versionId());
        if (model.modelName().isEmpty() && isNamed(sql, id)) {
            return id; // only its ids could be had this time; what was said before still holds
        }
        sql.run(
                """
                UPDATE model SET name = ?, version_name = ?, creator = ?, type = ?, category = ?,
                  base = ?, family = ?, nsfw = ?, moderation = ?, published = ?, downloads = ?, tags = ?,
                  triggers = ?, license = ?, info = ?, raw = ?, sum = ?, face = ?
                WHERE id = ?\
                """,
                model.modelName().orElse(null),
                model.versionName().orElse(null),
                model.creator().orElse(null),
                model.type().orElse(null),
                model.category().orElse(null),
                model.baseModel().orElse(null),
                model.baseModel().map(BaseNames::key).orElse(null),
                model.nsfw().orElse(null),
                model.moderation().orElse(null),
                model.published().orElse(null),
                model.stats().get("downloadCount"),
                Json.ofTexts(model.tags()),
                Json.ofTexts(model.trainedWords()),
                model.license().map(Json::ofValue).orElse(null),
                info,
                model.raw(),
                RowSum.of(id, provider, info, model.raw()),
                Faces.ofModel(id, provider, model),
                id);
        return id;
    }

    private static boolean isNamed(Sql sql, long model) throws SQLException {
        return sql.number("SELECT count(*) FROM model WHERE id = ? AND name IS NOT NULL", model)
                > 0;
    }

    /** {@return what each provider said of a content; damaged rows were never said} */
    List<Identity> of(Sql sql, long content) throws SQLException {
        return of(sql, Set.of(content)).getOrDefault(content, List.of());
    }

    /** {@return the same for several contents, by their ids} */
    Map<Long, List<Identity>> of(Sql sql, Set<Long> contents) throws SQLException {
        Map<Asked, List<Candidate>> candidates = candidates(sql, contents);
        Map<Long, List<Identity>> identities = new HashMap<>();
        sql.eachAmong(
                contents,
                "SELECT content, provider, said, sum FROM identity WHERE content" + Sql.AMONG,
                row -> {
                    long content = row.getLong(1);
                    String provider = row.getString(2);
                    String said = row.getString(3);
                    if (row.getLong(4) == RowSum.of(content, provider, said)) {
                        Asked asked = new Asked(content, provider);
                        Json.toIdentity(said, candidates.getOrDefault(asked, List.of()))
                                .filter(IdentityTable::isWhole)
                                .ifPresent(one -> add(identities, content, one));
                    } else {
                        sql.doubts().about("identity", new Asked(content, provider));
                    }
                });
        return identities;
    }

    /** Of which content which provider was asked. */
    private record Asked(long content, String provider) {}

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }

    /** Found, but the candidates are damaged: better asked again. */
    private static boolean isWhole(Identity identity) {
        return identity.state() != Identity.State.FOUND || !identity.candidates().isEmpty();
    }

    private static Map<Asked, List<Candidate>> candidates(Sql sql, Set<Long> contents)
            throws SQLException {
        Map<Asked, List<Candidate>> found = new HashMap<>();
        sql.eachAmong(
                contents,
                "SELECT c.content, c.provider, c.place, c.model, c.match, c.sum,"
                        + " m.info, m.raw, m.sum FROM candidate c JOIN model m ON m.id = c.model"
                        + " WHERE c.content"
                        + Sql.AMONG
                        + "ORDER BY c.content, c.provider, c.place",
                row -> {
                    Asked asked = new Asked(row.getLong(1), row.getString(2));
                    candidate(row, asked)
                            .ifPresentOrElse(
                                    one -> add(found, asked, one),
                                    () -> sql.doubts().about("candidate", asked));
                });
        return found;
    }

    private static Optional<Candidate> candidate(ResultSet row, Asked asked) throws SQLException {
        long content = asked.content();
        String provider = asked.provider();
        long model = row.getLong(4);
        String match = row.getString(5);
        String info = row.getString(7);
        String raw = row.getString(8);
        boolean isSound =
                row.getLong(6) == RowSum.of(content, provider, row.getLong(3), model, match)
                        && row.getLong(9) == RowSum.of(model, provider, info, raw);
        return isSound
                ? Json.toModel(info, raw).map(one -> new Candidate(one, Match.valueOf(match)))
                : Optional.empty();
    }

    /** Gives what was said of one content to another, which keeps what it has. */
    void moveAll(Sql sql, long from, long to) throws SQLException {
        List<String> has = of(sql, to).stream().map(Identity::provider).toList();
        for (Identity identity : of(sql, from)) {
            if (!has.contains(identity.provider())) {
                put(sql, to, identity);
            }
        }
        sql.run("DELETE FROM candidate WHERE content = ?", from);
        sql.run("DELETE FROM identity WHERE content = ?", from);
    }
}
