package dev.assay.core.internal.verify;

import static dev.assay.core.internal.verify.Expected.SHA256;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.internal.hash.Hashing;
import dev.assay.core.internal.walk.PathText;
import dev.assay.core.internal.walk.Stats;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.RepairedFile;
import dev.assay.core.model.VerifiedFile;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * Puts a copy with the right bytes in the place of a rotten file. The copy is written beside it and
 * read back from there before anything changes its name, and the rotten file is kept.
 */
public final class Repair {
    private static final int PIECE = 1 << 20;

    private final Catalog catalog;
    private final Hashing hashing;

    /** Repairs files of this catalog. */
    public Repair(Catalog catalog, Hashing hashing) {
        this.catalog = catalog;
        this.hashing = hashing;
    }

    /**
     * {@return what came of it}
     *
     * @param rotten a result that names copies
     * @param cancellation stops within a second and leaves everything as it was
     */
    public RepairedFile repair(VerifiedFile rotten, Cancellation cancellation) {
        Optional<FileProblem> problem = Optional.empty();
        for (Path copy : rotten.copies()) {
            try {
                return fromCopy(rotten, copy, cancellation);
            } catch (IOException e) {
                problem = Optional.of(failed(rotten, copy, e));
            }
        }
        return new RepairedFile(
                rotten.path(),
                Optional.empty(),
                Optional.empty(),
                problem.or(() -> Optional.of(noCopy(rotten))));
    }

    private RepairedFile fromCopy(VerifiedFile rotten, Path copy, Cancellation cancellation)
            throws IOException {
        Path target = rotten.path();
        Path fresh = PathText.beside(target, ".assay-repair.part");
        try {
            copyBytes(copy, fresh, cancellation);
            if (!sha256(fresh, cancellation).equals(Optional.of(rotten.stored()))) {
                throw new IOException("its bytes are not the right ones either");
            }
            dateLike(copy, target, fresh);
            Path kept = putAside(target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            catalog.verifications().rewritten(new Stats().file(target));
            return new RepairedFile(target, Optional.of(copy), Optional.of(kept), Optional.empty());
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void copyBytes(Path from, Path to, Cancellation cancellation)
            throws IOException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out =
                        FileChannel.open(
                                to,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)) {
            ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
            while (in.read(piece) >= 0) {
                cancellation.check();
                piece.flip();
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
                piece.clear();
            }
            out.force(true);
        }
    }

    private Optional<String> sha256(Path file, Cancellation cancellation) throws IOException {
        long size = Files.size(file);
        HashJob job =
                new HashJob(file, FileFacts.ofSize(size), List.of(SHA256), Workload.of(size))
                        .digestsOnly();
        FileHashes hashes = hashing.hash(job, cancellation, _ -> {});
        return hashes.outcomes().stream()
                .flatMap(outcome ->
                        outcome instanceof HashOutcome.Computed(Digest digest)
                                ? Optional.of(digest.hex()).stream()
                                : Optional.<String>empty().stream())
                .findFirst();
    }

    /** The file keeps its date; one that is gone gets that of the copy. */
    private static void dateLike(Path copy, Path target, Path fresh) throws IOException {
        FileTime date = Files.getLastModifiedTime(Files.exists(target) ? target : copy);
        Files.setLastModifiedTime(fresh, date);
    }

    private static Path putAside(Path rotten) throws IOException {
        for (int i = 1; ; i++) {
            Path aside = PathText.beside(rotten, ".rotten-" + i);
            if (Files.notExists(aside)) {
                return Files.exists(rotten)
                        ? Files.move(rotten, aside, StandardCopyOption.ATOMIC_MOVE)
                        : rotten;
            }
        }
    }

    private static FileProblem failed(VerifiedFile rotten, Path copy, IOException e) {
        return new FileProblem(
                rotten.path(),
                FileProblem.Stage.HASH,
                "Cannot be repaired from %s: %s".formatted(copy, e.getMessage()),
                "Verify that copy, or get the file again; this one was left as it is");
    }

    private static FileProblem noCopy(VerifiedFile rotten) {
        return new FileProblem(
                rotten.path(),
                FileProblem.Stage.HASH,
                "Cannot be repaired: the catalog knows no untouched copy of it",
                "Get the file again; this one was left as it is");
    }
}
