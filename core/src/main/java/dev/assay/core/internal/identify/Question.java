package dev.assay.core.internal.identify;

import dev.assay.core.model.Identity;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is this content?
 *
 * @param path one file that has it; never leaves the machine
 * @param digests what was computed of it, by recipe; a recipe that does not exist for the file or
 *     could not be computed is absent, and its rung of the ladder is passed by
 * @param claims digests that the file's header claims and nobody computed, see {@link Claims}
 * @param known what is known of it so far, at most one for each provider
 */
public record Question(
        Path path, Map<HashId, Digest> digests, List<Digest> claims, List<Identity> known) {

    /** Copies the collections. */
    public Question {
        digests = Map.copyOf(digests);
        claims = List.copyOf(claims);
        known = List.copyOf(known);
    }

    /** {@return what this provider said so far} */
    Identity known(String provider) {
        return known.stream()
                .filter(one -> one.provider().equals(provider))
                .findFirst()
                .orElseGet(() -> Identity.notAsked(provider));
    }

    /** {@return the digest to ask by} */
    Optional<Digest> digest(HashId hash, boolean quick) {
        return quick
                ? claims.stream().filter(claim -> claim.id().equals(hash)).findFirst()
                : Optional.ofNullable(digests.get(hash));
    }
}
