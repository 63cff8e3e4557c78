package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.internal.hash.Hashing;
import dev.assay.core.internal.identify.Identification;
import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.internal.plugin.HashRegistry;
import dev.assay.core.model.PluginProblem;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a scan works with; the library owns it all.
 *
 * @param inspector reads headers
 * @param hashes the installed algorithms
 * @param hashing computes digests
 * @param catalog remembers
 * @param identification asks providers
 * @param pluginProblems what went wrong with plugins so far
 */
public record Parts(
        Inspector inspector,
        HashRegistry hashes,
        Hashing hashing,
        Catalog catalog,
        Identification identification,
        Supplier<List<PluginProblem>> pluginProblems) {}
