package dev.assay.core.internal.hash;

import dev.assay.core.internal.plugin.Guard;
import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hash that takes its bytes in order, at work on one input. One thread at a time; whoever hands
 * it from one thread to another makes the one's writes visible to the other.
 */
final class Chain {
    private final StreamHash hash;
    private final List<Scope.Range> ranges;
    private final StreamHash.Hasher hasher;
    private @Nullable String failure;

    /** Asks the plugin for a hasher. */
    Chain(StreamHash hash, List<Scope.Range> ranges) {
        this.hash = hash;
        this.ranges = ranges;
        this.hasher = hash.newHasher();
    }

    HashId id() {
        return hash.id();
    }

    List<Scope.Range> ranges() {
        return ranges;
    }

    StreamHash hash() {
        return hash;
    }

    /** {@return whether this hash reads any of these bytes} */
    boolean reads(long position, long length) {
        return ranges.stream()
                .anyMatch(range ->
                        range.offset() < position + length
                                && range.end() > position
                                && range.length() > 0);
    }

    /** Takes its share of a block of the input that starts at {@code position}. */
    void update(MemorySegment block, long position) {
        if (failure != null) {
            return;
        }
        try {
            for (Scope.Range range : ranges) {
                long from = Math.max(position, range.offset());
                long to = Math.min(position + block.byteSize(), range.end());
                if (from < to) {
                    hasher.update(
                            block.asSlice(from - position, to - from).asReadOnly().asByteBuffer());
                }
            }
        } catch (RuntimeException | LinkageError e) {
            failure = Guard.describe(e);
        }
    }

    /** {@return the outcome, when these facts show that the wrong bytes were read, or too many} */
    Optional<HashOutcome> notDefinedAfterAll(FileFacts facts) {
        try {
            return switch (hash.scope(facts)) {
                case Scope.Undefined(String reason) -> Optional.of(undefined(reason));
                case Scope.Bytes(List<Scope.Range> actual) ->
                        cut(ranges, facts.size()).equals(cut(actual, facts.size()))
                                ? Optional.empty()
                                : Optional.of(undefined("needs to know the length beforehand"));
            };
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(new HashOutcome.Failed(id(), Guard.describe(e)));
        }
    }

    private HashOutcome undefined(String reason) {
        return new HashOutcome.Undefined(id(), reason);
    }

    /** What is left of ranges in a file of that length. */
    private static List<Scope.Range> cut(List<Scope.Range> ranges, long length) {
        return ranges.stream()
                .filter(range -> range.offset() < length && range.length() > 0)
                .map(range -> new Scope.Range(range.offset(), cutLength(range, length)))
                .toList();
    }

    private static long cutLength(Scope.Range range, long length) {
        return Math.min(range.length(), length - range.offset());
    }

    HashOutcome outcome() {
        return failure == null
                ? Outcomes.computed(hash, hasher::finish)
                : new HashOutcome.Failed(id(), failure);
    }
}
