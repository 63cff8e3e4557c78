package dev.assay.shell.run;

import dev.assay.core.Library;
import dev.assay.core.model.Cancellation;
import dev.assay.shell.config.AppDirs;
import dev.assay.shell.config.ConfigFiles;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.ListingPrinter;
import dev.assay.shell.render.OutputOptions;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.token.Tokens;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One run of one command: the session, the process, the options, and what follows from them. */
public final class Invocation {
    private final Session session;
    private final Host host;
    private final GlobalOptions options;
    private final StandingOptions standing;
    private final Settings settings;
    private final Cancellation cancellation = new Cancellation();
    private volatile Optional<Session.LibrarySetup> librarySetup = Optional.empty();

    /** Resolves the settings for these options. */
    public Invocation(Session session, Host host, GlobalOptions options) {
        this(session, host, options, Optional.empty());
    }

    private Invocation(
            Session session, Host host, GlobalOptions options, Optional<Settings> settings) {
        this.session = session;
        this.host = host;
        this.options = options;
        this.standing = host.standing().with(options);
        this.settings =
                settings.orElseGet(() -> configFiles().resolve(host.environment(), flags()));
    }

    /** {@return the same run, were these its settings} */
    Invocation with(Settings others) {
        return new Invocation(session, host, options, Optional.of(others));
    }

    /** {@return the same run, were this the value of a setting} */
    public Invocation with(String key, String value) {
        return with(settings.with(key, value));
    }

    /** {@return the same run, were this its catalog} */
    public Invocation withCatalog(Path file) {
        return with(SettingKey.CATALOG_FILE.id(), file.toAbsolutePath().toString());
    }

    private java.util.Map<String, String> flags() {
        java.util.Map<String, String> flags = new java.util.TreeMap<>(session.overrides());
        flags.putAll(standing.settings());
        return flags;
    }

    /** {@return the configuration files of this run} */
    public ConfigFiles configFiles() {
        Path user = namedConfig().orElse(session.dirs().configFile());
        return new ConfigFiles(user, host.workingDirectory());
    }

    /** {@return the configuration file that was named by an option or in the environment} */
    Optional<Path> namedConfig() {
        return standing.config()
                .or(() -> Optional.ofNullable(host.environment().get("ASSAY_CONFIG")))
                .map(host::path);
    }

    /** {@return the session} */
    public Session session() {
        return session;
    }

    /** {@return the process} */
    public Host host() {
        return host;
    }

