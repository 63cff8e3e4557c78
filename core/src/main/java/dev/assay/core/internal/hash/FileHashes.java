package dev.assay.core.internal.hash;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What came of hashing one file.
 *
 * @param state {@link FileState#OK}; {@link FileState#CHANGING} when the file changed under the
 *     reader; {@link FileState#UNREADABLE} when it could not be read
 * @param outcomes one for each hash asked for, in that order; empty unless the state is OK
 * @param blockCrcs the CRC-32 of every {@link BlockCrcs#BLOCK} bytes of the file, in file order;
 *     empty unless the whole file was read
 * @param bytesRead how many bytes of the file were read
 * @param problem why there are no outcomes
 */
public record FileHashes(
        FileState state,
        List<HashOutcome> outcomes,
        List<Integer> blockCrcs,
        long bytesRead,
        Optional<FileProblem> problem) {

    /** Copies the lists. */
    public FileHashes {
        outcomes = List.copyOf(outcomes);
        blockCrcs = List.copyOf(blockCrcs);
    }
}
