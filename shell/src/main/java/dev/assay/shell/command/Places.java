package dev.assay.shell.command;

import dev.assay.core.query.FilterKey;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.LastResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that say where files are: {@code %3}, {@code _}, {@code comfy:loras/}, a glob, a path. A
 * path need not be there when it can be nothing else, so that what is gone can be named too.
 */
final class Places {
    private static final Pattern ROW = Pattern.compile("(?:%|row:)(\\d+)(?:-(\\d+))?");
    private static final Pattern ROOTED = Pattern.compile("([a-z][a-z0-9_-]*):(?!//)(.*)");

    private final Invocation run;

    Places(Invocation run) {
        this.run = run;
    }

    /** {@return the paths that the word means, absolute; nothing when it says something else} */
    Optional<List<Path>> of(String word) {
        if (word.equals("_") || ROW.matcher(word).matches()) {
            return Optional.of(rows(word));
        }
        Path path = run.host().path(word).toAbsolutePath().normalize();
        if (Files.exists(path) || Files.isSymbolicLink(path)) {
            return Optional.of(List.of(path));
        }
        Optional<List<Path>> rooted = rooted(word);
        if (rooted.isPresent()) {
            return rooted;
        }
        if (Glob.isGlob(word) && word.contains("/")) {
            return Optional.of(new Glob(run.host().path("")).expand(word));
        }
        return looksLikeAPath(word) ? Optional.of(List.of(path)) : Optional.empty();
    }

    static boolean looksLikeAPath(String word) {
        return word.startsWith("/")
                || word.startsWith("./")
                || word.startsWith("../")
                || word.startsWith("~/")
                || (word.contains("/") && !word.contains(":"));
    }

    /** {@return the folder of the root that the word names} */
    Optional<Path> root(String word) {
        Matcher matcher = ROOTED.matcher(word);
        if (!matcher.matches() || FilterKey.of(matcher.group(1)).isPresent() || !run.hasCatalog()) {
            return Optional.empty();
        }
        return Optional.ofNullable(run.library().roots().named().get(matcher.group(1)));
    }

    /** The name of a root, and maybe a path or a glob below it. */
    private Optional<List<Path>> rooted(String word) {
        String below = word.substring(word.indexOf(':') + 1);
        return root(word)
                .map(path ->
                        Glob.isGlob(below)
                                ? new Glob(path).expand(below)
                                : List.of(path.resolve(below).normalize()));
    }

    private List<Path> rows(String word) {
        List<Path> rows = new LastResult(run).rows();
        if (rows.isEmpty()) {
            throw new Failure(
                    ErrorCode.NO_MATCH, "no list was shown in this terminal yet", "Run: assay ls");
        }
        Matcher range = ROW.matcher(word);
        if (!range.matches()) {
            return rows;
        }
        int first = number(range.group(1));
        int last = range.group(2) == null ? first : number(range.group(2));
        if (first < 1 || first > last || last > rows.size()) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "no row " + word + ": the last list had " + rows.size(),
                    "List again: assay ls");
        }
        return rows.subList(first - 1, last);
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
