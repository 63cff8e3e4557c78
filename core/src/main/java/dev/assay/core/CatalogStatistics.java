package dev.assay.core;

import dev.assay.core.model.CatalogOverview;
import dev.assay.core.model.FileCount;
import dev.assay.core.model.FileGroup;
import dev.assay.core.model.Grouping;
import dev.assay.core.query.Filter;
import java.util.List;

/**
 * The files of the catalog in numbers. Missing files count, unless the filter says otherwise. Safe
 * for use from many threads.
 *
 * @see Library#statistics
 */
public final class CatalogStatistics {
    private final Installation installation;

    CatalogStatistics(Installation installation) {
        this.installation = installation;
    }

    /**
     * {@return how many files a filter means}
     *
     * @param filter which files
     */
    public long count(Filter filter) {
        return installation.catalog().statistics().count(filter);
    }

    /**
     * {@return how many files a filter means, and their bytes}
     *
     * @param filter which files
     */
    public FileCount total(Filter filter) {
        return installation.catalog().statistics().total(filter);
    }

    /**
     * {@return files and bytes by a property, the largest group first}
     *
     * @param by the property
     * @param filter which files
     */
    public List<FileGroup> groups(Grouping by, Filter filter) {
        return installation.catalog().statistics().groups(by, filter);
    }

    /**
     * {@return what a filter means in numbers}
     *
     * @param filter which files
     */
    public CatalogOverview overview(Filter filter) {
        return installation.catalog().statistics().overview(filter);
    }
}
