package dev.assay.core.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that was scanned or named.
 *
 * @param path absolute
 * @param name the user's; empty for a folder that was merely scanned
 * @param layout which program's folder it is, such as {@code comfyui}; empty for a plain one
 * @param online whether it is there and not empty; a drive that is away leaves an empty mount point
 * @param disk what it lies on; empty when it is offline or the system does not say
 * @param files known below it, the missing ones included
 * @param bytes of those files; one with several names, which are links, counts once
 */
public record Root(
        Path path,
        Optional<String> name,
        Optional<String> layout,
        boolean online,
        Optional<Disk> disk,
        long files,
        long bytes) {}
