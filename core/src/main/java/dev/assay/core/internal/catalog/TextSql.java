package dev.assay.core.internal.catalog;

import dev.assay.core.query.Filter.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes that a text of a file holds another. */
final class TextSql {
    private TextSql() {}

    static String contains(Values values, TextField field, String text) {
        return switch (field) {
            case NAME -> values.like("f.name", escaped(text));
            case MODEL -> ModelSql.some(values.like("m.name", text));
            case CREATOR -> ModelSql.some(values.like("m.creator", text));
            case LICENSE -> ModelSql.some(values.like("m.license", text));
            case TAG ->
                    "(EXISTS (SELECT 1 FROM tag t WHERE t.content = f.content AND %s) OR %s)"
                            .formatted(
                                    values.like("t.word", text),
                                    ModelSql.some(values.like("m.tags", text)));
            case TRIGGER ->
                    "(%s OR %s)"
                            .formatted(
                                    values.like("f.triggers", text),
                                    ModelSql.some(values.like("m.triggers", text)));
            case NOTE ->
                    "EXISTS (SELECT 1 FROM note n WHERE n.content = f.content AND %s)"
                            .formatted(values.like("n.text", text));
            case ANY ->
                    single().stream()
                            .map(one -> contains(values, one, text))
                            .collect(Collectors.joining(" OR ", "(", ")"));
        };
    }

    /** {@return every field that is one text} */
    private static List<TextField> single() {
        List<TextField> fields = new ArrayList<>(List.of(TextField.values()));
        fields.remove(TextField.ANY);
        return fields;
    }

    /** {@return the files that an index finds: all that fit, and maybe others} */
    static Optional<String> ids(Values values, TextField field, String text) {
        return switch (field) {
            case NAME -> named(values, escaped(text));
            case MODEL -> Optional.of(ModelSql.idsByFacts(values.like("m.name", text)));
            case CREATOR -> Optional.of(ModelSql.idsByFacts(values.like("m.creator", text)));
            case LICENSE -> Optional.of(ModelSql.idsByFacts(values.like("m.license", text)));
            case TAG ->
                    Optional.of(
                            ownIds("tag t", values.like("t.word", text), "t.content")
                                    + " UNION ALL "
                                    + ModelSql.idsByFacts(values.like("m.tags", text)));
            case NOTE -> Optional.of(ownIds("note n", values.like("n.text", text), "n.content"));
            case TRIGGER ->
                    Optional.of(
                            "SELECT id FROM file WHERE triggers IS NOT NULL AND "
                                    + values.like("triggers", text)
                                    + " UNION ALL "
                                    + ModelSql.idsByFacts(values.like("m.triggers", text)));
            case ANY -> any(values, text);
        };
    }

    /** Of the fields all but the names are small. */
    private static Optional<String> any(Values values, String text) {
        return named(new Values(), escaped(text))
                .map(_ ->
                        single().stream()
                                .flatMap(one -> ids(values, one, text).stream())
                                .collect(Collectors.joining(" UNION ALL ")));
    }

    static String ownIds(String table, String condition, String content) {
        return "SELECT f.id FROM %s CROSS JOIN file f ON f.content = %s WHERE %s"
                .formatted(table, content, condition);
    }

    /** As the catalog writes names. */
    private static String escaped(String text) {
        return text.replace("%", "%25");
    }

    /** {@return the files whose name has all groups of three letters of this text} */
    static Optional<String> named(Values values, String text) {
        return trigrams(text).map(all -> NameIndex.named(values, all, text));
    }

    /** {@return what every name with this text in it matches; the index folds case as it likes} */
    private static Optional<String> trigrams(String text) {
        if (text.length() < 3 || text.chars().anyMatch(c -> c > 0x7E)) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            all.add('"' + text.substring(i, i + 3).replace("\"", "\"\"") + '"');
        }
        return Optional.of(String.join(" AND ", all));
    }
}
