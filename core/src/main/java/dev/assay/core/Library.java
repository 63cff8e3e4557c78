package dev.assay.core;

import dev.assay.core.internal.identify.Decisions;
import dev.assay.core.internal.identify.OpenProvider;
import dev.assay.core.internal.identify.Order;
import dev.assay.core.internal.identify.Policy;
import dev.assay.core.internal.identify.Verdicts;
import dev.assay.core.internal.scan.Hashes;
import dev.assay.core.internal.scan.Scan;
import dev.assay.core.internal.verify.Verification;
import dev.assay.core.internal.walk.TreeWalk;
import dev.assay.core.internal.walk.WalkOptions;
import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.HashReport;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.IdentifyRequest;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.PluginInfo;
import dev.assay.core.model.PluginProblem;
import dev.assay.core.model.ProviderInfo;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.query.Filter;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Workload;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.TokenCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The entry point for programs that embed Assay: what model files are, their digests, who they are,
 * and the catalog that remembers it.
 *
 * <p>Safe for use from many threads; jobs that write the catalog wait for each other. A job runs on
 * the calling thread and on threads of the library, all of which end with {@link #close}. Trouble
 * with a file or a plugin is part of the result; exceptions are for the catalog ({@link
 * dev.assay.core.model.CatalogException}), for wrong arguments and for bugs.
 */
public final class Library implements AutoCloseable {
    private final Installation installation;
    private final ReentrantLock writing = new ReentrantLock();

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
     * @param hashes the recipes; one that needs a header is undefined
     * @return one outcome for each, in their order
     * @throws IOException when the stream cannot be read
     * @throws dev.assay.core.model.UnknownHashException when nobody brings one of the hashes
     */
    public List<HashOutcome> hash(InputStream in, List<HashId> hashes) throws IOException {
        installation.plugins().hashes().require(hashes);
        return installation.hashing().hash(in, hashes, new Cancellation(), _ -> {}).outcomes();
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
        return alone(() ->
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
        List<OpenProvider> asked =
                installation.providers().stream()
                        .filter(one -> request.provider().map(one.name()::equals).orElse(true))
                        .toList();
        Order order =
                new Order(
                        request.maxRequests(),
                        request.refresh(),
                        request.anonymous(),
                        request.quick());
        Scan.Terms terms =
                new Scan.Terms(new HashChoice.AsNeeded(), IdentifyChoice.ALL, false, order);
        return alone(() ->
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

    private ScanReport alone(Supplier<ScanReport> job) {
        writing.lock();
        try {
            return job.get();
        } finally {
            writing.unlock();
        }
    }

    /** {@return every file of the catalog by path; to be closed} */
    public Stream<CatalogEntry> entries() {
        return installation.catalog().entries();
    }

    /** {@return the files of the catalog that a filter means, in this order; to be closed} */
    public Stream<CatalogEntry> entries(Filter filter, dev.assay.core.query.Order order) {
        return installation.catalog().entries(filter, order);
    }

    /** {@return what was lost and saved when a damaged catalog was opened, in words} */
    public Optional<String> recovery() {
        return installation.catalog().recovery();
    }

    /**
     * Gives a file a word of the user's, which goes with its bytes and not with its path.
     *
     * @param file a file of the catalog
     * @param word any text
     * @return whether the file is in the catalog
     */
    public boolean tag(Path file, String word) {
        return installation.catalog().tag(file, word);
    }

    /**
     * Takes a word of the user's away again.
     *
     * @param file a file of the catalog
     * @param word as it was given
     * @return whether the file is in the catalog
     */
    public boolean untag(Path file, String word) {
        return installation.catalog().untag(file, word);
    }

    /**
     * Sets the user's remark on a file.
     *
     * @param file a file of the catalog
     * @param text any text; an empty one takes the remark away
     * @return whether the file is in the catalog
     */
    public boolean note(Path file, String text) {
        return installation.catalog().note(file, text);
    }

    /**
     * Reads files again and compares their bytes with the SHA-256 in the catalog. Files without one
     * are passed by. A good result is remembered, a bad one changes nothing.
     *
     * @param files files of the catalog
     * @param cancellation stops within a second
     * @param each told every result, on this thread
     */
    public void verify(
            List<CatalogEntry> files, Cancellation cancellation, Consumer<VerifiedFile> each) {
        Verification verification =
                new Verification(installation.catalog(), installation.hashing());
        Workload run = Workload.of(files.stream().mapToLong(one -> one.file().size()).sum());
        for (CatalogEntry file : files) {
            verification.verify(file, run, cancellation, bytes -> {}).ifPresent(each);
        }
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

    /** {@return the plugins of the plugin folders, loaded or not, by name} */
    public List<PluginInfo> plugins() {
        return installation.plugins().infos();
    }

    /**
     * Copies a plugin into the user's plugin folder, the first that the builder named. Nothing of
     * it runs before it is allowed.
     *
     * @param jars the plugin's jar, and those that it needs
     * @return the plugin
     * @throws dev.assay.core.model.PluginException when that cannot be done
     */
    public PluginInfo addPlugin(List<Path> jars) {
        return installation.plugins().add(jars);
    }

    /**
     * Allows a plugin, with its jars as they are now, by their SHA-256; a jar that changes later,
     * or comes new, has to be allowed again.
     *
     * @param name the plugin's name
     * @return the plugin, which runs in the next library that is opened
     * @throws dev.assay.core.model.PluginException when that cannot be done
     */
    public PluginInfo allowPlugin(String name) {
        return installation.plugins().allow(name);
    }

    /**
     * Switches a plugin off and keeps it.
     *
     * @param name the plugin's name
     * @return the plugin, which does not run in the next library that is opened
     * @throws dev.assay.core.model.PluginException when that cannot be done
     */
    public PluginInfo disablePlugin(String name) {
        return installation.plugins().disable(name);
    }

    /**
     * Deletes a plugin from the user's plugin folder.
     *
     * @param name the plugin's name
     * @return the plugin as it was
     * @throws dev.assay.core.model.PluginException when that cannot be done
     */
    public PluginInfo removePlugin(String name) {
        return installation.plugins().remove(name);
    }

    /** {@return what went wrong with plugins so far} */
    public List<PluginProblem> pluginProblems() {
        return installation.plugins().problems().all();
    }

    /**
     * Asks a provider whether it accepts the secret that is set for it.
     *
     * @param provider its name
     * @return what it says
     * @throws IllegalArgumentException when there is no such provider
     */
    public TokenCheck checkToken(String provider) {
        return provider(provider).checkToken(new Cancellation());
    }

    /**
     * Says by hand that a file is the model at an address. It stays so, whatever providers say,
     * until it is forgotten.
     *
     * @param file a file of the catalog
     * @param provider whose model it is
     * @param address what comes behind the provider's name, such as {@code 4201@130072}, or a link
     * @param anonymous whether the provider may be asked without a secret
     * @return what the provider said of the address; only a find changes anything
     * @throws IllegalArgumentException when there is no such file or provider
     */
    public Outcome setIdentity(Path file, String provider, String address, boolean anonymous) {
        Identity before = identity(file, provider);
        Outcome outcome =
                new Decisions(provider(provider)).fetch(address, anonymous, new Cancellation());
        if (outcome instanceof Outcome.Found(List<Candidate> candidates)) {
            ModelInfo model = candidates.getFirst().model();
            decide(file, Verdicts.set(before, model, installation.now()));
        }
        return outcome;
    }

    /**
     * Says by hand that a file is not the model at an address, for good.
     *
     * @param file a file of the catalog
     * @param provider who takes it for that model
     * @param address one of the addresses that the file has, or a link to it
     * @return whether the file was taken for that model
     * @throws IllegalArgumentException when there is no such file or provider
     */
    public boolean rejectIdentity(Path file, String provider, String address) {
        Optional<Identity> after =
                Decisions.reject(
                        identity(file, provider), address, installation.now(), Policy.standard());
        after.ifPresent(identity -> decide(file, identity));
        return after.isPresent();
    }

    /**
     * Forgets what a provider or a person said of a file, so that it is asked about anew.
     *
     * @param file a file of the catalog
     * @param provider whose word is to be forgotten
     * @throws IllegalArgumentException when there is no such file or provider
     */
    public void forgetIdentity(Path file, String provider) {
        decide(file, Verdicts.forget(identity(file, provider)));
    }

    private Identity identity(Path file, String provider) {
        String name = provider(provider).name();
        return entry(file)
                .orElseThrow(() -> new IllegalArgumentException("Not in the catalog: " + file))
                .identity(name)
                .orElseGet(() -> Identity.notAsked(name));
    }

    private void decide(Path file, Identity identity) {
        writing.lock();
        try {
            installation.catalog().saveDecision(file, identity);
        } finally {
            writing.unlock();
        }
    }

    private OpenProvider provider(String name) {
        return installation.providers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No provider '" + name + "'"));
    }

    /** Ends the threads of the library and closes the catalog. Running jobs must have ended. */
    @Override
    public void close() {
        installation.close();
    }
}
