package dev.assay.core.internal.verify;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Identity;
import dev.assay.core.model.VerifyRequest.Reference;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.PublishedFile;
import java.util.List;
import java.util.Optional;

/** The SHA-256 that a file should have, by whose word. */
final class Expected {
    static final HashId SHA256 = HashId.of("sha256");

    private Expected() {}

    /** {@return the digest; nothing when the reference does not know the file} */
    static Optional<Digest> of(CatalogEntry entry, Reference reference) {
        return switch (reference) {
            case Reference.Catalog _ -> entry.digest(SHA256);
            case Reference.Digests(var byPath) ->
                    Optional.ofNullable(byPath.get(entry.file().path()))
                            .filter(digest -> digest.id().equals(SHA256));
            case Reference.Provider(var name) ->
                    entry.identity(name)
                            .flatMap(Identity::preferred)
                            .flatMap(candidate -> published(candidate, entry));
        };
    }

    /**
     * A version has several files; the file's own digest, size or being the only one tells which.
     */
    private static Optional<Digest> published(Candidate candidate, CatalogEntry entry) {
        List<PublishedFile> files =
                candidate.model().files().stream()
                        .filter(file -> sha256(file).isPresent())
                        .toList();
        Optional<Digest> own = entry.digest(SHA256);
        Optional<PublishedFile> same =
                files.stream().filter(file -> sha256(file).equals(own)).findFirst();
        return same.or(() -> ofSize(files, entry.file().size()))
                .or(() -> files.size() == 1 ? files.stream().findFirst() : Optional.empty())
                .flatMap(Expected::sha256);
    }

    private static Optional<PublishedFile> ofSize(List<PublishedFile> files, long size) {
        List<PublishedFile> fitting =
                files.stream().filter(file -> file.size().orElse(-1) == size).toList();
        return fitting.size() == 1 ? fitting.stream().findFirst() : Optional.empty();
    }

    private static Optional<Digest> sha256(PublishedFile file) {
        return file.digests().stream().filter(digest -> digest.id().equals(SHA256)).findFirst();
    }
}
