package dev.assay.core.internal.hash;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashOutcome;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes {@link FileHashes}. */
final class Results {
    private static final String CONNECT =
            "Check that the drive or share is connected, then scan again";

    private Results() {}

    static FileHashes ok(List<HashOutcome> outcomes, List<Integer> blockCrcs, long bytesRead) {
        return new FileHashes(FileState.OK, outcomes, blockCrcs, bytesRead, Optional.empty());
    }

    static FileHashes failed(Path path, IOException e, long bytesRead) {
        return switch (e) {
            case OpenFile.ChangedException _ ->
                    failed(
                            path,
                            FileState.CHANGING,
                            bytesRead,
                            "The file changed while it was read",
                            "Wait until nobody writes to it, then scan again");
            case NoSuchFileException _ ->
                    unreadable(path, bytesRead, "There is no such file", "Check the path");
            case AccessDeniedException _ ->
                    unreadable(
                            path,
                            bytesRead,
                            "No permission to read it",
                            "Give yourself read permission, then scan again");
            case SilentException silent -> unreadable(path, bytesRead, reason(silent), CONNECT);
            case ClosedByInterruptException _ ->
                    unreadable(path, bytesRead, "Reading was interrupted", "Scan again");
            default ->
                    unreadable(
                            path,
                            bytesRead,
                            "Reading failed: " + reason(e),
                            "Check the disk or the connection to it, then scan again");
        };
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static FileHashes unreadable(Path path, long read, String message, String remedy) {
        return failed(path, FileState.UNREADABLE, read, message, remedy);
    }

    private static FileHashes failed(
            Path path, FileState state, long bytesRead, String message, String remedy) {
        FileProblem problem = new FileProblem(path, FileProblem.Stage.HASH, message, remedy);
        return new FileHashes(state, List.of(), List.of(), bytesRead, Optional.of(problem));
    }
}
