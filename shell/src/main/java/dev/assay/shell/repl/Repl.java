package dev.assay.shell.repl;

import dev.assay.shell.complete.CatalogKnown;
import dev.assay.shell.complete.Completion;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Colours;
import dev.assay.shell.run.ErrorPrinter;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Session;
import dev.assay.shell.run.SystemShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** The interactive shell: reads a line, runs it, and never leaves because of what one did. */
public final class Repl {
    private final Invocation run;
    private final Session session;
    private final boolean systemShell;
    private final JobTable jobs = new JobTable();
    private ExitCode last = ExitCode.OK;
    private boolean leaving;
    private boolean warned;

    /**
     * A shell within the session of this run.
     *
     * @param systemShell whether {@code !} runs lines of the system's shell
     */
    public Repl(Invocation run, boolean systemShell) {
        this.run = run;
        this.session = run.session();
        this.systemShell = systemShell;
    }

    /** {@return how it ended, after the user left} */
    public ExitCode loop() {
        session.prepareForJobs(); // before the terminal, which then has the last word on Ctrl-C
        try (Terminal terminal = ShellTerminal.open()) {
            loop(terminal);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failure(ErrorCode.BUG, "the terminal cannot be used: " + e.getMessage());
        }
    }

    private void loop(Terminal terminal) {
        boolean plain =
                ShellTerminal.isDumb(terminal) || run.settings().isOn(SettingKey.UI_ACCESSIBLE);
        Editor editor = new Editor(terminal, session, completer(), plain);
        Runner runner = new Runner(session, host(), jobs, editor.reader());
        Builtins builtins = new Builtins(run, new JobWords(jobs, runner));
        boolean unicode = run.host().outLook().unicode();
        try (StatusBar bar = new StatusBar(editor, jobs, !plain, unicode)) {
            session.talkThrough(new ShellConsole(terminal, bar));
            if (run.host().inputIsTerminal()) {
                new Greeting(run).print(talk(runner));
            }
            rcLines().forEach(line -> attempt(line, editor, runner, builtins));
            while (!leaving) {
                one(editor, runner, builtins, bar);
            }
            runner.stopAll();
        }
        editor.save();
    }

    /** What the shell was told sets its session, where it can be seen and taken back. */
    private Host host() {
        return run.host().within(run.standing().withoutSettings());
    }

    private ShellCompleter completer() {
        Completion completion =
                new Completion(run.host(), session.commands().all(), new CatalogKnown(run));
        return new ShellCompleter(completion, new BuiltinWords(completion, jobs));
    }

    /** Lines that the user wants at every start. */
    private List<String> rcLines() {
        Path file = session.dirs().config().resolve("shellrc");
        try {
            return Files.exists(file) ? ShellLine.lines(Files.readString(file)) : List.of();
        } catch (IOException e) {
            run.note(file + " cannot be read as text: " + e.getMessage());
            return List.of();
        }
    }

    private void one(Editor editor, Runner runner, Builtins builtins, StatusBar bar) {
        int running = jobs.running().size();
        try {
            String typed =
                    run.host().inputIsTerminal()
                            ? editor.read(last, bar.isShown() ? 0 : running, isColoured(runner))
                            : editor.readUnasked();
            for (String line : ShellLine.lines(typed)) {
                attempt(line, editor, runner, builtins);
                if (leaving || last == ExitCode.INTERRUPTED) {
                    break;
                }
            }
        } catch (UserInterruptException e) {
            interrupted(e.getPartialLine(), editor, runner);
        } catch (EndOfFileException e) {
            leave(runner);
        }
    }

    /** A dumb terminal leaves the cursor where Ctrl-C was typed. */
    private void interrupted(String partial, Editor editor, Runner runner) {
        if (ShellTerminal.isDumb(editor.reader().getTerminal())) {
            talk(runner).line("");
        }
        if (partial.isEmpty()) {
            talk(runner).line("(exit with Ctrl-D or exit" + running() + ")");
        }
    }

    /** What a line did wrong ends the line and no more. */
    private void attempt(String line, Editor editor, Runner runner, Builtins builtins) {
        last = ExitCode.OK;
        try {
            execute(line, editor.reader(), runner, builtins);
            warned &= isLeaving(line);
        } catch (Failure failure) {
            new ErrorPrinter(talk(runner), false).print(failure);
            last = failure.code().exit();
        }
        runner.host().out().flush();
    }

    private void execute(String line, LineReader reader, Runner runner, Builtins builtins) {
        if (line.startsWith("!")) {
            system(line.substring(1));
            return;
        }
        ShellLine parsed = ShellLine.of(line);
        if (parsed.words().isEmpty()) {
            return;
        }
        List<String> words = withoutProgram(parsed.texts());
        Screen screen = new Screen(runner.host().out(), runner.host().outLook());
        switch (words.getFirst()) {
            case "exit", "quit" -> leave(runner);
            case "clear" ->
                    reader.getTerminal().puts(org.jline.utils.InfoCmp.Capability.clear_screen);
            case "shell" -> talk(runner).line("You are in the shell already.");
            default -> {
                if (!builtins.run(words, reader.getHistory(), screen)) {
                    last = runner.run(line, parsed, words);
                }
            }
        }
    }

    private void system(String line) {
        if (!systemShell) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    "this shell runs no lines of the system's shell",
                    "It was started with --no-shell");
        }
        session.console().lend(() -> SystemShell.run(line));
    }

    /** What is copied from the documentation begins with the program's name. */
    private static List<String> withoutProgram(List<String> words) {
        return words.size() > 1 && words.getFirst().equals("assay")
                ? words.subList(1, words.size())
                : words;
    }

    /** Leaving with jobs behind the prompt wants a second word. */
    private void leave(Runner runner) {
        leaving = jobs.running().isEmpty() || warned;
        if (!leaving) {
            talk(runner)
                    .line("Stop" + running().replace("; ", " ") + "? Once more stops and leaves.");
        }
        warned = true;
    }

    private boolean isColoured(Runner runner) {
        return Colours.of(session, runner.host()).outLook().colour();
    }

    private static boolean isLeaving(String line) {
        return line.equals("exit") || line.equals("quit");
    }

    private String running() {
        int count = jobs.running().size();
        return count == 0
                ? ""
                : "; " + count + (count == 1 ? " job is running" : " jobs are running");
    }

    private Screen talk(Runner runner) {
        Host host = Colours.of(session, runner.host());
        return new Screen(host.err(), host.errLook());
    }
}
