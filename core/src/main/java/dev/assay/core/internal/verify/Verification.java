package dev.assay.core.internal.verify;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.internal.hash.BlockCrcs;
import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.internal.hash.Hashing;
import dev.assay.core.internal.walk.Stats;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.model.VerifiedFile.Verdict;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * Reads files again and says whether their bytes are still what their SHA-256 says, telling rot
 * from an edit: rot leaves size and date alone. A good result is remembered with its date, a bad
 * one changes nothing.
 */
public final class Verification {
    private static final HashId SHA256 = HashId.of("sha256");

    private final Catalog catalog;
    private final Hashing hashing;
    private final Stats stats = new Stats();

    /** Verifies against this catalog. */
    public Verification(Catalog catalog, Hashing hashing) {
        this.catalog = catalog;
        this.hashing = hashing;
    }

    /**
     * {@return the result for one file; nothing when no SHA-256 of it is known}
     *
     * @param progress told how many more bytes are read
     * @throws java.util.concurrent.CancellationException within a second of being cancelled
     */
    public Optional<VerifiedFile> verify(
            CatalogEntry entry, Workload run, Cancellation cancellation, LongConsumer progress) {
        Optional<Digest> stored = entry.digest(SHA256);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Path path = entry.file().path();
        try {
            FileStat now = stats.file(path);
            return Optional.of(
                    isEdited(now, entry.file())
                            ? plain(entry, Verdict.EDITED)
                            : read(entry, run, cancellation, progress));
        } catch (NoSuchFileException e) {
            return Optional.of(plain(entry, Verdict.MISSING));
        } catch (IOException e) {
            return Optional.of(unreadable(entry, e));
        }
    }

    /** Rights and names may have changed; what tells of an edit is the size and the date. */
    private static boolean isEdited(FileStat now, FileStat then) {
        return now.size() != then.size() || !now.modified().equals(then.modified());
    }

    private VerifiedFile read(
            CatalogEntry entry, Workload run, Cancellation cancellation, LongConsumer progress) {
        HashJob job =
                new HashJob(entry.file().path(), entry.inspection().facts(), List.of(SHA256), run);
        FileHashes hashes = hashing.hash(job, cancellation, progress);
        if (hashes.state() != FileState.OK) {
            Verdict verdict =
                    hashes.state() == FileState.CHANGING ? Verdict.CHANGING : Verdict.UNREADABLE;
            return result(entry, verdict, Optional.empty(), OptionalLong.empty(), hashes.problem());
        }
        Optional<Digest> now =
                hashes.outcomes().stream()
                        .flatMap(outcome ->
                                outcome instanceof HashOutcome.Computed(Digest digest)
                                        ? Optional.of(digest).stream()
                                        : Optional.<Digest>empty().stream())
                        .findFirst();
        return now.isEmpty()
                ? plain(entry, Verdict.UNREADABLE)
                : compare(entry, now.get(), hashes.blockCrcs());
    }

    private VerifiedFile compare(CatalogEntry entry, Digest now, List<Integer> blocks) {
        if (entry.digest(SHA256).equals(Optional.of(now))) {
            catalog.saveVerified(entry.file().path());
            return result(
                    entry,
                    Verdict.GOOD,
                    Optional.of(now.hex()),
                    OptionalLong.empty(),
                    Optional.empty());
        }
        return result(
                entry,
                Verdict.ROT,
                Optional.of(now.hex()),
                firstBad(catalog.blocks(entry.file().path()), blocks),
                Optional.empty());
    }

    private static OptionalLong firstBad(List<Integer> stored, List<Integer> now) {
        for (int i = 0; i < Math.min(stored.size(), now.size()); i++) {
            if (!stored.get(i).equals(now.get(i))) {
                return OptionalLong.of((long) i * BlockCrcs.BLOCK);
            }
        }
        return OptionalLong.empty();
    }

    private VerifiedFile unreadable(CatalogEntry entry, IOException e) {
        FileProblem problem =
                new FileProblem(
                        entry.file().path(),
                        FileProblem.Stage.HASH,
                        "Cannot be read: " + e.getMessage(),
                        "Check the disk and your rights, then verify it again");
        return result(
                entry,
                Verdict.UNREADABLE,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(problem));
    }

    private VerifiedFile plain(CatalogEntry entry, Verdict verdict) {
        return result(entry, verdict, Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    private VerifiedFile result(
            CatalogEntry entry,
            Verdict verdict,
            Optional<String> now,
            OptionalLong firstBad,
            Optional<FileProblem> problem) {
        return new VerifiedFile(
                entry.file().path(),
                entry.file().size(),
                verdict,
                entry.digest(SHA256).map(Digest::hex).orElse(""),
                now,
                firstBad,
                verdict == Verdict.GOOD || verdict == Verdict.EDITED ? List.of() : copies(entry),
                problem);
    }

    /** Copies whose size and date say that nobody touched them; their bytes are not read here. */
    private List<Path> copies(CatalogEntry entry) {
        return catalog.copies(entry.file().path()).stream()
                .map(CatalogEntry::file)
                .filter(this::isUntouched)
                .map(FileStat::path)
                .toList();
    }

    private boolean isUntouched(FileStat copy) {
        try {
            return !isEdited(stats.file(copy.path()), copy);
        } catch (IOException e) {
            return false;
        }
    }
}
