package dev.assay.shell.config;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Changes single settings of a TOML file and leaves its comments and order alone. Knows the plain
 * form that people write, a {@code [section]} with {@code key = value} lines; what it wrote is read
 * back, and a file it would damage is left as it was.
 */
public final class TomlEdit {
    private final Path file;

    /** Edits this file, which need not exist yet. */
    public TomlEdit(Path file) {
        this.file = file;
    }

    /** Sets a dotted key. */
    public void set(String key, String value) {
        List<String> lines = lines();
        String line = last(key) + " = " + literal(value);
        int at = find(lines, key);
        if (at >= 0) {
            lines.set(at, line);
        } else {
            insert(lines, section(key), line);
        }
        write(lines);
        verify(key, Optional.of(value));
    }

    /** {@return whether the key was there to be removed} */
    public boolean unset(String key) {
        List<String> lines = lines();
        int at = find(lines, key);
        if (at < 0) {
            return false;
        }
        lines.remove(at);
        write(lines);
        verify(key, Optional.empty());
        return true;
    }

    private static int find(List<String> lines, String key) {
        Pattern assignment = Pattern.compile("^\\s*" + Pattern.quote(last(key)) + "\\s*=.*");
        String current = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.startsWith("[")) {
                current = line.replaceAll("[\\[\\]\\s]|#.*", "");
            } else if (current.equals(section(key)) && assignment.matcher(line).matches()) {
                return at;
            }
        }
        return -1;
    }

    private static void insert(List<String> lines, String section, String line) {
        if (section.isEmpty()) {
            lines.add(0, line); // before the first heading, below which it would belong to that
            return;
        }
        int header = lines.indexOf("[" + section + "]");
        if (header >= 0) {
            lines.add(header + 1, line);
            return;
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add("[" + section + "]");
        lines.add(line);
    }

    private void verify(String key, Optional<String> expected) {
        Optional<String> found = Optional.ofNullable(TomlFile.read(file).values().get(key));
        if (!found.equals(expected)) {
            throw new Failure(
                    ErrorCode.BAD_CONFIG,
                    file + " is written in a way that cannot be changed from here",
                    "Edit it by hand: " + key);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file)
                    ? new ArrayList<>(Files.readAllLines(file))
                    : new ArrayList<>();
        } catch (IOException e) {
            throw new Failure(ErrorCode.BAD_CONFIG, file + " cannot be read: " + e.getMessage());
        }
    }

    private void write(List<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, lines);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure(ErrorCode.OUTPUT_FAILED, file + " cannot be written: " + e);
        }
    }

    private static String literal(String value) {
        return value.matches("true|false|-?(0|[1-9]\\d{0,17})")
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String section(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
