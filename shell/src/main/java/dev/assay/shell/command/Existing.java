package dev.assay.shell.command;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Paths on the command line: those that are there; the others are reported and stop nothing. */
public final class Existing {
    private Existing() {}

    /** {@return the paths that are there} */
    public static List<Path> of(Invocation run, List<String> typed, String example) {
        if (typed.isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING, "which files?", "For example: " + example);
        }
        List<Path> found = new ArrayList<>();
        for (String word : typed) {
            Path path = run.host().path(word);
            if (Files.exists(path) || Files.isSymbolicLink(path)) {
                found.add(path);
            } else {
                run.report(
                        new Failure(ErrorCode.FILE_MISSING, "no such file: " + word)
                                .with("path", path.toString()));
            }
        }
        return found;
    }
}
