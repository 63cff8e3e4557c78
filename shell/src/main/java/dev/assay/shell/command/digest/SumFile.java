package dev.assay.shell.command.digest;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.HashNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of checksums, as {@code sha256sum} writes it, with or without {@code -z}.
 *
 * @param name as it was typed; {@code -} is standard input
 * @param content all of it
 */
public record SumFile(String name, Octets content) {
    private static final HashId SHA256 = HashId.of("sha256");
    private static final Map<HashId, Integer> DIGITS = Map.of(SHA256, 64);
    private static final String STANDARD = "-";
    private static final String NUL = "\0";

    /** {@return the SHA-256 of each file that the list names, by absolute path} */
    public static Map<Path, Digest> sha256(Invocation run, String name) {
        HashNames names = new HashNames(run.library().algorithms());
        Map<Path, Digest> digests = new HashMap<>();
        int others = 0;
        for (Octets line : read(run, name).lines()) {
            Optional<HashLine> right =
                    HashLine.read(line, names)
                            .filter(one ->
                                    one.recipe(Optional.empty(), DIGITS)
                                            .equals(Optional.of(SHA256)));
            right.ifPresent(one -> put(digests, run, name, one));
            others += right.isPresent() || isComment(line) ? 0 : 1;
        }
        if (digests.isEmpty()) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    name + " has no line with a SHA-256",
                    "Make such a file: assay hash FOLDER > models.sha256");
        }
        if (others > 0) {
            run.note(
                    "%s of %s %s no SHA-256 and passed by; assay hash -c %s checks them all"
                            .formatted(
                                    Sizes.count(others, "line"),
                                    name,
                                    others == 1 ? "is" : "are",
                                    name));
        }
        return digests;
    }

    private static void put(Map<Path, Digest> digests, Invocation run, String name, HashLine line) {
        Path path = line.name().path(run.host()).toAbsolutePath().normalize();
        Digest digest = new Digest(SHA256, line.hex());
        Digest before = digests.put(path, digest);
        if (before != null && !before.equals(digest)) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    name + " has two different SHA-256 of " + path,
                    "Remove the line that is wrong");
        }
    }

    /** {@return whether a line is there for people, or for nobody} */
    static boolean isComment(Octets line) {
        return line.chars().isBlank() || line.chars().startsWith("#");
    }

    static SumFile read(Invocation run, String name) {
        return new SumFile(name, Octets.of(bytes(run, name)));
    }

    /** {@return whether its lines end with NUL, which no name holds and no other list has} */
    boolean endsWithNul() {
        return content.chars().contains(NUL);
    }

    List<Octets> lines() {
        Stream<String> lines =
                endsWithNul() ? Arrays.stream(content.chars().split(NUL)) : content.chars().lines();
        return lines.map(Octets::new).toList();
    }

    /**
     * {@return this list, which ends its lines as was said}
     *
     * @param nul whether that was with NUL
     */
    SumFile ending(boolean nul) {
        if (nul == endsWithNul() || content.chars().isEmpty()) {
            return this;
        }
        throw nul
                ? new Failure(
                        ErrorCode.BAD_VALUE,
                        name + " has no line that ends with NUL",
                        "Check it without -z: assay hash -c " + name)
                : new Failure(
                        ErrorCode.BAD_VALUE,
                        name + " has lines that end with NUL",
                        "Check it with -z: assay hash -c -z " + name);
    }

    private static byte[] bytes(Invocation run, String name) {
        try {
            if (name.equals(STANDARD)) {
                return run.host().in().readAllBytes();
            }
            Path file = run.host().path(name);
            if (!Files.exists(file)) {
                throw new Failure(ErrorCode.FILE_MISSING, "no such file: " + name);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.FILE_UNREADABLE, name + " cannot be read: " + e.getMessage());
        }
    }
}
