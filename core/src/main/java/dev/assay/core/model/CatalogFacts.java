package dev.assay.core.model;

import java.nio.file.Path;

/**
 * The catalog in numbers.
 *
 * @param file where it is
 * @param bytes of the file
 * @param freeBytes within it that compacting gives back
 * @param schema the version of its tables
 * @param journal how it survives a crash: {@code wal}, on a network drive {@code delete}
 * @param network whether it lies on a network drive, which is slower and locks less surely
 * @param readOnly whether nothing can be saved, since the file or its folder may not be written
 * @param files known
 * @param missing of them, gone at the last scan
 * @param contents different ones
 * @param hashed of them, with a SHA-256
 * @param identified of them, known to a provider
 * @param roots that were scanned or named
 */
public record CatalogFacts(
        Path file,
        long bytes,
        long freeBytes,
        int schema,
        String journal,
        boolean network,
        boolean readOnly,
        long files,
        long missing,
        long contents,
        long hashed,
        long identified,
        long roots) {}
