package dev.assay.core.internal.catalog;

import dev.assay.core.model.Category;
import dev.assay.core.model.Identity;
import dev.assay.core.model.ListedFile;
import dev.assay.provider.spi.Match;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the first provider said, and what is published of the candidate that it prefers. */
record ListedAnswer(ListedFile.Said said, List<String> triggers, Optional<Category> category) {
    /** What {@link #of} reads, of the tables that {@link #JOINS} adds. */
    static final String COLUMNS =
            """
            i.provider, i.said, i.sum, json_extract(i.said, '$.state'),
              c.model, c.match, c.sum,
              m.model, m.version, m.name, m.version_name, m.category, m.triggers, m.face\
            """;

    /** What is joined to {@code content k}, which may be none. */
    static final String JOINS =
            """
            LEFT JOIN identity i ON i.content = k.id AND i.provider =
                (SELECT min(provider) FROM identity WHERE content = k.id)
              LEFT JOIN candidate c ON c.content = i.content AND c.provider = i.provider
                AND c.place = 0
              LEFT JOIN model m ON m.id = c.model\
            """;

    /** Whether another provider said something too, which is not read here. */
    static final String BY_SEVERAL =
            """
            i.provider IS NOT NULL AND EXISTS (SELECT 1 FROM identity n
                  WHERE n.content = k.id AND n.provider > i.provider)\
            """;

    /** Where {@link #COLUMNS} begin in the row of a list. */
    private static final int PROVIDER = 14;

    private static final int CANDIDATE = PROVIDER + 4;
    private static final int MODEL = CANDIDATE + 3;
    private static final int MODEL_WIDTH = 6;

    private static final Map<String, Identity.State> ANSWERS =
            Kinds.words(Identity.State.values(), Enum::name);
    private static final Map<String, Match> MATCHES = Kinds.words(Match.values(), Enum::name);
    private static final ListedAnswer NOTHING =
            new ListedAnswer(ListedFile.Said.NOTHING, List.of(), Optional.empty());

    /** {@return what the row says; nothing when it cannot be believed} */
    static Optional<ListedAnswer> of(ResultSet row, long content) throws SQLException {
        String provider = row.getString(PROVIDER);
        if (provider == null) {
            return Optional.of(NOTHING);
        }
        String said = row.getString(PROVIDER + 1);
        Identity.State state = ANSWERS.get(row.getString(PROVIDER + 3));
        boolean sound =
                row.getLong(PROVIDER + 2)
                        == new RowSum().add(content).add(provider).add(said).value();
        if (!sound || state == null) {
            return Optional.empty();
        }
        String match = row.getString(CANDIDATE + 1);
        if (match == null) {
            return state == Identity.State.FOUND
                    ? Optional.empty()
                    : Optional.of(new ListedAnswer(said(state), List.of(), Optional.empty()));
        }
        return candidate(row, content, provider, match, state);
    }

    private static ListedFile.Said said(Identity.State state) {
        return new ListedFile.Said(state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<ListedAnswer> candidate(
            ResultSet row, long content, String provider, String word, Identity.State state)
            throws SQLException {
        long model = row.getLong(CANDIDATE);
        Match match = MATCHES.get(word);
        boolean sound =
                row.getLong(CANDIDATE + 2)
                        == new RowSum()
                                .add(content)
                                .add(provider)
                                .add(0)
                                .add(model)
                                .add(word)
                                .value();
        return sound && match != null
                ? model(row, model, provider, match, state)
                : Optional.empty();
    }

    private static Optional<ListedAnswer> model(
            ResultSet row, long id, String provider, Match match, Identity.State state)
            throws SQLException {
        RowSum sum = new RowSum().add(id).add(provider);
        for (int column = MODEL; column < MODEL + MODEL_WIDTH; column++) {
            sum.add(row.getString(column));
        }
        if (row.getLong(MODEL + MODEL_WIDTH) != sum.value()) {
            return Optional.empty();
        }
        Optional<Category> category =
                match == Match.MISMATCH
                        ? Optional.empty()
                        : Sql.text(row, MODEL + 4).flatMap(Category::ofId);
        return Optional.of(
                new ListedAnswer(
                        new ListedFile.Said(
                                state,
                                Optional.of(match),
                                Optional.of(row.getString(MODEL) + "@" + row.getString(MODEL + 1)),
                                ListedFile.Said.name(
                                        Sql.text(row, MODEL + 2), Sql.text(row, MODEL + 3))),
                        TextList.of(Sql.text(row, MODEL + 5)),
                        category));
    }
}
