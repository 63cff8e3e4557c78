package dev.assay.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a file beyond what can be read from it.
 *
 * @param tags the user's words, sorted
 * @param note the user's remark
 * @param added when it was first seen
 * @param hashed when its SHA-256 was computed
 * @param verified when its bytes were last read and found to be what its digest says
 * @param missingSince when a scan first found it gone; empty when it is there
 */
public record Marks(
        List<String> tags,
        Optional<String> note,
        Optional<Instant> added,
        Optional<Instant> hashed,
        Optional<Instant> verified,
        Optional<Instant> missingSince) {

    /** Of a file that nobody has seen before. */
    public static final Marks NONE =
            new Marks(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Copies the list. */
    public Marks {
        tags = List.copyOf(tags);
    }
}
