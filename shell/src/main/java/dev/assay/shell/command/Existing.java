package dev.assay.shell.command;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files for commands that need no catalog: paths that are there, and what other selectors mean in
 * the catalog. What is not there is reported and stops nothing.
 */
public final class Existing {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{8,}");

    private final Invocation run;
    private final List<Path> found = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private int missing;

    private Existing(Invocation run) {
        this.run = run;
    }

    /**
     * What was found.
     *
     * @param paths in the order of the words, those that filters mean at the end
     * @param missing how many words mean nothing
     */
    public record Found(List<Path> paths, int missing) {
        /** Copies the list. */
        public Found {
            paths = List.copyOf(paths);
        }
    }

    /** {@return what the words mean} */
    public static Found of(Invocation run, List<String> typed, String example) {
        if (typed.isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING, "which files?", "For example: " + example);
        }
        Existing words = new Existing(run);
        typed.forEach(words::add);
        words.addFiltered();
        return new Found(words.found, words.missing);
    }

    private void add(String word) {
        Path path = run.host().path(word);
        if (Files.exists(path) || Files.isSymbolicLink(path)) {
            found.add(path);
            return;
        }
        Optional<List<Path>> places = new Places(run).of(word);
        boolean filter = places.isEmpty() && run.hasCatalog() && isFilter(word);
        if (filter) {
            filters.add(word);
        } else if (places.isEmpty()
                || places.get().isEmpty()
                || !Files.exists(places.get().getFirst())) {
            report(word);
        } else {
            found.addAll(places.get());
        }
    }

    /** A mistyped name of a file is no filter: it has a colon, is a glob or a digest. */
    private static boolean isFilter(String word) {
        return word.contains(":") || Glob.isGlob(word) || HEX.matcher(word).matches();
    }

    private void addFiltered() {
        if (filters.isEmpty()) {
            return;
        }
        List<Path> fitting = Rows.paths(new Selection(run).entries(filters));
        found.addAll(fitting);
        if (fitting.isEmpty()) {
            report(String.join(" ", filters));
        }
    }

    private void report(String word) {
        missing++;
        run.report(
                new Failure(ErrorCode.FILE_MISSING, "no such file: " + word)
                        .with("path", run.host().path(word).toString()));
    }
}