    /** {@return standard input, unless a shell reads its lines there} */
    public InputStream input() {
        if (session.console().takesInput()) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    "standard input is what you type to this shell, so no command can read it",
                    "Name a file, or run the command outside of the shell");
        }
        return host.in();
    }

    /** {@return the options that every command has} */
    public GlobalOptions options() {
        return options;
    }

    /** {@return of these and of what was said before, the options that hold for what this runs} */
    public StandingOptions standing() {
        return standing;
    }

    /** {@return whether only errors are wanted on stderr} */
    public boolean isQuiet() {
        return standing.quiet();
    }

    /** {@return what holds for this run} */
    public Settings settings() {
        return settings;
    }

    /** {@return where tokens come from} */
    public Tokens tokens() {
        return session.tokens(host);
    }

    /** {@return the token that stops this run} */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** {@return the library, opened when it is first asked for} */
    public Library library() {
        Session.LibrarySetup needed = librarySetup.orElseGet(this::librarySetup);
        librarySetup = Optional.of(needed);
        return session.library(needed, tokens());
    }

    private Session.LibrarySetup librarySetup() {
        return new Session.LibrarySetup(
                catalogFile(),
                PluginSetup.of(pluginFolder(), settings, host),
                settings.isOn(SettingKey.NET_OFFLINE),
                threads(),
                readers(),
                settings.providers());
    }

    /** {@return where the user keeps plugins} */
    public Path pluginFolder() {
        return dirs().data().resolve("plugins");
    }

    /** Opens the library anew at the next use, so that a change of its plugins counts. */
    public void reopenLibrary() {
        session.reopenLibrary();
    }

    private int threads() {
        String text = settings.get(SettingKey.SCAN_THREADS);
        return text.isEmpty() ? 0 : number(SettingKey.SCAN_THREADS.id(), text, 1);
    }

    private int readers() {
        String text = settings.get(SettingKey.SCAN_READERS);
        return number(SettingKey.SCAN_READERS.id(), text, 1);
    }

    /** {@return a whole number that a setting or option was given} */
    public static int number(String name, String text, int least) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Failure(
                ErrorCode.BAD_VALUE,
                "%s wants a whole number from %d to %d: %s"
                        .formatted(name, least, Integer.MAX_VALUE, text));
    }

    /** {@return where the catalog is} */
    public Path catalogFile() {
        String named = settings.get(SettingKey.CATALOG_FILE);
        if (named.isEmpty()) {
            return session.dirs().catalogFile();
        }
        Path path = host.path(named);
        boolean isFolder =
                Files.isDirectory(path) || (!named.endsWith(".db") && !Files.exists(path));
        return isFolder ? path.resolve("catalog.db") : path;
    }

    /** {@return whether there is a catalog yet} */
    public boolean hasCatalog() {
        return Files.exists(catalogFile());
    }

    /** {@return the folders} */
    public AppDirs dirs() {
        return session.dirs();
    }

    /** {@return the form of the output: as asked, else for a person or a pipe} */
    public Format format(Format onTerminal) {
        return askedFormat().orElse(host.outLook().terminal() ? onTerminal : Format.TSV);
    }

    /** {@return the form of the output, if any was asked for} */
    public Optional<Format> askedFormat() {
        String asked = settings.get(SettingKey.UI_OUTPUT);
        if (asked.equals("auto")) {
            return Optional.empty();
        }
        return Optional.of(
                Format.of(asked)
                        .orElseThrow(() ->
                                new Failure(
                                        ErrorCode.BAD_VALUE,
                                        "no output form "
                                                + asked
                                                + "."
                                                + Suggest.question(asked, Format.ids()),
                                        "Forms: " + String.join(", ", Format.ids()))));
    }

    /** {@return whether results and errors are JSON} */
    public boolean isJson() {
        return Format.of(settings.get(SettingKey.UI_OUTPUT)).map(Format::isJson).orElse(false);
    }

    /** {@return how rows are printed in this form} */
    public OutputOptions outputOptions(Format format) {
        return new OutputOptions(
                format,
                options.chosen(),
                options.sort(),
                options.limit(),
                options.noHeader() ? Optional.of(false) : Optional.empty(),
                !options.noTruncate(),
                options.bytes(),
                options.nul());
    }

    /** {@return a printer of rows in this form} */
    public ListingPrinter printer(Format format) {
        return printer(format, screen());
    }

    /** {@return a printer of rows in this form, on this screen} */
    public ListingPrinter printer(Format format, Screen where) {
        return new ListingPrinter(where, outputOptions(format));
    }

    /** {@return what the printing gives; on a terminal, what is taller comes in pages} */
    public <R> R paged(Function<Screen, R> printing) {
        return new Pager(this).show(printing);
    }

    /** {@return where data goes} */
    public Screen screen() {
        return new Screen(host.out(), look(host.outLook()));
    }

    /** {@return where talk goes} */
    public Screen talk() {
        return new Screen(host.err(), look(host.errLook()));
    }

    private Screen.Look look(Screen.Look look) {
        return look.coloured(settings.get(SettingKey.UI_COLOR));
    }

    /** Says something that is no data, unless told to be quiet. */
    public void note(String text) {
        if (!isQuiet()) {
            talk().sentence(Style.PLAIN, "assay: note: ", Style.PLAIN, text);
        }
    }

    /** Says something that is no data, and says it only once in a session. */
    public void noteOnce(String text) {
        if (session.isNews(text)) {
            note(text);
        }
    }

    /** Says what could be done next, unless hints are off or nobody is there to read them. */
    public void hint(String text) {
        if (!isQuiet() && settings.isOn(SettingKey.UI_HINTS)) {
            talk().sentence(Style.DIM, "", Style.DIM, text);
        }
    }

    /** {@return the failure's exit code, after it was told without ending the command} */
    public ExitCode report(Failure failure) {
        host.out().flush();
        new ErrorPrinter(talk(), isJson()).print(failure);
        return failure.code().exit();
    }

    /** {@return whether somebody can be asked; a job behind the prompt asks nobody} */
    public boolean canAsk() {
        return host.inputIsTerminal()
                && host.errLook().terminal()
                && !standing.noInput()
                && !session.control().isBackground();
    }

    /** {@return paths as the user meant them} */
    public List<Path> paths(List<String> typed) {
        return typed.stream().map(host::path).toList();
    }
}
