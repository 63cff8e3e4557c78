package dev.assay.hash.spi;

import java.util.OptionalLong;

/**
 * What is known of a file before its bytes are hashed.
 *
 * <p>The core makes these; a later release may add components.
 *
 * @param size length in bytes
 * @param format what the header says the file is, not what its name says: {@code safetensors},
 *     {@code gguf}, {@code torch_zip}, {@code pickle}, {@code unknown} ...; a later release may
 *     know more
 * @param payloadOffset where the tensor data starts, in bytes from the start of the file; present
 *     when the core could read the header
 */
public record FileFacts(long size, String format, OptionalLong payloadOffset) {

    /** Refuses negative sizes and a payload outside the file. */
    public FileFacts {
        if (size < 0 || payloadOffset.orElse(0) < 0 || payloadOffset.orElse(0) > size) {
            throw new IllegalArgumentException(
                    "No such file: %d bytes, payload at %s".formatted(size, payloadOffset));
        }
    }

    /**
     * {@return the facts of a file of which only the size is known}
     *
     * @param size in bytes
     */
    public static FileFacts ofSize(long size) {
        return new FileFacts(size, "unknown", OptionalLong.empty());
    }

    /**
     * {@return the same file, with its format and the start of its payload known}
     *
     * @param knownFormat what the header says the file is
     * @param offset where the tensor data starts
     */
    public FileFacts withPayload(String knownFormat, long offset) {
        return new FileFacts(size, knownFormat, OptionalLong.of(offset));
    }
}
