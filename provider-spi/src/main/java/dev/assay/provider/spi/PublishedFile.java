package dev.assay.provider.spi;

import dev.assay.hash.spi.Digest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One file of a published version.
 *
 * @param name the name it is offered under
 * @param kind what the provider calls this kind of file
 * @param size in bytes, as far as the provider says; may be rounded
 * @param primary whether it is the version's main file
 * @param digests its published digests, in the recipes' own form
 */
public record PublishedFile(
        String name,
        Optional<String> kind,
        OptionalLong size,
        boolean primary,
        List<Digest> digests) {

    /** Copies the list. */
    public PublishedFile {
        digests = List.copyOf(digests);
    }
}
