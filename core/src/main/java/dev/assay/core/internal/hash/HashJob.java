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
 */
public record HashJob(Path path, FileFacts facts, List<HashId> wanted, Workload run) {

    /** Copies the list. */
    public HashJob {
        wanted = List.copyOf(wanted);
    }
}
