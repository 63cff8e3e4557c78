package dev.assay.core.internal.catalog;

import dev.assay.core.internal.classify.BaseNames;
import dev.assay.core.internal.format.NumberFormats;
import dev.assay.core.query.Filter.WordField;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes that a file is of a kind. */
final class KindSql {
    private static final String LYCORIS =
            "f.variety IN ('locon', 'loha', 'lokr', 'oft', 'boft', 'ia3', 'dora', 'full')";

    /** Words for a type that the column of types does not know. */
    private static final Set<String> NOT_IN_COLUMN = Set.of("lycoris", "dora", "pickle");

    private KindSql() {}

    /** {@return whether the column of types alone tells} */
    static boolean isType(WordField field, String word) {
        return field == WordField.TYPE && !NOT_IN_COLUMN.contains(word.toLowerCase(Locale.ROOT));
    }

    static String of(Values values, WordField field, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (field) {
            case TYPE -> type(values, lower);
            case BASE -> base(values, BaseNames.key(word));
            case EXT -> "f.name LIKE " + values.add("%." + plain(lower));
            case FORMAT -> "f.format = " + values.add(lower);
            case DTYPE -> precision(values, "f.precision", lower);
            case ROOT ->
                    "f.folder IN (SELECT id FROM folder WHERE root ="
                            + " (SELECT id FROM root WHERE name = %s))".formatted(values.add(word));
        };
    }

    private static String plain(String word) {
        return word.replaceAll("[^a-z0-9]", "");
    }

    private static String type(Values values, String word) {
        return switch (word) {
            case "lycoris" -> LYCORIS;
            case "dora" -> "f.variety = 'dora'";
            case "clip" -> "f.type IN ('text_encoder', 'clip_vision')";
            case "unet" -> "f.type = 'diffusion_model'";
            case "motion" -> "f.type IN ('motion_module', 'motion_lora')";
            case "upscale" -> "f.type = 'upscaler'";
            case "pickle" -> "f.format IN ('torch_zip', 'torch_legacy', 'torch_tar', 'pickle')";
            default -> "f.type = " + values.add(word);
        };
    }

    private static String base(Values values, String key) {
        String published = ModelSql.some("m.family GLOB " + values.add(key + "*"));
        String own = "f.family GLOB " + values.add(key + "*");
        Optional<String> family = BaseNames.familyOf(key);
        if (family.isEmpty()) {
            return "(%s OR %s)".formatted(published, own);
        }
        return "(%s OR %s OR f.family = %s AND NOT %s)"
                .formatted(published, own, values.add(family.get()), ModelSql.FOUND);
    }

    /** {@return the files that an index finds: all that fit, and maybe others} */
    static Optional<String> ids(Values values, WordField field, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (field) {
            case TYPE -> Optional.of("SELECT f.id FROM file f WHERE " + indexed(values, lower));
            case BASE -> Optional.of(baseIds(values, BaseNames.key(word)));
            case EXT -> TextSql.named(values, "." + plain(lower));
            case FORMAT -> format(values, lower);
            case DTYPE ->
                    Optional.of(
                            "SELECT f.id FROM (%s) w CROSS JOIN file f ON f.precision = w.word WHERE "
                                            .formatted(Grouped.PRECISION.words())
                                    + precision(values, "w.word", lower));
            case ROOT -> Optional.empty();
        };
    }

    /** Most files are of the format, and most adapters of the kind, that the index leaves out. */
    private static String indexed(Values values, String word) {
        return switch (word) {
            case "lycoris", "dora" -> type(values, word) + " AND f.variety <> 'lora'";
            case "pickle" -> type(values, word) + " AND " + Grouped.FORMAT.known("f");
            default -> type(values, word);
        };
    }

    private static Optional<String> format(Values values, String word) {
        return Grouped.FORMAT.usual().equals(Optional.of(word))
                ? Optional.empty()
                : Optional.of(
                        "SELECT f.id FROM file f WHERE f.format = %s AND %s"
                                .formatted(values.add(word), Grouped.FORMAT.known("f")));
    }

    private static String baseIds(Values values, String key) {
        String own = "SELECT f.id FROM file f WHERE " + startsWith(values, "f.family", key);
        String published = ModelSql.idsByFacts(startsWith(values, "m.family", key));
        String family =
                BaseNames.familyOf(key)
                        .map(one ->
                                " UNION ALL SELECT f.id FROM file f WHERE f.family = "
                                        + values.add(one))
                        .orElse("");
        return own + " UNION ALL " + published + family;
    }

    /** As a range, for which an index is sure to be used. */
    private static String startsWith(Values values, String column, String key) {
        return "%s >= %s AND %s < %s"
                .formatted(column, values.add(key), column, values.add(key + "~"));
    }

    private static String precision(Values values, String column, String word) {
        String start = NumberFormats.key(word) + "%";
        return "replace(%s, '_', '') LIKE %s".formatted(column, values.add(start));
    }
}
