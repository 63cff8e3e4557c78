package dev.assay.shell.repl;

import dev.assay.shell.complete.CatalogKnown;
import dev.assay.shell.complete.Completion;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.ErrorPrinter;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Session;
import java.io.IOException;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The interactive shell: reads a line, runs it, and never leaves because of what one did. */
public final class Repl {
    private final Invocation run;
    private final Session session;
    private final JobTable jobs = new JobTable();
    private ExitCode last = ExitCode.OK;
    private boolean leaving;

    /** A shell within the session of this run. */
    public Repl(Invocation run) {
        this.run = run;
        this.session = run.session();
    }

    /** {@return how it ended, after the user left} */
    public ExitCode loop() {
        try (Terminal terminal =
                TerminalBuilder.builder()
                        .system(true)
                        .nativeSignals(true)
                        .signalHandler(Terminal.SignalHandler.SIG_IGN)
                        .build()) {
            Editor editor =
                    new Editor(
                            terminal,
                            session,
                            new Completion(
                                    run.host(), session.commands().all(), new CatalogKnown(run)));
            Runner runner = new Runner(session, host(terminal), jobs, editor.reader());
            greet(terminal);
            while (!leaving) {
                one(editor, runner);
            }
            runner.stopAll();
            editor.save();
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failure(ErrorCode.BUG, "the terminal cannot be used: " + e.getMessage());
        }
    }

    private void one(Editor editor, Runner runner) {
        try {
            String line = editor.read(last, jobs.running().size()).strip();
            if (!line.isEmpty()) {
                last = ExitCode.OK;
                execute(line, editor.reader(), runner);
            }
        } catch (UserInterruptException e) {
            if (e.getPartialLine().isEmpty()) {
                talk(runner.host()).line("(exit with Ctrl-D or exit" + running() + ")");
            }
        } catch (EndOfFileException e) {
            leave(editor, runner);
        } catch (Failure failure) {
            new ErrorPrinter(talk(runner.host()), false).print(failure);
            last = failure.code().exit();
        }
    }

    private void execute(String line, LineReader reader, Runner runner) {
        if (line.startsWith("!")) {
            Redirect.system(line.substring(1));
            return;
        }
        ShellLine parsed = ShellLine.of(line);
        if (parsed.words().isEmpty()) {
            return;
        }
        List<String> words = withoutProgram(parsed.texts());
        switch (words.getFirst()) {
            case "exit", "quit" -> leaving = true;
            case "clear" ->
                    reader.getTerminal().puts(org.jline.utils.InfoCmp.Capability.clear_screen);
            case "shell" -> talk(runner.host()).line("You are in the shell already.");
            default -> {
                Screen screen = new Screen(runner.host().out(), runner.host().outLook());
                if (!new Builtins(session, jobs, screen).run(words, reader.getHistory())) {
                    last = runner.run(line, parsed, words);
                }
                runner.host().out().flush();
            }
        }
    }

    /** What is copied from the documentation begins with the program's name. */
    private static List<String> withoutProgram(List<String> words) {
        return words.size() > 1 && words.getFirst().equals("assay")
                ? words.subList(1, words.size())
                : words;
    }

    /** Ctrl-D leaves, and with jobs behind the prompt asks first. */
    private void leave(Editor editor, Runner runner) {
        if (jobs.running().isEmpty()) {
            leaving = true;
            return;
        }
        talk(runner.host())
                .line("Stop" + running().replace("; ", " ") + "? Ctrl-D again stops and leaves.");
        try {
            String line = editor.read(last, jobs.running().size()).strip();
            if (!line.isEmpty()) {
                execute(line, editor.reader(), runner);
            }
        } catch (EndOfFileException again) {
            leaving = true;
        } catch (UserInterruptException stay) {
            // stays
        }
    }

    private String running() {
        int count = jobs.running().size();
        return count == 0
                ? ""
                : "; " + count + (count == 1 ? " job is running" : " jobs are running");
    }

    private void greet(Terminal terminal) {
        if (run.options().quiet()) {
            return;
        }
        Screen screen = talk(host(terminal));
        screen.line("Assay shell. Tab completes, help helps, Ctrl-D leaves.");
        if (!run.hasCatalog()) {
            screen.line("Nothing is known yet. Begin with: scan FOLDER");
        }
        screen.line("Tip: " + Tips.today());
    }

    private static Screen talk(Host host) {
        return new Screen(host.err(), host.errLook());
    }

    /** The process, with the terminal's real width; it can change while the shell is open. */
    private Host host(Terminal terminal) {
        int width = terminal.getSize().getColumns() > 0 ? terminal.getSize().getColumns() : 80;
        Screen.Look look = resized(run.host().outLook(), width);
        Output out = run.host().out();
        return run.host()
                .writingTo(out, look)
                .talkingTo(run.host().err(), resized(run.host().errLook(), width));
    }

    private static Screen.Look resized(Screen.Look look, int width) {
        return new Screen.Look(look.terminal(), look.colour(), look.unicode(), width);
    }
}
