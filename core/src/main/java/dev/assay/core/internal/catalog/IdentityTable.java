package dev.assay.core.internal.catalog;

import dev.assay.core.model.Identity;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                  triggers = ?, license = ?, info = ?, raw = ?, sum = ?
                WHERE id = ?\
                """,
                model.modelName().orElse(null),
                model.versionName().orElse(null),
                model.creator().orElse(null),
                model.type().orElse(null),
                model.category().orElse(null),
                model.baseModel().orElse(null),
                model.baseModel().map(Families::key).orElse(null),
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
                id);
        return id;
    }

    private static boolean isNamed(Sql sql, long model) throws SQLException {
        return sql.number("SELECT count(*) FROM model WHERE id = ? AND name IS NOT NULL", model)
                > 0;
    }

    /** {@return what each provider said of a content; damaged rows were never said} */
    List<Identity> of(Sql sql, long content) throws SQLException {
        record Said(String provider, String json) {}
        List<Optional<Said>> rows =
                sql.all(
                        "SELECT provider, said, sum FROM identity WHERE content = ?",
                        row ->
                                row.getLong(3)
                                                == RowSum.of(
                                                        content, row.getString(1), row.getString(2))
                                        ? Optional.of(new Said(row.getString(1), row.getString(2)))
                                        : Optional.<Said>empty(),
                        content);
        List<Identity> identities = new ArrayList<>();
        for (Optional<Said> row : rows) {
            if (row.isPresent()) {
                List<Candidate> candidates = candidates(sql, content, row.get().provider());
                Json.toIdentity(row.get().json(), candidates)
                        .filter(IdentityTable::isWhole)
                        .ifPresent(identities::add);
            }
        }
        return identities;
    }

    /** Found, but the candidates are damaged: better asked again. */
    private static boolean isWhole(Identity identity) {
        return identity.state() != Identity.State.FOUND || !identity.candidates().isEmpty();
    }

    private static List<Candidate> candidates(Sql sql, long content, String provider)
            throws SQLException {
        record Place(long model, @Nullable String match) {}
        List<Place> places =
                sql.all(
                        "SELECT place, model, match, sum FROM candidate"
                                + " WHERE content = ? AND provider = ? ORDER BY place",
                        row -> {
                            long sum =
                                    RowSum.of(
                                            content,
                                            provider,
                                            row.getLong(1),
                                            row.getLong(2),
                                            row.getString(3));
                            return new Place(
                                    row.getLong(2),
                                    row.getLong(4) == sum ? row.getString(3) : null);
                        },
                        content,
                        provider);
        List<Candidate> candidates = new ArrayList<>();
        for (Place place : places) {
            String match = place.match();
            if (match != null) {
                model(sql, place.model(), provider)
                        .ifPresent(one -> candidates.add(new Candidate(one, Match.valueOf(match))));
            }
        }
        return candidates;
    }

    private static Optional<ModelInfo> model(Sql sql, long id, String provider)
            throws SQLException {
        return sql.first(
                        "SELECT info, raw, sum FROM model WHERE id = ?",
                        row -> {
                            String info = row.getString(1);
                            String raw = row.getString(2);
                            return row.getLong(3) == RowSum.of(id, provider, info, raw)
                                    ? Json.toModel(info, raw)
                                    : Optional.<ModelInfo>empty();
                        },
                        id)
                .flatMap(model -> model);
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
