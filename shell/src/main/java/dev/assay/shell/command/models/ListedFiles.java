package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.VerifyRequest.Reference;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The files that a list of checksums names: all of them, whether the catalog knows them or not, or
 * those that the selectors mean.
 */
final class ListedFiles {
    private final Invocation run;
    private final Selection selection;
    private final Set<Path> listed;

    ListedFiles(Invocation run, Reference.Digests list) {
        this.run = run;
        this.selection = new Selection(run);
        this.listed = list.byPath().keySet();
    }

    List<CatalogEntry> of(List<String> words) {
        boolean all = words.isEmpty() && run.session().within().isEmpty();
        List<CatalogEntry> files =
                listed.stream()
                        .filter(all ? _ -> true : meant(words))
                        .sorted()
                        .map(this::entry)
                        .toList();
        if (files.isEmpty()) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "the list names no file of " + String.join(" ", words),
                    "Without selectors every listed file is verified");
        }
        return files;
    }

    private Predicate<Path> meant(List<String> words) {
        Set<Path> fitting =
                selection.entries(words).stream()
                        .map(one -> one.file().path())
                        .collect(Collectors.toSet());
        long unlisted = fitting.stream().filter(path -> !listed.contains(path)).count();
        if (unlisted > 0) {
            run.note("not in the list and passed by: " + Sizes.count(unlisted, "file"));
        }
        List<Path> places = places(words);
        return path -> fitting.contains(path) || places.stream().anyMatch(path::startsWith);
    }

    /** Where the words say that files are, if that is all they say: the catalog is not asked. */
    private List<Path> places(List<String> words) {
        List<Path> places = new ArrayList<>();
        for (String word : words) {
            Optional<List<Path>> found = selection.places(word);
            if (found.isEmpty()) {
                return List.of();
            }
            places.addAll(found.get());
        }
        return places;
    }

    private CatalogEntry entry(Path path) {
        Optional<CatalogEntry> known =
                run.hasCatalog() ? run.library().entry(path) : Optional.empty();
        return known.orElseGet(() -> CatalogEntry.unknown(path, size(path)));
    }

    private static long size(Path path) {
        try {
            return Files.isRegularFile(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
