package dev.assay.shell.embedding;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Programs that embed Assay, as source that the java command runs. */
final class Programs {
    static final Path EMBEDDER = of("Embedder.java");
    static final Path CYCLES = of("Cycles.java");

    private Programs() {}

    private static Path of(String name) {
        try {
            return Path.of(Objects.requireNonNull(Programs.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
