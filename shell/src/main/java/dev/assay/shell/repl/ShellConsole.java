package dev.assay.shell.repl;

import dev.assay.shell.run.Console;
import dev.assay.shell.run.Invocation;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** Questions within the shell: through the line editor, and never into its history. */
final class ShellConsole implements Console {
    private final LineReader reader;
    private final StatusBar bar;
    private volatile boolean lent;

    ShellConsole(Terminal terminal, StatusBar bar) {
        this.reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .variable(LineReader.DISABLE_HISTORY, true)
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
        this.bar = bar;
    }

    @Override
    public String ask(Invocation run, String question) {
        return read(run, question, false).orElse("");
    }

    @Override
    public Optional<String> askHidden(Invocation run, String question) {
        return read(run, question, true);
    }

    private Optional<String> read(Invocation run, String question, boolean hidden) {
        String prompt = run.talk().inert(question);
        try {
            return Optional.ofNullable(
                    hidden ? reader.readLine(prompt, '*') : reader.readLine(prompt));
        } catch (EndOfFileException e) {
            return Optional.empty();
        } catch (UserInterruptException e) {
            throw new CancellationException("no answer to: " + question);
        }
    }

    @Override
    public Loan lend() {
        lent = true;
        Loan aside = stepAside();
        return () -> {
            aside.close();
            lent = false;
        };
    }

    @Override
    public void stepAside(Runnable program) {
        try (Loan _ = stepAside()) {
            program.run();
        }
    }

    private Loan stepAside() {
        bar.hide();
        Terminal terminal = reader.getTerminal();
        Attributes before = terminal.getAttributes();
        ShellTerminal.echo(terminal, true);
        return () -> terminal.setAttributes(before);
    }

    @Override
    public boolean takesInput() {
        return true;
    }

    @Override
    public boolean isLent() {
        return lent;
    }
}
