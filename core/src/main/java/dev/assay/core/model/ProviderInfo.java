package dev.assay.core.model;

import dev.assay.hash.spi.HashId;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * One installed provider.
 *
 * @param name its name
 * @param origins the servers it may reach
 * @param interval the least time between two requests
 * @param accepts the hashes it is asked by, in order
 * @param secretSet whether a token is set
 * @param origin the module or class that brings it
 */
public record ProviderInfo(
        String name,
        List<URI> origins,
        Duration interval,
        List<HashId> accepts,
        boolean secretSet,
        String origin) {

    /** Copies the lists. */
    public ProviderInfo {
        origins = List.copyOf(origins);
        accepts = List.copyOf(accepts);
    }
}
