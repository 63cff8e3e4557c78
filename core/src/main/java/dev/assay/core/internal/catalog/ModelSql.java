package dev.assay.core.internal.catalog;

/** What is asked of the published models that a content may be, as conditions on {@code file f}. */
final class ModelSql {
    /** A provider knows the content. */
    static final String FOUND =
            "EXISTS (SELECT 1 FROM identity i WHERE i.content = f.content AND i.state = 'found')";

    /** Means the preferred candidate {@code c}. */
    static final String BEST = "c.place = 0 AND ";

    /** The provider of the candidate {@code c} that is preferred among all providers'. */
    static final String FIRST =
            "(SELECT min(x.provider) FROM candidate x WHERE x.content = c.content AND x.place = 0)";

    private ModelSql() {}

    /** {@return that a candidate {@code c} or its model {@code m} fits} */
    static String some(String condition) {
        return "EXISTS (SELECT 1 FROM candidate c JOIN model m ON m.id = c.model"
                + " WHERE c.content = f.content AND %s)".formatted(condition);
    }

    /** {@return the files of which {@link #some} is true, found from the models} */
    static String ids(String condition) {
        return ids("model m", condition);
    }

    /** As {@link #ids}, for what is among the facts of the models, which an index has together. */
    static String idsByFacts(String condition) {
        return ids("model m INDEXED BY model_facts", condition);
    }

    private static String ids(String models, String condition) {
        return "SELECT f.id FROM %s CROSS JOIN candidate c ON c.model = m.id".formatted(models)
                + " CROSS JOIN file f ON f.content = c.content WHERE "
                + condition;
    }

    /** {@return a column of the model that is preferred} */
    static String best(String column) {
        return "(SELECT %s FROM candidate c JOIN model m ON m.id = c.model".formatted(column)
                + " WHERE c.content = f.content AND c.place = 0 ORDER BY c.provider LIMIT 1)";
    }
}
