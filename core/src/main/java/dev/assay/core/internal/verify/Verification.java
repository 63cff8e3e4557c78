package dev.assay.core.internal.verify;

import static dev.assay.core.internal.verify.Expected.SHA256;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.internal.hash.BlockCrcs;
import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.internal.hash.Hashing;
import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.internal.walk.Stats;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.model.VerifiedFile.Verdict;
import dev.assay.core.model.VerifyRequest.Reference;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Reads files again and says whether their bytes are still what their SHA-256 says, telling rot
 * from an edit: rot leaves size and date alone. A good result is remembered with its date, a bad
 * one changes nothing.
 */
public final class Verification {
    private final Supplier<Catalog> catalog;
    private final Hashing hashing;
    private final Terms terms;
    private final Inspector inspector = new Inspector();
    private final Stats stats = new Stats();

    /** Verifies files of this catalog, which is needed for those alone that it knows. */
    public Verification(Supplier<Catalog> catalog, Hashing hashing, Terms terms) {
        this.catalog = catalog;
        this.hashing = hashing;
        this.terms = terms;
    }

    /**
     * How it is done.
     *
     * @param against where the right SHA-256 comes from
     * @param deep whether to read the structure of good files too
     * @param run what all files together are
     */
    public record Terms(Reference against, boolean deep, Workload run) {}

    /**
     * {@return the result for one file; nothing when no SHA-256 is known that it should have}
     *
     * @param progress told how many more bytes are read
     * @throws java.util.concurrent.CancellationException within a second of being cancelled
     */
    public Optional<VerifiedFile> verify(
            CatalogEntry entry, Cancellation cancellation, LongConsumer progress) {
        return Expected.of(entry, terms.against())
                .map(right -> verify(new Case(entry, right), cancellation, progress));
    }

    /** A file and the SHA-256 that it should have. */
    private record Case(CatalogEntry entry, Digest right) {
        Path path() {
            return entry.file().path();
        }
    }

    private VerifiedFile verify(Case one, Cancellation cancellation, LongConsumer progress) {
        try {
            FileStat now = stats.file(one.path());
            return tellsEdits() && isEdited(now, one.entry().file())
                    ? plain(one, Verdict.EDITED)
                    : read(one, now, cancellation, progress);
        } catch (NoSuchFileException e) {
            return plain(one, Verdict.MISSING);
        } catch (IOException e) {
            return unreadable(one, e);
        }
    }

    /** A list says what the bytes must be, whenever they came; the others, what they once were. */
    private boolean tellsEdits() {
        return switch (terms.against()) {
            case Reference.Digests _ -> false;
            case Reference.Catalog _, Reference.Provider _ -> true;
        };
    }

    /** Rights and names may have changed; what tells of an edit is the size and the date. */
    private static boolean isEdited(FileStat now, FileStat then) {
        return now.size() != then.size() || !now.modified().equals(then.modified());
    }

    private VerifiedFile read(
            Case one, FileStat stat, Cancellation cancellation, LongConsumer progress) {
        HashJob job =
                new HashJob(one.path(), FileFacts.ofSize(stat.size()), List.of(SHA256), terms.run())
                        .on(stat.volume());
        FileHashes hashes = hashing.hash(job, cancellation, progress);
        if (hashes.state() == FileState.CHANGING) {
            return result(one, Verdict.CHANGING, Now.unknown(), hashes.problem());
        }
        return sha256(hashes)
                .map(now -> compare(one, new Reading(stat, now, hashes.blockCrcs())))
                .orElseGet(() -> result(one, Verdict.UNREADABLE, Now.unknown(), hashes.problem()));
    }

    private static Optional<Digest> sha256(FileHashes hashes) {
        return hashes.outcomes().stream()
                .flatMap(outcome ->
                        outcome instanceof HashOutcome.Computed(Digest digest)
                                ? Optional.of(digest).stream()
                                : Optional.<Digest>empty().stream())
                .findFirst();
    }

    /** What a file was when it was read. */
    private record Reading(FileStat stat, Digest digest, List<Integer> blocks) {}

