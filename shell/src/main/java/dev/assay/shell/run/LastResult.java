package dev.assay.shell.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /** {@return whether rows are remembered at all, so that the next command can name them} */
    public boolean isKept() {
        return file.isPresent();
    }

    /** Rows on their way into the file; one that cannot be kept is no trouble to anybody. */
    public static final class Writing implements Consumer<Path>, AutoCloseable {
        private @Nullable BufferedWriter file;

        private Writing(@Nullable BufferedWriter file) {
            this.file = file;
        }

        @Override
        public void accept(Path row) {
            attempt(out -> out.append(row.toUri().toString()).append('\n'));
        }

        @Override
        public void close() {
            attempt(BufferedWriter::close);
        }

        private void attempt(Work work) {
            try {
                if (file != null) {
                    work.on(file);
                }
            } catch (IOException e) {
                // row numbers will not work, which their use says
                file = null;
            }
        }

        private interface Work {
            void on(BufferedWriter out) throws IOException;
        }
    }

    /** {@return what remembers rows, in the place of those that were remembered} */
    public Writing write() {
        if (file.isEmpty()) {
            return new Writing(null);
        }
        try {
            Files.createDirectories(file.get().toAbsolutePath().getParent());
            return new Writing(Files.newBufferedWriter(file.get()));
        } catch (IOException e) {
            return new Writing(null);
        }
    }

    /** Remembers these rows. */
    public void remember(List<Path> rows) {
        try (Writing last = write()) {
            rows.forEach(last);
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
