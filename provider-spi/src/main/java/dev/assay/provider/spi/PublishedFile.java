package dev.assay.provider.spi;

import dev.assay.hash.spi.Digest;
import java.util.List;
import java.util.Map;
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
 * @param details what else the provider says of this variant, by its own words, such as {@code fp}
 *     and {@code fp16}
 */
public record PublishedFile(
        String name,
        Optional<String> kind,
        OptionalLong size,
        boolean primary,
        List<Digest> digests,
        Map<String, String> details) {

    /** Copies the collections. */
    public PublishedFile {
        digests = List.copyOf(digests);
        details = Map.copyOf(details);
    }

    /**
     * {@return a version's main file, of which only this is known; the way for plugins, since this
     * record may gain components}
     *
     * @param name the name it is offered under
     * @param digests its published digests
     */
    public static PublishedFile of(String name, List<Digest> digests) {
        return new PublishedFile(
                name, Optional.empty(), OptionalLong.empty(), true, digests, Map.of());
    }
}
