package dev.assay.shell.command.digest;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.HashNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the SHA-256 of files should be, by a file of checksums. */
public final class Sha256Sums {
    private static final HashId SHA256 = HashId.of("sha256");
    private static final Map<HashId, Integer> DIGITS = Map.of(SHA256, 64);

    private Sha256Sums() {}

    /** {@return the SHA-256 of each file that the list names, by absolute path} */
    public static Map<Path, Digest> read(Invocation run, String name) {
        HashNames names = new HashNames(run.library().algorithms());
        Map<Path, Digest> digests = new HashMap<>();
        LineReader reader = new LineReader(names);
        int others = 0;
        for (Octets line : SumFile.read(run, name).lines()) {
            Optional<HashLine> right =
                    reader.read(line)
                            .filter(one ->
                                    one.recipe(Optional.empty(), DIGITS)
                                            .equals(Optional.of(SHA256)));
            right.ifPresent(one -> put(digests, run, name, one));
            others += right.isPresent() || SumFile.isComment(line) ? 0 : 1;
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
}
