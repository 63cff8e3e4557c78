package dev.assay.shell.log;

import dev.assay.shell.render.Inert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.event.Level;

/**
 * Where events go: one line each on stderr and, dated, in the file if one is named, whatever a file
 * name or a server put into it; no stack traces.
 */
final class LogLines {
    private static final AtomicBoolean FILE_FAILED = new AtomicBoolean();

    private LogLines() {}

    static void write(Level level, String text) {
        String line = line(level, text);
        System.err.print("assay: " + line);
        if (!LogOptions.file().isEmpty()) {
            append(Path.of(LogOptions.file()), Instant.now() + " " + line);
        }
    }

    static String line(Level level, String text) {
        return level.name().toLowerCase(Locale.ROOT) + ": " + Inert.text(text) + "\n";
    }

    private static void append(Path file, String line) {
        try {
            LogFile.append(file, line);
        } catch (IOException e) {
            if (!FILE_FAILED.getAndSet(true)) {
                String why = Inert.text(file + " cannot be written: " + e.getMessage());
                System.err.print("assay: warn: the log file " + why + "\n");
            }
        }
    }
}
