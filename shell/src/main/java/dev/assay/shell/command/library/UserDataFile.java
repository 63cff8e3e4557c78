package dev.assay.shell.command.library;

import dev.assay.core.model.ImportedMarks;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Prompt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tags, notes and decisions in a file of JSON lines, or {@code -} for the standard streams. */
final class UserDataFile {
    private static final String STANDARD = "-";

    private final Invocation run;
    private final String name;

    UserDataFile(Invocation run, String name) {
        this.run = run;
        this.name = name;
    }

    ExitCode write() {
        try {
            int lines = name.equals(STANDARD) ? toStandardOutput() : toFile(run.host().path(name));
            run.note(
                    Sizes.count(lines, "line")
                            + " written: tags, notes and what you said of who files are");
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.OUTPUT_FAILED, name + " cannot be written: " + e.getMessage());
        }
    }

    private int toStandardOutput() throws IOException {
        if (run.askedFormat().equals(Optional.of(Format.JSON))) {
            throw new Failure(
                    ErrorCode.BAD_OPTION,
                    "an export is JSON lines, one object a line, and no document",
                    "Say --jsonl, or leave --json out");
        }
        StringWriter lines = new StringWriter();
        int count = run.library().marks().exportTo(lines);
        run.host().out().write(lines.toString());
        return count;
    }

    private int toFile(Path file) throws IOException {
        boolean replace =
                !Files.exists(file) || new Prompt(run).yes("Replace " + file + ", which is there?");
        if (!replace) {
            throw new Failure(
                    ErrorCode.CONFIRMATION_NEEDED, file + " is there already and was not replaced");
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            return run.library().marks().exportTo(out);
        }
    }

    ExitCode read() {
        try (Reader in = open()) {
            ImportedMarks came = run.library().marks().importFrom(new BufferedReader(in));
            for (String refused : came.refused()) {
                run.report(new Failure(ErrorCode.BAD_LINE, name + ": " + refused));
            }
            run.note(
                    Sizes.count(came.taken(), "line")
                            + " taken over; what was there already stays");
            return came.refused().isEmpty() ? ExitCode.OK : ExitCode.UNREADABLE;
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Failure(
                    ErrorCode.FILE_MISSING, "no such file: " + name, "Check the spelling");
        } catch (UncheckedIOException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Failure unreadable(String why) {
        return new Failure(ErrorCode.FILE_UNREADABLE, name + " cannot be read as text: " + why);
    }

    private Reader open() throws IOException {
        return name.equals(STANDARD)
                ? new InputStreamReader(run.input(), StandardCharsets.UTF_8)
                : Files.newBufferedReader(run.host().path(name));
    }
}
