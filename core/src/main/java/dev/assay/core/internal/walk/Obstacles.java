package dev.assay.core.internal.walk;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileProblem.Stage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Says in words what stood in the way of a walk. */
final class Obstacles {
    private static final String NOTHING_ELSE = "Nothing else is affected";
    private static final String CONNECT =
            "Check that the drive or share is connected, then scan again";

    private static final String RECONNECT =
            "Check whether it was moved, and that the drive or share is connected";

    private Obstacles() {}

    static FileProblem folder(Path path, IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> denied(path, "The folder may not be read");
            case NoSuchFileException _ ->
                    problem(path, "The folder vanished while the tree was read", NOTHING_ELSE);
            default -> problem(path, "The folder cannot be read: " + reason(e), NOTHING_ELSE);
        };
    }

    /** {@return what is wrong with the place that a walk was to start at} */
    static FileProblem root(Path path, IOException e) {
        return entry(path, e)
                .orElseGet(() -> problem(path, "There is no such file or folder", RECONNECT));
    }

    /** {@return what is wrong with an entry; nothing when it was removed a moment ago} */
    static Optional<FileProblem> entry(Path path, IOException e) {
        if (e instanceof AccessDeniedException) {
            return Optional.of(denied(path, "May not be looked at"));
        }
        if (e instanceof NoSuchFileException) {
            return Files.isSymbolicLink(path)
                    ? Optional.of(
                            problem(
                                    path,
                                    "Is a link to something that is not there",
                                    "Remove the link, or connect the drive it points to"))
                    : Optional.empty();
        }
        String reason = reason(e);
        if (reason.contains("symbolic links")) {
            return Optional.of(
                    problem(path, "Is a link that leads back to itself", "Remove the link"));
        }
        return Optional.of(problem(path, "Cannot be looked at: " + reason, NOTHING_ELSE));
    }

    static FileProblem special(Path path) {
        return problem(path, "Is a pipe, socket or device and was not opened", NOTHING_ELSE);
    }

    static FileProblem unfinished(Path path) {
        return problem(
                path,
                "Is a download that has not ended",
                "Let it finish, or remove it, then scan again");
    }

    static FileProblem silent(Path path, Duration limit) {
        return problem(
                path,
                "Did not answer for %d s and was given up".formatted(limit.toSeconds()),
                CONNECT);
    }

    static FileProblem dead(Path path) {
        return problem(path, "Was not read: its file system does not answer", CONNECT);
    }

    private static FileProblem denied(Path path, String message) {
        return problem(
                path,
                message + ": permission denied",
                "Give yourself the right to read it, then scan again");
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException said && said.getReason() != null) {
            return said.getReason();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static FileProblem problem(Path path, String message, String remedy) {
        return new FileProblem(path, Stage.WALK, message, remedy);
    }
}
