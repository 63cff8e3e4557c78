package dev.assay.shell.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rows of the last list in this terminal, so that {@code %3} and {@code _} can name them in the
 * next command. Told apart by terminal, and forgotten after half a day.
 */
public final class LastResult {
    private static final Duration LIFE = Duration.ofHours(12);

    private final Optional<Path> file;

    /** The last result of the terminal that this command runs in. */
    public LastResult(Invocation run) {
        this.file =
                terminal(run.host()).map(name -> run.dirs().state().resolve("last").resolve(name));
    }

    private static Optional<String> terminal(Host host) {
        String session = host.environment().getOrDefault("ASSAY_SESSION", "");
        if (!session.isEmpty()) {
            return Optional.of(session.replaceAll("[^A-Za-z0-9_-]", "_"));
        }
        if (!host.inputIsTerminal()) {
            return Optional.empty();
        }
        try {
            String device = Path.of("/proc/self/fd/0").toRealPath().toString();
            return Optional.of(device.replaceAll("[^A-Za-z0-9_-]", "_"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Remembers these rows; a result that cannot be kept is no trouble to anybody. */
    public void remember(List<Path> rows) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.get().toAbsolutePath().getParent());
            Files.write(file.get(), rows.stream().map(path -> path.toUri().toString()).toList());
        } catch (IOException e) {
            // row numbers will not work, which their use says
        }
    }

    /** {@return the rows, if there are any that are not too old} */
    public List<Path> rows() {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return List.of();
        }
        try {
            Instant written = Files.getLastModifiedTime(file.get()).toInstant();
            return written.plus(LIFE).isBefore(Instant.now())
                    ? List.of()
                    : Files.readAllLines(file.get()).stream()
                            .map(line -> Path.of(java.net.URI.create(line)))
                            .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
