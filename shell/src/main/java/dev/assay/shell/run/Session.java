package dev.assay.shell.run;

import dev.assay.core.Library;
import dev.assay.core.LibraryBuilder;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Progress;
import dev.assay.shell.config.AppDirs;
import dev.assay.shell.config.Settings;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.token.TokenStore;
import dev.assay.shell.token.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What lasts from one command to the next: the folders, the open library, settings made for this
 * session. A one-shot command has a session of its own. Safe for use from many threads.
 */
public final class Session implements AutoCloseable {
    private static final ThreadLocal<@Nullable JobControl> CONTROLS = new ThreadLocal<>();

    private final AppDirs dirs;
    private final Commands commands;
    private final Map<String, String> overrides = new TreeMap<>();
    private final List<Opened> libraries = new ArrayList<>();
    private final List<Library> retired = new ArrayList<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<Cancellation>> foreground =
            new AtomicReference<>(Optional.empty());
    private final JobControl foregroundControl = new Foreground();
    private final AtomicReference<Runnable> beforeFirstJob = new AtomicReference<>(() -> {});
    private volatile Console console = new PlainConsole(this::prepareForJobs);
    private volatile List<String> within = List.of();

    /** Begins a session with these folders and commands. */
    public Session(AppDirs dirs, Commands commands) {
        this.dirs = dirs;
        this.commands = commands;
    }

    /** How commands are found and run; the top of the program gives it, commands only use it. */
    public interface Commands {
        /** {@return every command} */
        List<CommandInfo> all();

        /** {@return how running this line ended} */
        ExitCode run(Session session, Host host, List<String> words);
    }

    /**
     * What an open library depends on.
     *
     * @param catalog where the catalog is
     * @param plugins where plugins of others lie, and their time limits
     * @param offline whether the network is forbidden
     * @param threads hashing threads, 0 for the default
     * @param readers how many files of one slow disk are read at a time
     * @param providers settings of providers
     */
    record LibrarySetup(
            Path catalog,
            PluginSetup plugins,
            boolean offline,
            int threads,
            int readers,
            List<Settings.ProviderSetting> providers) {}

    /** {@return the folders} */
    public AppDirs dirs() {
        return dirs;
    }

    /** {@return every command, and how to run one} */
    public Commands commands() {
        return commands;
    }

    /** {@return settings made for this session only; may be changed} */
    public Map<String, String> overrides() {
        return overrides;
    }

    /** {@return the person at the terminal} */
    public Console console() {
        return console;
    }

    /**
     * Runs this once, before there is something that Ctrl-C could mean: a job, a shell, another
     * program on the terminal. Most commands are over without.
     */
    public void beforeFirstJob(Runnable preparation) {
        beforeFirstJob.set(preparation);
    }

    /** Does so now, if it was not done. */
    public void prepareForJobs() {
        beforeFirstJob.getAndSet(() -> {}).run();
    }

    /** Makes questions come through a shell. */
    public void talkThrough(Console shell) {
        console = shell;
    }

    /** {@return filter words that hold for every command of this session} */
    public List<String> within() {
        return within;
    }

    /** Makes filter words hold for every command of this session. */
    public void stayWithin(List<String> words) {
        within = List.copyOf(words);
    }

    /** {@return whether this was not said before in this session} */
    boolean isNews(String text) {
        return told.add(text);
    }

    /** {@return where tokens come from} */
    public Tokens tokens(Host host) {
        return new Tokens(
                host.environment(), host.workingDirectory(), new TokenStore(dirs.tokenFile()));
    }

    /** In a list: the hash code of a record is a class made at each start, and so is equality. */
    private record Opened(LibrarySetup setup, Library library) {
        @SuppressWarnings("ReferenceEquality") // usually one and the same, and cheaper to see
        boolean isFor(LibrarySetup wanted) {
            return setup == wanted || setup.equals(wanted);
        }
    }

    synchronized Library library(LibrarySetup setup, Tokens tokens) {
        for (Opened opened : libraries) {
            if (opened.isFor(setup)) {
                return opened.library;
            }
        }
        Opened opened = new Opened(setup, open(setup, tokens));
        libraries.add(opened);
        return opened.library;
    }

    /** {@return whether a catalog is open that may only be read} */
    public synchronized boolean savesNothing() {
        return libraries.stream().anyMatch(opened -> opened.library.upkeep().isReadOnly());
    }

    /** {@return what the open catalogs turned out to have lost, in words} */
    public synchronized List<String> losses() {
        return libraries.stream()
                .flatMap(opened -> opened.library.upkeep().doubts().stream())
                .toList();
    }

    /**
     * Opens the library anew at the next use, so that a change of its plugins counts. Jobs behind
     * the prompt go on with the one they have, which is closed with the session.
     */
    synchronized void reopenLibrary() {
        libraries.forEach(opened -> retired.add(opened.library));
        libraries.clear();
    }

    private static Library open(LibrarySetup setup, Tokens tokens) {
        LibraryBuilder builder =
                Library.builder().catalog(setup.catalog()).offline(setup.offline());
        setup.plugins().applyTo(builder);
        builder.readersPerSlowDisk(setup.readers());
        if (setup.threads() > 0) {
            builder.threads(setup.threads());
        }
        for (Settings.ProviderSetting setting : setup.providers()) {
            if (!setting.key().equals("anonymous")) {
                builder.providerSetting(setting.provider(), setting.key(), setting.value());
            }
        }
        for (String slot : Tokens.slots()) {
            builder.secret(slot, "token", () -> tokens.find(slot).map(Tokens.Found::secret));
        }
        return builder.open();
    }

    /** {@return who watches the jobs of this thread} */
    public JobControl control() {
        JobControl own = CONTROLS.get();
        return own == null ? foregroundControl : own;
    }

    /** Makes somebody watch the jobs of this thread. */
    public void watch(JobControl control) {
        CONTROLS.set(control);
    }

    /** {@return the job that Ctrl-C stops in a one-shot command} */
    public Optional<Cancellation> foreground() {
        return foreground.get();
    }

    /** The jobs of a one-shot command: the one that runs is the one that Ctrl-C stops. */
    private final class Foreground implements JobControl {
        @Override
        public void begin(Cancellation cancellation) {
            prepareForJobs();
            foreground.set(Optional.of(cancellation));
        }

        @Override
        public void progress(Progress progress) {}

        @Override
        public void end() {
            foreground.set(Optional.empty());
        }

        @Override
        public boolean isBackground() {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        reopenLibrary();
        retired.forEach(Library::close);
        retired.clear();
    }
}
