package dev.assay.hash.spi;

import java.util.List;

/** The bytes of one file that a hash reads, or why it reads none. */
public sealed interface Scope {

    /**
     * Ranges of the file, read one after the other as if they were one piece.
     *
     * @param ranges in file order, not overlapping, never outside the file; an empty list is the
     *     digest of no bytes
     */
    record Bytes(List<Range> ranges) implements Scope {

        /** Copies the list and refuses ranges that run backwards or overlap. */
        public Bytes {
            ranges = List.copyOf(ranges);
            for (int i = 1; i < ranges.size(); i++) {
                if (ranges.get(i).offset() < ranges.get(i - 1).end()) {
                    throw new IllegalArgumentException(
                            "Ranges out of order or overlapping: " + ranges);
                }
            }
        }

        /** {@return how many bytes the ranges have together} */
        public long length() {
            return ranges.stream().mapToLong(Range::length).sum();
        }
    }

    /**
     * {@code length} bytes from {@code offset}, both in bytes.
     *
     * @param offset from the start of the file
     * @param length may be zero
     */
    record Range(long offset, long length) {

        /** Refuses negative numbers and an end beyond 2^63 - 1. */
        public Range {
            if (offset < 0 || length < 0 || offset + length < 0) {
                throw new IllegalArgumentException(
                        "No such range: %d+%d".formatted(offset, length));
            }
        }

        /** {@return the offset just behind the last byte} */
        public long end() {
            return offset + length;
        }
    }

    /**
     * This hash does not exist for this file.
     *
     * @param reason for a person to read, for example {@code smaller than 2 MiB}
     */
    record Undefined(String reason) implements Scope {}

    /**
     * {@return every byte of the file}
     *
     * @param file the file
     */
    static Scope wholeOf(FileFacts file) {
        return range(0, file.size());
    }

    /**
     * {@return one range}
     *
     * @param offset of its first byte, from the start of the file
     * @param length in bytes
     */
    static Scope range(long offset, long length) {
        return new Bytes(List.of(new Range(offset, length)));
    }
}
