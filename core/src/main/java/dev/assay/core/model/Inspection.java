package dev.assay.core.model;

import dev.assay.hash.spi.FileFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What can be said of a file from its header alone, without catalog, hashing and network.
 *
 * @param path the file
 * @param size in bytes
 * @param format its container
 * @param state whether it is what it should be
 * @param payloadOffset where the tensor data starts, in bytes
 * @param classification what it is
 * @param safety whether loading it can run code
 * @param metadata the container's own text metadata, long values cut; not trusted
 * @param problems what is wrong with it
 * @param bytesRead how many bytes of the file were read to say so
 */
public record Inspection(
        Path path,
        long size,
        Format format,
        FileState state,
        OptionalLong payloadOffset,
        Classification classification,
        Safety safety,
        Map<String, String> metadata,
        List<FileProblem> problems,
        long bytesRead) {

    /** Copies the collections. */
    public Inspection {
        metadata = Map.copyOf(metadata);
        problems = List.copyOf(problems);
    }

    /** {@return what a hash algorithm needs to know of the file} */
    public FileFacts facts() {
        return new FileFacts(size, format.id(), payloadOffset);
    }
}
