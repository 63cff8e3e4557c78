package dev.assay.shell.cli;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps what is needed to mend a bug in a file, and off the screen. */
final class CrashReport {
    private CrashReport() {}

    /** {@return the failure that names the report} */
    static Failure write(Path folder, List<String> words, Throwable thrown) {
        String what =
                thrown.getClass().getSimpleName()
                        + " in assay "
                        + words.stream().findFirst().orElse("");
        try {
            Path file = folder.resolve("crash-" + stamp() + ".txt");
            Files.createDirectories(folder);
            Files.writeString(file, text(words, thrown));
            return new Failure(
                            ErrorCode.BUG,
                            "this is a bug in Assay: " + what,
                            "Send the report with what you did: " + file)
                    .with("report", file.toString());
        } catch (IOException e) {
            return new Failure(
                    ErrorCode.BUG,
                    "this is a bug in Assay: " + what + " (" + thrown.getMessage() + ")",
                    "The report could not be written to " + folder);
        }
    }

    private static String stamp() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    }

    private static String text(List<String> words, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return "Assay "
                + Version.NUMBER
                + ", Java "
                + Runtime.version()
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + "\nassay "
                + String.join(" ", words)
                + "\n\n"
                + trace;
    }
}
