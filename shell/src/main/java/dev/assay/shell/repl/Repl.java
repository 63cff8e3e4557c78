package dev.assay.shell.repl;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The interactive shell. */
public final class Repl {
    private final Session session;
    private final Host host;

    /** A shell within the session of this run. */
    public Repl(Invocation run) {
        this.session = run.session();
        this.host = run.host();
    }

    /** {@return how it ended, after the user left} */
    public ExitCode loop() {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
            while (true) {
                try {
                    String line = reader.readLine("assay> ").strip();
                    if (line.equals("exit") || line.equals("quit")) {
                        return ExitCode.OK;
                    }
                    if (!line.isEmpty()) {
                        session.commands().run(session, host, List.of(line.split("\\s+")));
                    }
                } catch (UserInterruptException e) {
                    // the line is dropped
                } catch (EndOfFileException e) {
                    return ExitCode.OK;
                }
            }
        } catch (IOException e) {
            throw new Failure(ErrorCode.BUG, "no terminal: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new Failure(ErrorCode.BUG, "no terminal: " + e.getMessage());
        }
    }
}
