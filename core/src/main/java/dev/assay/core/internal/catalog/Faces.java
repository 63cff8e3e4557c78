package dev.assay.core.internal.catalog;

import dev.assay.core.model.Classification;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.Inspection;
import dev.assay.provider.spi.ModelInfo;
import org.jspecify.annotations.Nullable;

/**
 * The checksums over what lists show of a file and of a published model, a small part of what is
 * known of them: with these a list can be believed without reading the rest. A row whose face is
 * damaged is put together from the rest.
 */
final class Faces {
    private static final String OF_FILE =
            "row_sum(f.id, (SELECT path FROM folder WHERE id = f.folder), f.name, f.content, f.size,"
                    + " f.modified, f.type, f.base, f.format, f.precision, f.state, f.confidence,"
                    + " f.safety, f.triggers)";

    private static final String OF_MODEL =
            "row_sum(id, provider, model, version, name, version_name, category, triggers)";

    /** Renews the face of one file, whose id is the value. */
    static final String RENEW = "UPDATE file AS f SET face = " + OF_FILE + " WHERE f.id = ?";

    /** Gives a face to every row that has none, as those of older catalogs. */
    static final String FILL =
            """
            UPDATE file AS f SET face = %s WHERE face IS NULL;
            UPDATE model SET face = %s WHERE face IS NULL;
            """
                    .formatted(OF_FILE, OF_MODEL);

    /** Gives the ids of the files whose face is not what it was. */
    static final String DAMAGED_FILES = "SELECT f.id FROM file f WHERE f.face IS NOT " + OF_FILE;

    /** Gives the ids of the models whose face is not what it was. */
    static final String DAMAGED_MODELS = "SELECT id FROM model WHERE face IS NOT " + OF_MODEL;

    private Faces() {}

    /**
     * {@return the face of a file}
     *
     * @param folder the text of its folder's path
     */
    static long ofFile(
            long id, String folder, String name, long content, FileStat stat, Inspection said) {
        Classification kind = said.classification();
        return RowSum.of(
                id,
                folder,
                name,
                content,
                stat.size(),
                Sql.nanos(stat.modified()),
                kind.type().id(),
                kind.base().orElse(null),
                said.format().id(),
                kind.precision().orElse(null),
                said.state().id(),
                kind.confidence().id(),
                said.safety().verdict().name(),
                triggers(kind));
    }

    /** {@return how a file's row has the words that trigger it} */
    static @Nullable String triggers(Classification kind) {
        return kind.triggerWords().isEmpty() ? null : Json.ofTexts(kind.triggerWords());
    }

    /** {@return the face of a published model} */
    static long ofModel(long id, String provider, ModelInfo model) {
        return RowSum.of(
                id,
                provider,
                model.modelId(),
                model.versionId(),
                model.modelName().orElse(null),
                model.versionName().orElse(null),
                model.category().orElse(null),
                Json.ofTexts(model.trainedWords()));
    }
}
