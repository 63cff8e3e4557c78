package dev.assay.shell.command.digest;

import dev.assay.shell.render.RawPath;
import java.nio.file.Path;

/** A name on a line of its own: a backslash or a line break in it is written as coreutils do. */
public final class EscapedName {
    private EscapedName() {}

    /** {@return the bytes of the path, behind a backslash when something in it is escaped} */
    public static byte[] of(Path path) {
        return HashLine.shown(Octets.of(RawPath.bytes(path))).bytes();
    }
}
