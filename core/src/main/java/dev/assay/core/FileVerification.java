package dev.assay.core;

import dev.assay.core.internal.verify.Repair;
import dev.assay.core.internal.verify.Verification;
import dev.assay.core.internal.verify.VerifyProgress;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.RepairedFile;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.model.VerifyRequest;
import dev.assay.hash.spi.Workload;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads files again to find bits that turned. Safe for use from many threads.
 *
 * @see Library#verification
 */
public final class FileVerification {
    private final Installation installation;

    FileVerification(Installation installation) {
        this.installation = installation;
    }

    /**
     * Reads the chosen files again and compares their bytes with the SHA-256 that they should have.
     * Which files that will be, {@link VerifyRequest#chosen} tells beforehand; one that the
     * reference does not know is passed by. A good result is remembered with its date, a bad one
     * changes nothing.
     *
     * @param request which files, and what to hold them against
     * @param listener hears of the progress in the phase {@code VERIFY}
     * @param cancellation stops within a second, in the middle of a file
     * @param each takes every result, on the calling thread
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public void run(
            VerifyRequest request,
            JobListener listener,
            Cancellation cancellation,
            Consumer<VerifiedFile> each) {
        List<CatalogEntry> chosen = request.chosen();
        VerifyProgress progress = new VerifyProgress(listener, chosen);
        Verification verification =
                new Verification(
                        installation::catalog,
                        installation.hashing(),
                        new Verification.Terms(
                                request.against(), request.deep(), Workload.of(progress.total())));
        for (CatalogEntry file : chosen) {
            verification.verify(file, cancellation, progress.of(file)).ifPresent(each);
            progress.finished(file);
        }
    }

    /**
     * Puts a copy with the right bytes in the place of a rotten file. The copy is written beside
     * it, read back, and only then takes its name and date; the rotten file is kept under a name
     * beside it that ends in {@code .rotten-1} or higher.
     *
     * @param rotten a result that names copies
     * @param cancellation stops within a second and leaves everything as it was
     * @return what came of it
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public RepairedFile repair(VerifiedFile rotten, Cancellation cancellation) {
        return new Repair(installation.catalog(), installation.hashing())
                .repair(rotten, cancellation);
    }
}
