package dev.assay.core.internal.format;

import dev.assay.core.model.Safety;

/**
 * What one pass over a file gave: what it holds, and whether loading it can run code.
 *
 * @param header what it holds
 * @param safety whether loading it can run code
 */
public record Reading(Header header, Safety safety) {}
