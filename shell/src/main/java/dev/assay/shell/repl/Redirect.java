package dev.assay.shell.repl;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Output;
import dev.assay.shell.run.Host;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;

/** Sends the data of a command to a file or a system program; talk stays on the terminal. */
final class Redirect {
    /** What no program needs to know that merely pages or sorts. */
    private static final List<String> SECRETS =
            List.of("CIVITAI_TOKEN", "CIVITAI_API_KEY", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN");

    private Redirect() {}

    /** {@return what the command gives, its data going where the line says} */
    static <R> R run(ShellLine line, Host host, Function<Host, R> command) {
        if (line.pipe().isPresent()) {
            return pipe(line.pipe().get(), host, command);
        }
        return line.target().isPresent()
                ? file(host.path(line.target().get()), line.append(), host, command)
                : command.apply(host);
    }

    private static <R> R file(Path file, boolean append, Host host, Function<Host, R> command) {
        StandardOpenOption how =
                append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream stream =
                        Files.newOutputStream(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
                Output out = new Output(stream)) {
            return command.apply(host.writingTo(out));
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.OUTPUT_FAILED, file + " cannot be written: " + e.getMessage());
        }
    }

    private static <R> R pipe(String program, Host host, Function<Host, R> command) {
        try {
            Process process = start(program, ProcessBuilder.Redirect.PIPE);
            try (Output out = new Output(process.getOutputStream())) {
                return command.apply(host.writingTo(out));
            } finally {
                process.waitFor();
            }
        } catch (IOException e) {
            throw new Failure(ErrorCode.OUTPUT_FAILED, "sh cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ErrorCode.INTERRUPTED, "interrupted while waiting for " + program);
        }
    }

    /** Runs a line of the system's shell on the terminal. */
    static void system(String line) {
        try {
            start(line, ProcessBuilder.Redirect.INHERIT).waitFor();
        } catch (IOException e) {
            throw new Failure(ErrorCode.OUTPUT_FAILED, "sh cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(String line, ProcessBuilder.Redirect input) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", line)
                        .redirectInput(input)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        SECRETS.forEach(builder.environment()::remove);
        return builder.start();
    }
}
