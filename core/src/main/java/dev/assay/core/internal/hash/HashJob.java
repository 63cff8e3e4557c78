package dev.assay.core.internal.hash;

import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file to hash.
 *
 * @param path the file
 * @param facts what is known of it; a size other than that of the file on disk means that the file
 *     is changing
 * @param wanted the hashes, installed ones only, in the order of the outcomes
 * @param run what the whole run plans to hash
 * @param blockSums whether the checksums of its blocks are wanted too
 * @param volume the file system that it lies on, as far as known; files of one go silent together
 */
public record HashJob(
        Path path,
        FileFacts facts,
        List<HashId> wanted,
        Workload run,
        boolean blockSums,
        Optional<String> volume) {

    /** A file whose checksums of blocks are wanted too, as the catalog keeps them. */
    public HashJob(Path path, FileFacts facts, List<HashId> wanted, Workload run) {
        this(path, facts, wanted, run, true, Optional.empty());
    }

    /** Copies the list. */
    public HashJob {
        wanted = List.copyOf(wanted);
    }

    /** {@return the same job for who has no use for checksums of blocks} */
    public HashJob digestsOnly() {
        return new HashJob(path, facts, wanted, run, false, volume);
    }

    /** {@return the same job of a file that lies on this file system} */
    public HashJob on(Optional<String> fileSystem) {
        return new HashJob(path, facts, wanted, run, blockSums, fileSystem);
    }
}
