package dev.assay.hash.blake3;

import java.lang.foreign.MemorySegment;

/**
 * Computes chaining values of subtrees. Stateless; safe for use by many threads.
 *
 * <p>BLAKE3 cuts its input into chunks of 1 KiB and hangs them under a binary tree whose left
 * subtrees are always full. This class knows the shape; a subclass may take larger pieces at once.
 */
abstract class Kernel {

    /**
     * Computes a subtree.
     *
     * @param bytes where the input lies
     * @param offset where this subtree starts in {@code bytes}
     * @param length how many bytes it has; zero only for an empty input
     * @param chunk the number of its first chunk in the whole input
     * @param root {@link Spec#ROOT} when this is the whole input, else zero
     * @param out gets the eight words of the chaining value, or of the digest
     * @param at where in {@code out}
     */
    final void subtree(
            MemorySegment bytes,
            long offset,
            long length,
            long chunk,
            int root,
            int[] out,
            int at) {
        if (length <= Spec.CHUNK) {
            Compression.chunk(bytes, offset, (int) length, chunk, root, out, at);
        } else if (!whole(bytes, offset, length, chunk, root, out, at)) {
            long left = Long.highestOneBit((length - 1) / Spec.CHUNK);
            long leftBytes = left * Spec.CHUNK;
            int[] children = new int[2 * Spec.CV];
            subtree(bytes, offset, leftBytes, chunk, 0, children, 0);
            subtree(
                    bytes,
                    offset + leftBytes,
                    length - leftBytes,
                    chunk + left,
                    0,
                    children,
                    Spec.CV);
            Compression.parent(children, root, out, at);
        }
    }

    /**
     * Computes a subtree of more than one chunk in one piece, if this kernel can.
     *
     * @return false when the subtree must be cut in two
     */
    abstract boolean whole(
            MemorySegment bytes, long offset, long length, long chunk, int root, int[] out, int at);

    /** {@return what it is, for a person: {@code plain}, {@code 16 lanes}} */
    abstract String description();
}
