package dev.assay.shell.run;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Runs lines of the system's shell on the terminal, for pipes, pages and {@code !}. */
public final class SystemShell {
    /** What no program needs to know that merely pages or sorts. */
    private static final List<String> SECRETS =
            List.of("CIVITAI_TOKEN", "CIVITAI_API_KEY", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN");

    private SystemShell() {}

    /** Writes what a program reads. */
    public interface Feed {
        /**
         * Writes to the program, which may go away at any time.
         *
         * @throws IOException when it did
         */
        void to(OutputStream program) throws IOException;
    }

    /** Runs a line and waits for it. */
    public static void run(String line) {
        await(line, start(line, ProcessBuilder.Redirect.INHERIT));
    }

    /** {@return the exit code of a line that reads what is fed to it} */
    public static int feed(String line, Feed feed) {
        Reading reading = read(line);
        try {
            feed.to(reading.in());
        } catch (IOException e) {
            // the program had enough
        }
        return reading.end();
    }

    /** {@return a line that runs and reads what it is given} */
    static Reading read(String line) {
        return new Reading(line, start(line, ProcessBuilder.Redirect.PIPE));
    }

    /** A line that reads what it is given, for as long as it likes. */
    record Reading(String line, Process process) {
        OutputStream in() {
            return process.getOutputStream();
        }

        /** {@return its exit code, once it ended with what it was given} */
        int end() {
            try {
                in().close();
            } catch (IOException e) {
                // it had enough
            }
            return await(line, process);
        }
    }

    private static int await(String line, Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ErrorCode.INTERRUPTED, "interrupted while waiting for " + line);
        }
    }

    private static Process start(String line, ProcessBuilder.Redirect input) {
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", line)
                        .redirectInput(input)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        SECRETS.forEach(builder.environment()::remove);
        builder.environment().putIfAbsent("LESS", "FRX");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Failure(ErrorCode.OUTPUT_FAILED, "sh cannot be started: " + e.getMessage());
        }
    }
}
