package dev.assay.core.internal.catalog;

import dev.assay.hash.spi.HashId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in short what is held of files; the few sets of hashes that files have are shared. */
final class Holding {
    /** The ids of the hashes that are known of {@code file AS f}. */
    static final String HASHES =
            "(SELECT group_concat(hash, ' ') FROM digest WHERE content = f.content)";

    private final String rules;
    private final Map<String, Set<HashId>> hashSets = new HashMap<>();

    Holding(String rules) {
        this.rules = rules;
    }

    /**
     * {@return what is held}
     *
     * @param hashes as {@link #HASHES} gives them
     */
    Held of(FileRow row, @Nullable String hashes) {
        return new Held(
                row.id(),
                row.stat(),
                row.group(),
                row.rules().equals(rules),
                hashSets.computeIfAbsent(hashes == null ? "" : hashes, Holding::ids),
                row.presence() != FileRow.HERE);
    }

    private static Set<HashId> ids(String hashes) {
        return Arrays.stream(hashes.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .map(HashId::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
