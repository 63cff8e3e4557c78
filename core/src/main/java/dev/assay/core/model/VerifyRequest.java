package dev.assay.core.model;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which files to read again, and what to hold them against.
 *
 * @param files files of the catalog
 * @param subset which part of them
 * @param oldestFirst whether those come first that were not read for the longest time
 * @param deep whether to read the structure of good files too: offsets within the file, no overlap
 * @param against where the right SHA-256 comes from
 */
public record VerifyRequest(
        List<CatalogEntry> files,
        Subset subset,
        boolean oldestFirst,
        boolean deep,
        Reference against) {
    private static final HashId SHA256 = HashId.of("sha256");

    /** Copies the list. */
    public VerifyRequest {
        files = List.copyOf(files);
    }

    /** Where the right SHA-256 of a file comes from. */
    public sealed interface Reference {

        /** What the catalog has. */
        record Catalog() implements Reference {}

        /**
         * What this provider published. A file that it does not know is passed by.
         *
         * @param name the provider's name
         */
        record Provider(String name) implements Reference {}

        /**
         * A list of digests, which decides alone: a file that is not in it is passed by, and one
         * that is in it is read whatever the catalog says of it, even nothing ({@link
         * CatalogEntry#unknown}). With other bytes than listed it is {@link
         * VerifiedFile.Verdict#ROT} where the catalog can tell, else {@link
         * VerifiedFile.Verdict#MISMATCH}.
         *
         * @param byPath the SHA-256 of each file, by absolute path
         */
        record Digests(Map<Path, Digest> byPath) implements Reference {
            /** Copies the map. */
            public Digests {
                byPath = Map.copyOf(byPath);
            }
        }
    }

    /**
     * {@return all of these files against the catalog}
     *
     * @param files files of the catalog
     */
    public static VerifyRequest of(List<CatalogEntry> files) {
        return new VerifyRequest(files, new Subset.All(), false, false, new Reference.Catalog());
    }

    /**
     * {@return the same with a part of the files}
     *
     * @param part which
     * @param longestUnreadFirst whether those come first that were not read for the longest time
     */
    public VerifyRequest only(Subset part, boolean longestUnreadFirst) {
        return new VerifyRequest(files, part, longestUnreadFirst, deep, against);
    }

    /** {@return the same with a look at the structure of good files} */
    public VerifyRequest deeply() {
        return new VerifyRequest(files, subset, oldestFirst, true, against);
    }

    /**
     * {@return the same against another reference}
     *
     * @param reference where the right SHA-256 comes from
     */
    public VerifyRequest against(Reference reference) {
        return new VerifyRequest(files, subset, oldestFirst, deep, reference);
    }

    /**
     * {@return the files that will be read, in their order: of those with a SHA-256, or of those
     * that are in the list, the chosen part}
     */
    public List<CatalogEntry> chosen() {
        Stream<CatalogEntry> known = files.stream().filter(this::hasReference);
        return subset.select(
                oldestFirst
                        ? known.sorted(Comparator.comparing(VerifyRequest::lastRead)).toList()
                        : known.toList());
    }

    private boolean hasReference(CatalogEntry entry) {
        return switch (against) {
            case Reference.Digests(var byPath) -> byPath.containsKey(entry.file().path());
            case Reference.Catalog _, Reference.Provider _ -> entry.digest(SHA256).isPresent();
        };
    }

    private static Instant lastRead(CatalogEntry entry) {
        return entry.marks().verified().or(entry.marks()::hashed).orElse(Instant.MIN);
    }
}
