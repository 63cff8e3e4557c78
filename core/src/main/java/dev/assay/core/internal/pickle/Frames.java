package dev.assay.core.internal.pickle;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.model.Safety.Verdict;
import java.io.EOFException;

/** The frames of protocol 4, which readers that read ahead and those that do not must agree on. */
final class Frames {

    private final ByteInput in;
    private final Findings findings;
    private long frameEnd = -1;

    Frames(ByteInput in, Findings findings) {
        this.in = in;
        this.findings = findings;
    }

    /** A frame of that many bytes starts, at the opcode at {@code start}. */
    void open(long length, long start) throws EOFException {
        if (frameEnd > start) {
            findings.add(
                    Verdict.DANGEROUS,
                    "a frame starts within another at byte %d, where unpicklers differ"
                            .formatted(start));
        }
        if (length < 0) {
            throw new EOFException();
        }
        frameEnd = in.position() + length;
    }

    /** An unpickler that reads ahead sees other opcodes than one that does not (cpython#154848). */
    void check(long start) {
        if (frameEnd < 0) {
            return;
        }
        if (start >= frameEnd) {
            frameEnd = -1;
        } else if (in.position() > frameEnd) {
            findings.add(
                    Verdict.DANGEROUS,
                    "an opcode runs over the end of its frame at byte %d, where unpicklers differ"
                            .formatted(start));
            frameEnd = -1;
        }
    }
}
