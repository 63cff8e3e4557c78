package dev.assay.shell.command.digest;

import dev.assay.shell.render.RawPath;
import dev.assay.shell.run.Host;
import java.nio.file.Path;
import java.util.List;

/**
 * Calls files by the names that were typed, as {@code sha256sum} does, byte for byte.
 *
 * @param host where the names were typed
 * @param typed the words of the command
 */
record TypedNames(Host host, List<String> typed) {
    /** {@return what the file is called: as typed, below a folder as typed, else by its path} */
    Octets of(Path file) {
        Path path = absolute(file);
        for (String word : typed) {
            Path named = absolute(host.path(word));
            if (path.equals(named)) {
                return Octets.of(word);
            }
            if (path.startsWith(named)) {
                Octets folder = Octets.of(Path.of(word).toString());
                return Octets.of(RawPath.below(named, path)).below(folder);
            }
        }
        return Octets.of(RawPath.bytes(file));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
