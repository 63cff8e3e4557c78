package dev.assay.core.model;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Match;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that is known of one file.
 *
 * @param file what the file system said when it was last seen
 * @param root the scanned folder it lies under
 * @param inspection what its header says
 * @param hashes the digests that were computed, and those that do not exist for it
 * @param identities what the providers said
 * @param marks the user's tags and note, and when what was done to it
 * @param missing whether it was gone at the last scan
 */
public record CatalogEntry(
        FileStat file,
        Path root,
        Inspection inspection,
        Map<HashId, HashOutcome> hashes,
        List<Identity> identities,
        Marks marks,
        boolean missing) {

    /** Copies the collections. */
    public CatalogEntry {
        hashes = Map.copyOf(hashes);
        identities = List.copyOf(identities);
    }

    /**
     * {@return an entry for a file that is seen for the first time}
     *
     * @param file what the file system says
     * @param root the scanned folder it lies under
     * @param inspection what its header says
     * @param hashes what came of its hashes
     */
    public static CatalogEntry seen(
            FileStat file, Path root, Inspection inspection, Map<HashId, HashOutcome> hashes) {
        return new CatalogEntry(file, root, inspection, hashes, List.of(), Marks.NONE, false);
    }

    /**
     * {@return what stands for a file that no catalog knows, as where a list names files to verify}
     *
     * @param path absolute
     * @param size in bytes; 0 for a file that is not there
     */
    public static CatalogEntry unknown(Path path, long size) {
        FileStat file =
                new FileStat(
                        path,
                        size,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        Path folder = path.getParent() == null ? path : path.getParent();
        return seen(file, folder, unread(path, size), Map.of());
    }

    private static Inspection unread(Path path, long size) {
        return new Inspection(
                path,
                size,
                Format.UNKNOWN,
                FileState.OK,
                OptionalLong.empty(),
                Classification.unknown(),
                new Safety(Safety.Verdict.UNSCANNABLE, List.of(), List.of(), ""),
                Map.of(),
                List.of(),
                0);
    }

    /**
     * {@return the same with these digests; those of other recipes are kept}
     *
     * @param more what came of them
     */
    public CatalogEntry withHashes(Map<HashId, HashOutcome> more) {
        Map<HashId, HashOutcome> all = new HashMap<>(hashes);
        all.putAll(more);
        return new CatalogEntry(file, root, inspection, all, identities, marks, missing);
    }

    /**
     * {@return the digest of this recipe, when it was computed}
     *
     * @param id the recipe
     */
    public Optional<Digest> digest(HashId id) {
        return hashes.get(id) instanceof HashOutcome.Computed(Digest digest)
                ? Optional.of(digest)
                : Optional.empty();
    }

    /**
     * {@return what this provider said}
     *
     * @param provider the provider's name
     */
    public Optional<Identity> identity(String provider) {
        return identities.stream().filter(one -> one.provider().equals(provider)).findFirst();
    }

    /**
     * {@return the one group the file is listed under: by its header, and where that says nothing,
     * by what a provider found}
     */
    public Category category() {
        Category own = inspection.classification().type().category();
        return own != Category.OTHER ? own : publishedCategory().orElse(own);
    }

    private Optional<Category> publishedCategory() {
        return identities.stream()
                .flatMap(one -> one.preferred().stream())
                .filter(candidate -> candidate.match() != Match.MISMATCH)
                .flatMap(candidate -> candidate.model().category().stream())
                .flatMap(id -> Category.ofId(id).stream())
                .findFirst();
    }
}
