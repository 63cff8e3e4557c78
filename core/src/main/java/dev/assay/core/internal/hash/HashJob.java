package dev.assay.core.internal.hash;

import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Workload;
import java.nio.file.Path;
import java.util.List;

/**
 * One file to hash.
 *
 * @param path the file
 * @param facts what is known of it; a size other than that of the file on disk means that the file
 *     is changing
 * @param wanted the hashes, installed ones only, in the order of the outcomes
 * @param run what the whole run plans to hash
 * @param blockSums whether the checksums of its blocks are wanted too
 */
public record HashJob(
        Path path, FileFacts facts, List<HashId> wanted, Workload run, boolean blockSums) {

    /** A file whose checksums of blocks are wanted too, as the catalog keeps them. */
    public HashJob(Path path, FileFacts facts, List<HashId> wanted, Workload run) {
        this(path, facts, wanted, run, true);
    }

    /** Copies the list. */
    public HashJob {
        wanted = List.copyOf(wanted);
    }

    /** {@return the same job for who has no use for checksums of blocks} */
    public HashJob digestsOnly() {
        return new HashJob(path, facts, wanted, run, false);
    }
}
