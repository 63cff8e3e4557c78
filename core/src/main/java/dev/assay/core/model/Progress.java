package dev.assay.core.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a job is.
 *
 * @param phase what is being done
 * @param filesDone files finished in this phase
 * @param filesTotal files of this phase, 0 while not known
 * @param bytesDone bytes finished in this phase
 * @param bytesTotal bytes of this phase, 0 while not known
 * @param current the file at hand
 * @param currentDone bytes of that file finished
 * @param currentTotal size of that file
 */
public record Progress(
        Phase phase,
        long filesDone,
        long filesTotal,
        long bytesDone,
        long bytesTotal,
        Optional<Path> current,
        long currentDone,
        long currentTotal) {

    /** The phases of a job, in their order. */
    public enum Phase {
        /** Finding files. */
        WALK,
        /** Reading headers. */
        HEADERS,
        /**
         * Computing digests. Those of small new files are computed while headers are read; when no
         * others are wanted, the phase is told once, at its end.
         */
        HASH,
        /** Asking providers. */
        IDENTIFY,
        /** Reading files again. */
        VERIFY
    }
}