    private VerifiedFile compare(Case one, Reading reading) {
        Digest now = reading.digest();
        Optional<Digest> known = one.entry().digest(SHA256);
        boolean unchanged = known.equals(Optional.of(now));
        if (unchanged) {
            catalog.get().verifications().verified(one.path());
        }
        if (one.right().equals(now)) {
            return terms.deep() ? good(one, now) : result(one, Verdict.GOOD, Now.of(now));
        }
        boolean rotten =
                known.isPresent() && !unchanged && !isEdited(reading.stat(), one.entry().file());
        return rotten
                ? result(one, Verdict.ROT, new Now(Optional.of(now), firstBad(one, reading)))
                : result(one, Verdict.MISMATCH, Now.of(now));
    }

    private VerifiedFile good(Case one, Digest now) {
        Inspection inspection = inspector.inspect(one.path());
        return result(
                one,
                inspection.state() == FileState.OK ? Verdict.GOOD : Verdict.BROKEN,
                Now.of(now),
                inspection.problems().stream().findFirst());
    }

    private OptionalLong firstBad(Case one, Reading reading) {
        List<Integer> now = reading.blocks();
        List<Integer> stored = catalog.get().verifications().blocks(one.path());
        for (int i = 0; i < Math.min(stored.size(), now.size()); i++) {
            if (!stored.get(i).equals(now.get(i))) {
                return OptionalLong.of((long) i * BlockCrcs.BLOCK);
            }
        }
        return OptionalLong.empty();
    }

    private VerifiedFile unreadable(Case one, IOException e) {
        FileProblem problem =
                new FileProblem(
                        one.path(),
                        FileProblem.Stage.HASH,
                        "Cannot be read: " + e.getMessage(),
                        "Check the disk and your rights, then verify it again");
        return result(one, Verdict.UNREADABLE, Now.unknown(), Optional.of(problem));
    }

    /** What the bytes are now, as far as they were read. */
    private record Now(Optional<Digest> digest, OptionalLong firstBad) {
        static Now unknown() {
            return new Now(Optional.empty(), OptionalLong.empty());
        }

        static Now of(Digest digest) {
            return new Now(Optional.of(digest), OptionalLong.empty());
        }
    }

    private VerifiedFile plain(Case one, Verdict verdict) {
        return result(one, verdict, Now.unknown());
    }

    private VerifiedFile result(Case one, Verdict verdict, Now now) {
        return result(one, verdict, now, Optional.empty());
    }

    private VerifiedFile result(Case one, Verdict verdict, Now now, Optional<FileProblem> problem) {
        return new VerifiedFile(
                one.path(),
                one.entry().file().size(),
                verdict,
                one.right().hex(),
                now.digest().map(Digest::hex),
                now.firstBad(),
                needsACopy(verdict) ? copies(one) : List.of(),
                problem);
    }

    private static boolean needsACopy(Verdict verdict) {
        return switch (verdict) {
            case GOOD, EDITED, BROKEN, CHANGING -> false;
            case ROT, MISMATCH, MISSING, UNREADABLE -> true;
        };
    }

    /**
     * Copies whose size and date say that nobody touched them; their bytes are not read here. A
     * link to the file itself is none. The catalog knows those of the bytes that it has for the
     * file, which need not be the right ones.
     */
    private List<Path> copies(Case one) {
        if (!one.entry().digest(SHA256).equals(Optional.of(one.right()))) {
            return List.of();
        }
        Optional<FileStat> file = now(one.path());
        return catalog.get().copies(one.path()).stream()
                .map(CatalogEntry::file)
                .filter(copy -> isUntouched(copy, file))
                .map(FileStat::path)
                .toList();
    }

    private boolean isUntouched(FileStat copy, Optional<FileStat> file) {
        return now(copy.path())
                .filter(now -> !isEdited(now, copy))
                .filter(now -> file.filter(now::sameFileAs).isEmpty())
                .isPresent();
    }

    private Optional<FileStat> now(Path path) {
        try {
            return Optional.of(stats.file(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
