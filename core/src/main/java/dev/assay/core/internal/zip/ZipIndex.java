package dev.assay.core.internal.zip;

import java.util.List;

/**
 * What a zip holds by every reading of it.
 *
 * @param members all that a directory or a local header names, in file order
 * @param hasDirectory whether it has a directory; one that was cut has none
 * @param whole whether it was looked through to its end
 * @param oddities where its readings differ, in words; may hold text of the file
 */
public record ZipIndex(
        List<ZipMember> members, boolean hasDirectory, boolean whole, List<String> oddities) {

    /** Copies the lists. */
    public ZipIndex {
        members = List.copyOf(members);
        oddities = List.copyOf(oddities);
    }
}
