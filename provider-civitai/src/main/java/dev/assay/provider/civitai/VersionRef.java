package dev.assay.provider.civitai;

import java.util.OptionalLong;

/**
 * A version that has the file.
 *
 * @param versionId its id
 * @param modelId the id of its model; replies before 2026-07-23 do not say
 */
record VersionRef(long versionId, OptionalLong modelId) {}
