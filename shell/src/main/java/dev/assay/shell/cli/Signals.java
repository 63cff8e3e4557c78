package dev.assay.shell.cli;

import dev.assay.core.model.Cancellation;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ctrl-C and SIGTERM: the first stops the running job gently, so that finished files are kept; the
 * second, or a job that does not stop in time, ends the process at once. The catalog survives that
 * too.
 */
final class Signals {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Session session;
    private final Host host;
    private final AtomicReference<Optional<ExitCode>> stoppedBy =
            new AtomicReference<>(Optional.empty());

    Signals(Session session, Host host) {
        this.session = session;
        this.host = host;
    }

    /** Listens from now on; until then the JVM ends the process at once, with the same numbers. */
    void install() {
        org.jline.utils.Signals.register("INT", () -> stop(ExitCode.INTERRUPTED));
        org.jline.utils.Signals.register("TERM", () -> stop(ExitCode.TERMINATED));
    }

    /** {@return the signal that ended the work, if one did} */
    Optional<ExitCode> stoppedBy() {
        return stoppedBy.get();
    }

    private void stop(ExitCode exit) {
        if (exit == ExitCode.INTERRUPTED && session.console().isLent()) {
            return; // meant for the program on the screen
        }
        Optional<Cancellation> job = session.foreground();
        boolean again = stoppedBy.getAndSet(Optional.of(exit)).isPresent();
        if (again || job.isEmpty()) {
            Runtime.getRuntime().halt(exit.number());
        }
        job.ifPresent(Cancellation::cancel);
        say(exit);
        Thread.ofPlatform().daemon().start(() -> haltLater(exit));
    }

    private void say(ExitCode exit) {
        if (exit == ExitCode.INTERRUPTED && host.errLook().terminal()) {
            host.err().write("\nStopping after the current blocks; Ctrl-C again stops at once.\n");
            host.err().flush();
        }
    }

    private static void haltLater(ExitCode exit) {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            return;
        }
        Runtime.getRuntime().halt(exit.number());
    }
}
