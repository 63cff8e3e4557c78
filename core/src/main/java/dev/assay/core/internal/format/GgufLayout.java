package dev.assay.core.internal.format;

import dev.assay.core.internal.format.GgmlTypes.GgmlType;
import dev.assay.core.internal.format.GgufInput.Refused;
import dev.assay.core.model.FileState;
import java.util.List;
import java.util.Optional;

/** Where the tensors of a GGUF file must lie, and whether their bytes are there. */
final class GgufLayout {

    private static final int DEFAULT_ALIGNMENT = 32;

    private final List<String> remarks;
    private long alignment = DEFAULT_ALIGNMENT;
    private long dataNeeded;
    private boolean offsetsKnown = true;

    GgufLayout(List<String> remarks) {
        this.remarks = remarks;
    }

    void align(long bytes) throws Refused {
        if (Long.bitCount(bytes) != 1) {
            throw new Refused("general.alignment is %d, and must be a power of 2".formatted(bytes));
        }
        alignment = bytes;
    }

    /** {@return the first aligned position at or behind this one} */
    long aligned(long position) {
        return (position + alignment - 1) / alignment * alignment;
    }

    /** ggml wants the tensors one after the other, each padded to the alignment. */
    void place(String name, long offset, long[] sides, Optional<GgmlType> type) throws Refused {
        long elements = elements(name, sides);
        if (!offsetsKnown) {
            return;
        }
        if (type.isEmpty()) {
            offsetsKnown = false;
            remarks.add("a tensor type that is not known here, so the length was not checked");
            return;
        }
        if (offset != dataNeeded) {
            throw new Refused(
                    "the tensor '%s' starts at %s instead of %d"
                            .formatted(
                                    Text.shortened(name),
                                    Long.toUnsignedString(offset),
                                    dataNeeded));
        }
        int block = type.get().block();
        long row = sides.length == 0 ? 1 : sides[sides.length - 1];
        if (row % block != 0) {
            throw new Refused(
                    "the tensor '%s' has rows of %d elements, and %s packs %d"
                            .formatted(Text.shortened(name), row, type.get().name(), block));
        }
        long blocks = elements / block;
        if (blocks > (Long.MAX_VALUE - dataNeeded - alignment) / type.get().bytes()) {
            throw new Refused(
                    "the size of the tensor '%s' overflows".formatted(Text.shortened(name)));
        }
        long end = dataNeeded + blocks * type.get().bytes();
        dataNeeded = aligned(end);
    }

    private static long elements(String name, long[] sides) throws Refused {
        long product = 1;
        for (long side : sides) {
            if (side < 0 || Math.multiplyHigh(product, side) != 0 || product * side < 0) {
                throw new Refused(
                        "the shape of the tensor '%s' overflows".formatted(Text.shortened(name)));
            }
            product *= side;
        }
        return product;
    }

    /** ggml wants even the padding of the last tensor. */
    FileState judge(long available) {
        if (!offsetsKnown) {
            return FileState.OK;
        }
        if (available < dataNeeded) {
            remarks.addFirst(
                    "%d of %d bytes of tensor data are there"
                            .formatted(Math.max(0, available), dataNeeded));
            return FileState.TRUNCATED;
        }
        if (available > dataNeeded) {
            remarks.add("%d bytes follow the last tensor".formatted(available - dataNeeded));
        }
        return FileState.OK;
    }
}
