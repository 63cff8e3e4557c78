package dev.assay.shell.repl;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.error.PipeClosed;
import dev.assay.shell.render.Output;
import dev.assay.shell.run.Console;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.SystemShell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Sends the data of a command to a file or a system program; talk stays on the terminal. */
final class Redirect {
    private Redirect() {}

    /** {@return what the command gives, its data going where the line says} */
    static ExitCode run(
            ShellLine line, Host host, Console console, Function<Host, ExitCode> command) {
        if (line.pipe().isPresent()) {
            return pipe(line.pipe().get(), host, console, command);
        }
        return line.target().isPresent()
                ? file(host.path(line.target().get()), line.append(), host, command)
                : command.apply(host);
    }

    private static ExitCode file(
            Path file, boolean append, Host host, Function<Host, ExitCode> command) {
        StandardOpenOption how =
                append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream stream =
                        Files.newOutputStream(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
                Output out = new Output(stream, e -> failure(file, e))) {
            return command.apply(host.writingTo(out));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static Failure failure(Path file, IOException e) {
        return new Failure(ErrorCode.OUTPUT_FAILED, file + " cannot be written: " + e.getMessage());
    }

    private static ExitCode pipe(
            String program, Host host, Console console, Function<Host, ExitCode> command) {
        AtomicReference<ExitCode> given = new AtomicReference<>(ExitCode.OK);
        console.stepAside(() ->
                SystemShell.feed(
                        program,
                        stream -> {
                            try (Output out = new Output(stream)) {
                                given.set(command.apply(host.writingTo(out)));
                            } catch (PipeClosed e) {
                                // the program had enough
                            }
                        }));
        return given.get();
    }
}
