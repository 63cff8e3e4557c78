package dev.assay.shell.cli;

import dev.assay.shell.config.AppDirs;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.error.PipeClosed;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.GlobalOptions;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Session;
import dev.assay.shell.run.StandingOptions;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The real process: its streams, its terminal, its signals. */
public final class AssayProcess {
    private static final int USUAL_WIDTH = 80;
    private static final int USUAL_HEIGHT = 24;

    private final Map<String, String> environment;

    /** Runs with this environment. */
    public AssayProcess(Map<String, String> environment) {
        this.environment = environment;
    }

    /** {@return the number the process ends with} */
    public int run(String[] args) {
        Host host = host();
        Session session = new Session(AppDirs.of(environment), new Cli());
        Signals signals = new Signals(session, host);
        session.beforeFirstJob(signals::install);
        ExitCode exit;
        try (session) {
            exit = session.commands().run(session, host, words(args, host, session));
        }
        return flush(host, signals.stoppedBy().orElse(exit)).number();
    }

    /** Without a word: the shell where there is a terminal and something to show, else help. */
    private static List<String> words(String[] args, Host host, Session session) {
        boolean terminal = host.inputIsTerminal() && host.outLook().terminal();
        return args.length == 0 && terminal && hasCatalog(session, host)
                ? List.of("shell")
                : List.of(args);
    }

    /** A configuration that cannot be read is told by the command that needs it. */
    private static boolean hasCatalog(Session session, Host host) {
        try {
            return new Invocation(session, host, new GlobalOptions()).hasCatalog();
        } catch (Failure unreadable) {
            return false;
        }
    }

    private static ExitCode flush(Host host, ExitCode exit) {
        try {
            host.out().flush();
            host.err().flush();
            return exit;
        } catch (PipeClosed e) {
            return exit == ExitCode.OK ? ExitCode.PIPE_CLOSED : exit;
        } catch (Failure e) {
            return exit.and(e.code().exit());
        }
    }

    private Host host() {
        String terminals = terminals();
        return new Host(
                environment,
                Path.of("").toAbsolutePath(),
                new StandardInput(),
                terminals.contains("i"),
                new Output(new FileOutputStream(FileDescriptor.out), AssayProcess::trouble),
                look(terminals.contains("o")),
                new Output(new FileOutputStream(FileDescriptor.err)),
                look(terminals.contains("e")),
                StandingOptions.NONE);
    }

    /** A pipe whose reader has had enough is nothing to talk about; a full disk is. */
    private static RuntimeException trouble(IOException e) {
        return isPipe(e)
                ? new PipeClosed(e)
                : new Failure(
                        ErrorCode.OUTPUT_FAILED,
                        "the output cannot be written: " + e.getMessage(),
                        "What was written so far is not all of it. Check where it goes, for example"
                                + " that the disk has room");
    }

    private static boolean isPipe(IOException e) {
        try {
            String end = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return end.startsWith("pipe:") || end.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException unknown) {
            return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        }
    }

    /** The launcher knows; without it, the console is a terminal or nothing is. */
    private static String terminals() {
        String told = System.getProperty("assay.tty");
        if (told != null) {
            return told;
        }
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                ? "ioe"
                : "";
    }

    private Screen.Look look(boolean terminal) {
        return terminal
                ? new Screen.Look(
                        true,
                        colour(),
                        unicode(),
                        size("COLUMNS", 1, USUAL_WIDTH),
                        size("LINES", 0, USUAL_HEIGHT))
                : new Screen.Look(false, forced(), true, Integer.MAX_VALUE);
    }

    private boolean colour() {
        boolean off =
                !get("NO_COLOR").isEmpty()
                        || get("CLICOLOR").equals("0")
                        || get("TERM").equals("dumb");
        return forced() || !off;
    }

    private boolean forced() {
        String force = get("CLICOLOR_FORCE");
        return !force.isEmpty() && !force.equals("0");
    }

    /** The locale the user had, which the launcher may have had to change. */
    private boolean unicode() {
        String told = System.getProperty("assay.locale", "");
        String locale = told.isEmpty() ? first("LC_ALL", "LC_CTYPE", "LANG") : told;
        String upper = locale.toUpperCase(Locale.ROOT);
        return upper.contains("UTF-8") || upper.contains("UTF8");
    }

    private String first(String... variables) {
        for (String variable : variables) {
            if (!get(variable).isEmpty()) {
                return get(variable);
            }
        }
        return "C";
    }

    /** What the launcher asked the terminal for: rows, then columns. */
    private int size(String variable, int place, int usual) {
        String[] size = System.getProperty("assay.size", "").split(" ", -1);
        int told = number(get(variable));
        if (told <= 0 && size.length == 2) {
            told = number(size[place]);
        }
        return told > 0 ? told : usual;
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private String get(String variable) {
        return environment.getOrDefault(variable, "");
    }
}
