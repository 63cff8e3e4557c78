package dev.assay.core.internal.catalog;

/** What files can be counted by. */
public enum Grouping {
    /** What loads them. */
    TYPE("f.type"),
    /** Family, by header. */
    BASE("f.base"),
    /** The root they lie in: its name, or its path. */
    ROOT("(SELECT coalesce(r.name, r.path) FROM root r WHERE r.id = d.root)"),
    /** Number format. */
    DTYPE("f.precision"),
    /** The end of the name. */
    EXT("lower(replace(f.name, rtrim(f.name, replace(f.name, '.', '')), ''))"),
    /** Container. */
    FORMAT("f.format"),
    /** Whether they are what they should be. */
    STATE("f.state"),
    /** The verdict on whether loading them runs code. */
    SAFETY("f.safety"),
    /** Who published them. */
    CREATOR(
            "(SELECT m.creator FROM candidate c JOIN model m ON m.id = c.model"
                    + " WHERE c.content = f.content AND c.place = 0 LIMIT 1)"),
    /** The month in which their bytes last changed, as {@code 2026-11}. */
    MONTH("strftime('%Y-%m', f.modified / 1000000000, 'unixepoch')");

    private final String expression;

    Grouping(String expression) {
        this.expression = expression;
    }

    String expression() {
        return expression;
    }
}
