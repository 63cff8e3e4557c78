package dev.assay.core.internal.catalog;

import dev.assay.core.Library;
import dev.assay.core.internal.walk.PathText;
import dev.assay.core.internal.walk.TreeWalk;
import dev.assay.core.internal.walk.WalkOptions;
import dev.assay.core.internal.walk.WalkSink;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Scans a folder in one process and opens its files again from the catalog in the next. */
final class NamesChild {
    private NamesChild() {}

    /** {@code scan FOLDER CATALOG}, {@code reopen - CATALOG} or {@code whole FOLDER CATALOG}. */
    public static void main(String[] args) {
        if (args[0].equals("whole")) {
            whole(Path.of(args[1]), Path.of(args[2]));
            return;
        }
        try (Catalog catalog = Catalog.open(Path.of(args[2]), Clock.systemUTC(), "1")) {
            if (args[0].equals("scan")) {
                scan(catalog, Path.of(args[1]));
            } else {
                reopen(catalog);
            }
        }
    }

    /** As a program that embeds the library scans. */
    private static void whole(Path root, Path catalog) {
        try (Library library = Library.builder().catalog(catalog).open()) {
            ScanReport report =
                    library.scan(ScanRequest.of(root), JobListener.NONE, new Cancellation());
            report.entries().forEach(entry -> System.out.println("entry"));
            report.problems().stream()
                    .filter(problem -> problem.message().contains("not there"))
                    .forEach(problem -> System.out.println(problem.message()));
        }
    }

    private static void scan(Catalog catalog, Path root) {
        ScanSession session = catalog.scan(root);
        WalkSink sink =
                new WalkSink() {
                    @Override
                    public void files(List<FileStat> files) {
                        for (Known known : session.lookUp(files)) {
                            System.out.println(known.getClass().getSimpleName());
                            session.save(Samples.light(root, known.file().path()), List.of());
                        }
                    }

                    @Override
                    public void problem(FileProblem problem) {
                        System.out.println("problem " + problem.message());
                    }
                };
        TreeWalk.walk(root, WalkOptions.models(), sink, new Cancellation());
    }

    /** Each file holds its own number. */
    private static void reopen(Catalog catalog) {
        try (Stream<CatalogEntry> entries = catalog.entries()) {
            entries.forEach(entry -> {
                Path path = entry.file().path();
                System.out.println("text " + ascii(PathText.of(path)));
                System.out.println("read " + read(path));
                boolean found = catalog.entry(path).isPresent();
                System.out.println(found ? "found" : "lost");
            });
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process prints in the C locale is ASCII. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(c < 0x7F && c >= ' ' ? (char) c : '?'));
        return plain + (text.chars().anyMatch(Character::isISOControl) ? " HAS CONTROLS" : "");
    }
}
