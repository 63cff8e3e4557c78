package dev.assay.core;

import dev.assay.core.internal.identify.OpenProvider;
import dev.assay.core.internal.identify.Order;
import dev.assay.core.internal.scan.Hashes;
import dev.assay.core.internal.scan.OpenedStream;
import dev.assay.core.internal.scan.Parts;
import dev.assay.core.internal.scan.Scan;
import dev.assay.core.internal.walk.TreeWalk;
import dev.assay.core.internal.walk.WalkOptions;
import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileReport;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.HashReport;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.IdentifyRequest;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ListedFile;
import dev.assay.core.model.ProviderInfo;
import dev.assay.core.model.RemoteFile;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.core.query.Filter;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Match;
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
 * and the catalog that remembers it. What is asked for less often has a class of its own, which one
 * of the methods without arguments gives.
 *
 * <p>Safe for use from many threads; jobs that write the catalog wait for each other. A job runs on
 * the calling thread and on threads of the library, all of which end with {@link #close}. Trouble
 * with a file or a plugin is part of the result; exceptions are for the catalog ({@link
 * dev.assay.core.model.CatalogException}), for wrong arguments and for bugs.
 */
public final class Library implements AutoCloseable {
    private final Installation installation;

    Library(Installation installation) {
        this.installation = installation;
    }

    /** {@return a builder} */
    public static LibraryBuilder builder() {
        return new LibraryBuilder();
    }

    /**
     * {@return what one file is, from its header alone: no catalog, no hashing, no network} It
     * never throws for what the file is; one that cannot be read says so.
     *
     * @param file the file, whatever its name
     */
    public Inspection inspect(Path file) {
        return installation.inspector().inspect(file);
    }

    /**
     * Inspects files.
     *
     * @param paths files, whatever their names, and folders, which mean the model files below them
     * @param allFiles whether a folder means every regular file below it
     * @param cancellation stops between two files
     * @param each takes the results on the calling thread, in the order of the paths
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public void inspect(
            List<Path> paths,
            boolean allFiles,
            Cancellation cancellation,
            Consumer<Inspection> each) {
        WalkOptions options = WalkOptions.models().everyFile(allFiles);
        for (Path path : paths) {
            TreeWalk.walk(
                    path, options, new InspectingSink(this, each, cancellation), cancellation);
        }
    }

    /**
     * Computes digests, several files at once; reads the bytes.
     *
     * @param paths files, whatever their names, and folders, which mean the model files below them
     * @param hashes the recipes
     * @param fromCatalog whether a file that the catalog knows to be unchanged may answer from it
     *     without being read
     * @param listener hears of the progress
     * @param cancellation stops within a second, in the middle of a file
     * @param each takes the results in the order of the paths, on one thread at a time
     * @throws dev.assay.core.model.UnknownHashException when nobody brings one of the hashes
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public void hash(
            List<Path> paths,
            List<HashId> hashes,
            boolean fromCatalog,
            JobListener listener,
            Cancellation cancellation,
            Consumer<HashReport> each) {
        installation.plugins().hashes().require(hashes);
        new Hashes(
                        installation.inspector(),
                        installation.plugins().hashes(),
                        installation.hashing(),
                        fromCatalog ? Optional.of(installation.catalog()) : Optional.empty())
                .run(paths, hashes, listener, cancellation, each);
    }

    /**
     * Computes the digests of a stream, such as standard input; it is read to its end and not
     * closed.
     *
     * @param in the bytes
     * @param hashes the recipes; one that needs to know the length beforehand is undefined
     * @return one outcome for each, in their order
     * @throws IOException when the stream cannot be read
     * @throws dev.assay.core.model.UnknownHashException when nobody brings one of the hashes
     */
    public List<HashOutcome> hash(InputStream in, List<HashId> hashes) throws IOException {
        installation.plugins().hashes().require(hashes);
        OpenedStream opened = OpenedStream.of(in);
        return installation
                .hashing()
                .hash(opened.bytes(), opened::facts, hashes, new Cancellation(), _ -> {})
                .outcomes();
    }

    /**
     * {@return what one file is, and its digests} Nothing is kept between two calls: no catalog is
     * opened, nobody is asked, and any number of threads and processes may share the work. This is
     * the step that an engine such as Apache Spark distributes; see docs/at-scale.md.
     *
     * @param file the file, whatever its name
     * @param hashes the recipes; with none, only the header is read
     * @throws dev.assay.core.model.UnknownHashException when nobody brings one of the hashes
     */
    public FileReport examine(Path file, List<HashId> hashes) {
        return new Examination(installation, hashes).of(file);
    }

    /**
     * {@return what one file is that lies elsewhere than in a file system, and its digests} Shards
     * of one model, which a folder would show together, are judged each for itself.
     *
     * @param file the file
     * @param hashes the recipes; with none, only the header is read
     * @throws dev.assay.core.model.UnknownHashException when nobody brings one of the hashes
     */
    public FileReport examine(RemoteFile file, List<HashId> hashes) {
        return new Examination(installation, hashes).of(file);
    }

    /**
     * Scans folders: walk, headers, digests, look-ups, each remembered as it is done. What is
     * unchanged since the last scan is not read.
     *
     * @param request what and how far
     * @param listener hears of the progress
     * @param cancellation stops within a second; what is done is kept, and the next scan goes on
     *     from there
     * @return what was found, also after a cancellation
     */
    public ScanReport scan(ScanRequest request, JobListener listener, Cancellation cancellation) {
        if (request.hash() instanceof HashChoice.Every(List<HashId> hashes)) {
            installation.plugins().hashes().require(hashes);
        }
        return installation.alone(() ->
                Scan.ofFolders(
                        installation.parts(installation.providers()),
                        request,
                        listener,
                        cancellation));
    }

    /**
     * Looks files up, hashing what that needs.
     *
     * @param request which files and how
     * @param listener hears of the progress
     * @param cancellation stops within a second; answers so far are kept
     * @return what was found, also after a cancellation
     */
    public ScanReport identify(
            IdentifyRequest request, JobListener listener, Cancellation cancellation) {
        List<OpenProvider> asked = asked(request);
        Order order = order(request);
        Scan.Terms terms =
                new Scan.Terms(new HashChoice.AsNeeded(), IdentifyChoice.ALL, false, order, false);
        return installation.alone(() ->
                request.paths().isEmpty()
                        ? Scan.ofKnown(
                                installation.parts(asked),
                                known(request),
                                terms,
                                listener,
                                cancellation)
                        : Scan.ofFolders(
                                installation.parts(asked),
                                request.paths(),
                                WalkOptions.models(),
                                terms,
                                listener,
                                cancellation));
    }

    /**
     * {@return the known files, by path, that {@link #identify} would now ask about} It goes by the
     * same rules: what is known is not asked again, nor what was not found a few days ago. Nothing
     * is read and nobody is asked; also told are files that a provider may not be asked about yet,
     * for want of a token.
     *
     * @param request which files and how
     */
    public List<CatalogEntry> toBeAsked(IdentifyRequest request) {
        Parts parts = installation.parts(asked(request));
        Order order = order(request);
        return (request.paths().isEmpty() ? known(request) : below(request.paths()))
                .stream().filter(entry -> Scan.isOpen(parts, entry, order)).toList();
    }

    private List<CatalogEntry> below(List<Path> paths) {
        try (Stream<CatalogEntry> all =
                entries(new Filter.At(paths), dev.assay.core.query.Order.BY_PATH)) {
            return all.filter(entry -> !entry.missing()).toList();
        }
    }

    private List<OpenProvider> asked(IdentifyRequest request) {
        return installation.providers().stream()
                .filter(one -> request.provider().map(one.name()::equals).orElse(true))
                .toList();
    }

    private static Order order(IdentifyRequest request) {
        return new Order(
                request.maxRequests(), request.refresh(), request.anonymous(), request.quick());
    }

    /** With refresh every file; otherwise those that nobody knows for certain yet. */
    private List<CatalogEntry> known(IdentifyRequest request) {
        try (Stream<CatalogEntry> all = entries()) {
            return all.filter(entry -> !entry.missing() && (request.refresh() || !isFound(entry)))
                    .toList();
        }
    }

    /** What a header claims is a guess until its digests are known. */
    private static boolean isFound(CatalogEntry entry) {
        return entry.identities().stream()
                .flatMap(identity -> identity.preferred().stream())
                .anyMatch(candidate -> candidate.match() != Match.PROBABLE);
    }

    /** {@return every file of the catalog by path; to be closed} */
    public Stream<CatalogEntry> entries() {
        return installation.catalog().entries();
    }

    /**
     * {@return the files of the catalog that a filter means; to be closed}
     *
     * @param filter which files
     * @param order in which order
     */
    public Stream<CatalogEntry> entries(Filter filter, dev.assay.core.query.Order order) {
        return installation.catalog().entries(filter, order);
    }

    /**
     * {@return what lists show of the files of the catalog that a filter means; to be closed} Read
     * as it is asked for: the memory that it takes does not grow with the files.
     *
     * @param filter which files
     * @param order in which order
     */
    public Stream<ListedFile> files(Filter filter, dev.assay.core.query.Order order) {
        return installation.catalog().files(filter, order);
    }

    /**
     * {@return what the catalog knows of the file at this path}
     *
     * @param path as the catalog has it: absolute and normalised
     */
    public Optional<CatalogEntry> entry(Path path) {
        return installation.catalog().entry(path);
    }

    /**
     * {@return the files that have a digest, of any recipe, starting with these hex digits}
     *
     * @param hexPrefix lower-case hexadecimal digits
     */
    public List<CatalogEntry> entriesByHash(String hexPrefix) {
        return installation.catalog().byHashPrefix(hexPrefix);
    }

    /** {@return the installed hash algorithms by id} */
    public List<AlgorithmInfo> algorithms() {
        return installation.plugins().hashes().infos();
    }

    /** {@return the installed providers by name} */
    public List<ProviderInfo> providers() {
        return installation.providers().stream().map(OpenProvider::info).toList();
    }

    /**
     * Asks a provider whether it accepts the secret that is set for it.
     *
     * @param provider its name
     * @return what it says
     * @throws IllegalArgumentException when there is no such provider
     */
    public TokenCheck checkToken(String provider) {
        return installation.provider(provider).checkToken(new Cancellation());
    }

    /** {@return the folders that were scanned, and their names} */
    public CatalogRoots roots() {
        return new CatalogRoots(installation);
    }

    /** {@return what is done to the catalog as a whole: check, copy, compact, prune} */
    public CatalogUpkeep upkeep() {
        return new CatalogUpkeep(installation);
    }

    /** {@return the files of the catalog in numbers} */
    public CatalogStatistics statistics() {
        return new CatalogStatistics(installation);
    }

    /** {@return the user's tags and notes} */
    public UserMarks marks() {
        return new UserMarks(installation);
    }

    /** {@return who files are by a person's word} */
    public ManualIdentities identities() {
        return new ManualIdentities(installation);
    }

    /** {@return what reads files again to find bits that turned} */
    public FileVerification verification() {
        return new FileVerification(installation);
    }

    /** {@return the plugins of the plugin folders} */
    public InstalledPlugins plugins() {
        return new InstalledPlugins(installation);
    }

    /** Ends the threads of the library and closes the catalog. Running jobs must have ended. */
    @Override
    public void close() {
        installation.close();
    }
}
