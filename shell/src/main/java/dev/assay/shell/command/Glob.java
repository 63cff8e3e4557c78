package dev.assay.shell.command;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Patterns with {@code *}, {@code ?} and {@code []}, where no system shell expanded them. */
final class Glob {
    private final Path start;

    /** Expands from this folder. */
    Glob(Path start) {
        this.start = start;
    }

    static boolean isGlob(String word) {
        return word.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    /** {@return the files and folders that match, part by part; hidden ones only when named so} */
    List<Path> expand(String pattern) {
        List<Path> found = List.of(start.resolve(pattern.startsWith("/") ? "/" : ""));
        for (String part : pattern.split("/+", -1)) {
            if (!part.isEmpty()) {
                found = found.stream().flatMap(folder -> below(folder, part).stream()).toList();
            }
        }
        return found.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    private static List<Path> below(Path folder, String part) {
        if (!isGlob(part)) {
            Path one = folder.resolve(part);
            return Files.exists(one) ? List.of(one) : List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, part)) {
            for (Path entry : entries) {
                boolean hidden = String.valueOf(entry.getFileName()).startsWith(".");
                if (!hidden || part.startsWith(".")) {
                    found.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    /** {@return the regular expression for names that the pattern matches as a whole} */
    static String regex(String pattern) {
        StringBuilder regex = new StringBuilder("^");
        for (int at = 0; at < pattern.length(); at++) {
            char character = pattern.charAt(at);
            int end = character == '[' ? pattern.indexOf(']', at + 1) : -1;
            if (end > at + 1) {
                String inside = pattern.substring(at + 1, end).replace("\\", "\\\\");
                regex.append('[').append(inside.replaceFirst("^!", "^").replace("[", "\\["));
                regex.append(']');
                at = end;
            } else {
                regex.append(
                        switch (character) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(String.valueOf(character));
                        });
            }
        }
        return regex.append('$').toString();
    }
}
