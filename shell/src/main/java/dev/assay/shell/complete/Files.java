package dev.assay.shell.complete;

import dev.assay.shell.run.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Completes names of files and folders. */
final class Files {
    private static final int MOST = 200;

    private final Host host;

    Files(Host host) {
        this.host = host;
    }

    List<Suggestion> suggest(String typed) {
        int slash = typed.lastIndexOf('/');
        String head = typed.substring(0, slash + 1);
        String start = typed.substring(slash + 1);
        Path folder = host.path(head.isEmpty() ? "." : head);
        try (Stream<Path> entries = java.nio.file.Files.list(folder)) {
            return entries.filter(path -> isMeant(name(path), start))
                    .sorted()
                    .limit(MOST)
                    .map(path -> suggestion(head, path))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    private static boolean isMeant(String name, String start) {
        return name.startsWith(start) && (!name.startsWith(".") || start.startsWith("."));
    }

    private static Suggestion suggestion(String head, Path path) {
        boolean folder = java.nio.file.Files.isDirectory(path);
        return new Suggestion(head + name(path) + (folder ? "/" : ""), "", "files", !folder);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
