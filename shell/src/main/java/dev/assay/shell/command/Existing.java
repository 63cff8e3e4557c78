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
    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.+-]*");
    private static final Pattern WITH_ENDING = Pattern.compile(".*\\.[A-Za-z][A-Za-z0-9_]*");

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
        if (places.isPresent()) {
            add(word, places.get());
        } else if (run.hasCatalog() && (isFilter(word) || isBare(word))) {
            filters.add(word);
        } else {
            report(word);
        }
    }

    private void add(String word, List<Path> places) {
        Optional<Path> away = new Places(run).root(word).filter(Presence::isAway);
        if (away.isPresent()) {
            report(away(word, away.get()));
        } else if (places.isEmpty() || Presence.isMissing(places.getFirst())) {
            report(word);
        } else {
            found.addAll(places);
        }
    }

    /** What no name of a file looks like: it has a colon, is a glob or a digest. */
    private static boolean isFilter(String word) {
        return word.contains(":") || Glob.isGlob(word) || HEX.matcher(word).matches();
    }

    /**
     * A word without an ending may be part of a name. One with an ending is the name of a file
     * here: a script must not get the digest of another file that is called so elsewhere.
     */
    private static boolean isBare(String word) {
        return BARE.matcher(word).matches() && !WITH_ENDING.matcher(word).matches();
    }

    private void addFiltered() {
        if (filters.isEmpty()) {
            return;
        }
        List<Path> fitting = Rows.paths(new Selection(run).entries(filters));
        boolean bare = filters.stream().noneMatch(Existing::isFilter);
        if (fitting.isEmpty()) {
            (bare ? filters : List.of(String.join(" ", filters))).forEach(this::report);
        } else if (bare && fitting.size() > 1) {
            throw ambiguous(String.join(" ", filters), fitting.size());
        }
        found.addAll(fitting);
    }

    /** Too easily a mistyped name fits something that is not meant. */
    private static Failure ambiguous(String words, int count) {
        return new Failure(
                ErrorCode.AMBIGUOUS,
                "no file is called " + words + " here, and " + count + " models fit it",
                "List them: assay ls " + words + "; to take all of them, say name:" + words);
    }

    private static Failure away(String word, Path folder) {
        String root = word.substring(0, word.indexOf(':') + 1);
        return new Failure(
                        ErrorCode.FILE_MISSING,
                        "the folder of " + root + " is not there now, or empty: " + folder,
                        "Connect the drive or share that it lies on; all roots: assay root ls")
                .with("path", folder.toString());
    }

    private void report(String word) {
        report(
                new Failure(ErrorCode.FILE_MISSING, "no such file: " + word)
                        .with("path", run.host().path(word).toString()));
    }

    private void report(Failure failure) {
        missing++;
        run.report(failure);
    }
}
