package dev.assay.core.internal.format;

import dev.assay.core.model.FileState;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Where the tensors of a safetensors file say they lie, and whether that is allowed: from 0, in one
 * piece, each as long as its shape and dtype ask, up to the end of the file. All numbers are
 * unsigned.
 */
final class TensorLayout {

    private static final long OVERFLOW = -1;
    private static final long MISALIGNED = -2;

    private long[] begins = new long[64];
    private long[] ends = new long[64];
    private long[] sizes = new long[64];
    private int count;

    /** What came out; the reason starts with the reference implementation's word for it. */
    record Verdict(FileState state, Optional<String> why) {
        static Verdict malformed(String why) {
            return new Verdict(FileState.MALFORMED, Optional.of(why));
        }
    }

    void add(long begin, long end, long[] shape, int bits) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        begins[count] = begin;
        ends[count] = end;
        sizes[count++] = size(shape, bits);
    }

    private static long size(long[] shape, int bits) {
        long product = 1;
        for (long side : shape) {
            if (Math.unsignedMultiplyHigh(product, side) != 0) {
                return OVERFLOW;
            }
            product *= side;
        }
        if (Math.unsignedMultiplyHigh(product, bits) != 0) {
            return OVERFLOW;
        }
        long size = product * bits;
        return (size & 7) != 0 ? MISALIGNED : size >>> 3;
    }

    /**
     * Judges in the order of the reference implementation, so that the error is the same.
     *
     * @param available bytes of the file after its header
     */
    Verdict judge(long available, IntFunction<String> name) {
        long end = 0;
        for (int index : inOrder()) {
            if (begins[index] != end || Long.compareUnsigned(ends[index], begins[index]) < 0) {
                return Verdict.malformed(
                        "InvalidOffset: the tensor '%s' does not start where the one before ends"
                                .formatted(name.apply(index)));
            }
            end = ends[index];
            if (sizes[index] == OVERFLOW) {
                return Verdict.malformed(
                        "ValidationOverflow: the shape of the tensor '%s' overflows"
                                .formatted(name.apply(index)));
            }
            if (sizes[index] == MISALIGNED) {
                return Verdict.malformed(
                        "MisalignedSlice: the tensor '%s' does not end on a whole byte"
                                .formatted(name.apply(index)));
            }
            if (end - begins[index] != sizes[index]) {
                return Verdict.malformed(
                        "TensorInvalidInfo: the tensor '%s' needs %d bytes and has %s"
                                .formatted(
                                        name.apply(index),
                                        sizes[index],
                                        Long.toUnsignedString(end - begins[index])));
            }
        }
        return compare(end, available);
    }

    private static Verdict compare(long needed, long available) {
        if (Long.compareUnsigned(needed, available) > 0) {
            return new Verdict(
                    FileState.TRUNCATED,
                    Optional.of(
                            "MetadataIncompleteBuffer: %d of %s bytes of tensor data are there"
                                    .formatted(available, Long.toUnsignedString(needed))));
        }
        return needed == available
                ? new Verdict(FileState.OK, Optional.empty())
                : Verdict.malformed(
                        "MetadataIncompleteBuffer: %d bytes follow the last tensor"
                                .formatted(available - needed));
    }

    /** Real files are in order already, and then nothing is boxed. */
    private int[] inOrder() {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
            if (i > 0 && byPlace(i - 1, i) > 0) {
                return IntStream.range(0, count)
                        .boxed()
                        .sorted(this::byPlace)
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
        return order;
    }

    private int byPlace(int left, int right) {
        int byBegin = Long.compareUnsigned(begins[left], begins[right]);
        return byBegin != 0 ? byBegin : Long.compareUnsigned(ends[left], ends[right]);
    }
}
