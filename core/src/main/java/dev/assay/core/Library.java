package dev.assay.core;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.HashReport;
import dev.assay.core.model.IdentifyRequest;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.PluginProblem;
import dev.assay.core.model.ProviderInfo;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.TokenCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The entry point for programs that embed Assay: what model files are, their digests, who they are,
 * and the catalog that remembers it.
 *
 * <p>Safe for use from many threads; jobs that write the catalog wait for each other. Jobs run on
 * the calling thread and on threads of the library, all of which end with {@link #close}.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Library implements AutoCloseable {

    Library() {}

    /** {@return a builder} */
    public static LibraryBuilder builder() {
        return new LibraryBuilder();
    }

    /** {@return what one file is, from its header alone: no catalog, no hashing, no network} */
    public Inspection inspect(Path file) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Inspects files; a folder means the model files below it, or every regular file with {@code
     * allFiles}.
     */
    public void inspect(
            List<Path> paths,
            boolean allFiles,
            Cancellation cancellation,
            Consumer<Inspection> each) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Computes digests; a folder means the model files below it.
     *
     * @param fromCatalog whether an unchanged file may answer from the catalog without being read
     * @throws dev.assay.core.model.UnknownHashException when nobody brings one of the hashes
     */
    public void hash(
            List<Path> paths,
            List<HashId> hashes,
            boolean fromCatalog,
            JobListener listener,
            Cancellation cancellation,
            Consumer<HashReport> each) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * {@return the digests of a stream, such as standard input; what needs a header is undefined}
     */
    public List<HashOutcome> hash(InputStream in, List<HashId> hashes) throws IOException {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return the result of a scan: walk, headers, digests, catalog, look-ups} */
    public ScanReport scan(ScanRequest request, JobListener listener, Cancellation cancellation) {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return the result of looking files up, hashing what that needs} */
    public ScanReport identify(
            IdentifyRequest request, JobListener listener, Cancellation cancellation) {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return every file of the catalog by path; to be closed} */
    public Stream<CatalogEntry> entries() {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return what the catalog knows of the file at this path} */
    public Optional<CatalogEntry> entry(Path path) {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return the files that have a digest, of any recipe, starting with these hex digits} */
    public List<CatalogEntry> entriesByHash(String hexPrefix) {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return the installed hash algorithms by id} */
    public List<AlgorithmInfo> algorithms() {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return the installed providers by name} */
    public List<ProviderInfo> providers() {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return what went wrong with plugins so far} */
    public List<PluginProblem> pluginProblems() {
        throw new UnsupportedOperationException("being built");
    }

    /** {@return whether a provider accepts the secret that is set for it} */
    public TokenCheck checkToken(String provider) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being built");
    }
}
