package dev.assay.shell.command.models;

import dev.assay.core.model.VerifiedFile;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Prompt;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The file of {@code --combined}. What is there is replaced if it is the report of an earlier run
 * or somebody agrees, and a file of the catalog never is.
 */
final class CombinedFile {
    private final Invocation run;
    private final Path file;

    CombinedFile(Invocation run, String name) {
        this.run = run;
        this.file = run.host().path(name);
    }

    /** Refuses what may not be replaced; called first, since reading files may take hours. */
    void check() {
        try {
            if (Files.isDirectory(file)) {
                throw unwritable("it is a folder");
            }
            if (Files.isRegularFile(file)) {
                checkThere();
            }
        } catch (IOException e) {
            throw unwritable(e.toString());
        }
    }

    private void checkThere() throws IOException {
        if (isKnown(file) || isKnown(file.toRealPath())) {
            throw new Failure(
                    ErrorCode.OUTPUT_FAILED,
                    file + " is in the catalog and is never replaced",
                    "Name another file: assay verify --combined verified.txt");
        }
        if (!isReport() && !new Prompt(run).yes("Replace " + file + ", which is there?")) {
            throw new Failure(
                    ErrorCode.CONFIRMATION_NEEDED, file + " is there already and was not replaced");
        }
    }

    private boolean isKnown(Path path) {
        return run.hasCatalog()
                && run.library().entry(path.toAbsolutePath().normalize()).isPresent();
    }

    /** {@return whether every line is a mark and an absolute path, and there is nothing else} */
    private boolean isReport() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int first = in.read();
            while (first >= 0) {
                if (!isLine(first, in)) {
                    return false;
                }
                first = in.read();
            }
            return true;
        }
    }

    private static boolean isLine(int mark, InputStream in) throws IOException {
        if (VerifyView.MARKS.indexOf(mark) < 0 || in.read() != ' ') {
            return false;
        }
        int next = in.read();
        if ((next == '\\' ? in.read() : next) != '/') {
            return false;
        }
        do {
            next = in.read();
        } while (next > 0 && next != '\n');
        return next == '\n';
    }

    /**
     * Writes a line a file, beside what is there and then in its place: a model of which this is
     * another name, a hard link, stays as it is.
     */
    void write(List<VerifiedFile> all) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeTo(file, all);
                return;
            }
            Path target = Files.exists(file) ? file.toRealPath() : file;
            Path fresh = RawPath.beside(target, ".assay-report.part");
            writeTo(fresh, all);
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e.toString());
        }
    }

    /** Says that it stays as it is, since not every file was read. */
    void leave() {
        run.note(
                "%s was not written, since not every file was read%s"
                        .formatted(file, Files.exists(file) ? "; what it says is older" : ""));
    }

    private static void writeTo(Path target, List<VerifiedFile> all) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (VerifiedFile one : all) {
                VerifyView.combined(one, out);
            }
        }
    }

    private Failure unwritable(String why) {
        return new Failure(ErrorCode.OUTPUT_FAILED, file + " cannot be written: " + why);
    }
}
