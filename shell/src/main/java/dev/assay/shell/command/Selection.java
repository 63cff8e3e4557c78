package dev.assay.shell.command;

import dev.assay.core.model.CatalogEntry;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.LastResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the files of the catalog that the words on the command line mean. */
final class Selection {
    private static final Pattern HASH = Pattern.compile("([a-z0-9-]+:)?[0-9A-Fa-f]{6,128}");
    private static final Pattern ROW = Pattern.compile("(?:%|row:)(\\d+)(?:-(\\d+))?");

    private final Invocation run;

    Selection(Invocation run) {
        this.run = run;
    }

    /** {@return the entries that every word fits; all of them without a word} */
    List<CatalogEntry> entries(List<String> words) {
        if (!run.hasCatalog()) {
            return List.of();
        }
        List<Predicate<CatalogEntry>> filters = words.stream().map(this::filter).toList();
        try (var all = run.library().entries()) {
            return all.filter(entry -> filters.stream().allMatch(filter -> filter.test(entry)))
                    .toList();
        }
    }

    /** {@return the paths that the words mean, whether the catalog knows them or not} */
    List<Path> paths(List<String> words) {
        List<Path> paths = new ArrayList<>();
        for (String word : words) {
            Path path = run.host().path(word);
            if (Files.exists(path)) {
                paths.add(path.toAbsolutePath().normalize());
            } else {
                List<CatalogEntry> found = entries(List.of(word));
                if (found.isEmpty()) {
                    throw nothing(word);
                }
                paths.addAll(Rows.paths(found));
            }
        }
        return paths;
    }

    static Failure nothing(String word) {
        boolean looksLikePath = word.contains("/") || word.contains("\\");
        return looksLikePath
                ? new Failure(ErrorCode.FILE_MISSING, "no such file: " + word)
                : new Failure(ErrorCode.NO_MATCH, "no model fits " + word);
    }

    private Predicate<CatalogEntry> filter(String word) {
        if (word.equals("_") || ROW.matcher(word).matches()) {
            return in(rows(word));
        }
        Path path = run.host().path(word).toAbsolutePath().normalize();
        if (Files.exists(path)) {
            return entry -> entry.file().path().startsWith(path);
        }
        if (HASH.matcher(word).matches()) {
            String hex = word.substring(word.indexOf(':') + 1);
            List<Path> found = Rows.paths(run.library().entriesByHash(hex));
            if (!found.isEmpty()) {
                return in(found);
            }
        }
        String name = word.toLowerCase(Locale.ROOT);
        return entry -> entry.file().path().toString().toLowerCase(Locale.ROOT).contains(name);
    }

    private List<Path> rows(String word) {
        List<Path> rows = new LastResult(run).rows();
        if (rows.isEmpty()) {
            throw new Failure(
                    ErrorCode.NO_MATCH, "no list was shown in this terminal yet", "Run: assay ls");
        }
        var range = ROW.matcher(word);
        if (!range.matches()) {
            return rows;
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (first < 1 || first > last || last > rows.size()) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "no row " + word + ": the last list had " + rows.size(),
                    "List again: assay ls");
        }
        return rows.subList(first - 1, last);
    }

    private static Predicate<CatalogEntry> in(List<Path> paths) {
        return entry -> paths.contains(entry.file().path());
    }
}
