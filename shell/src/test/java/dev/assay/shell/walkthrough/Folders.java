package dev.assay.shell.walkthrough;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that the test made itself, where a short path matters. */
final class Folders {
    private Folders() {}

    /** Deletes what is there; what a program that is just ending adds meanwhile stays in /tmp. */
    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            deleteUnlessFull(path);
        }
    }

    private static void deleteUnlessFull(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException e) {
            // a program that was told to end still wrote
        }
    }
}
