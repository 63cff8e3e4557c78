package dev.assay.shell.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Adds lines to a file that someone named. One that holds anything but text is a model or a catalog
 * named by mistake, and a line at its end would damage it.
 */
final class LogFile {
    private static final int LOOK = 4096;

    private LogFile() {}

    /**
     * Adds a line.
     *
     * @throws IOException when the file cannot be written, or is no text; it is as it was then
     */
    static synchronized void append(Path file, String line) throws IOException {
        if (!isText(file)) {
            throw new IOException("it is there already, and is no text");
        }
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static boolean isText(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            for (byte one : in.readNBytes(LOOK)) {
                if (one >= 0 && one < ' ' && !Character.isWhitespace(one)) {
                    return false;
                }
            }
        }
        return true;
    }
}
