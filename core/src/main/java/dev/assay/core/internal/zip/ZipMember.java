package dev.assay.core.internal.zip;

/**
 * One reading of one member. A zip says the same thing twice, in its directory and before the data,
 * and readers differ in whom they believe; where the two disagree this holds both.
 *
 * @param name as the directory has it, or the local header if no directory lists it; not trusted
 * @param localName as the local header has it; not trusted
 * @param headerStart where its local header starts
 * @param dataStart where its data starts
 * @param declared how many bytes its data takes, the larger of what is said, cut at {@code room}
 * @param room how many bytes there are from its data to whatever comes next
 * @param inflatedSize how many bytes it has when inflated, the larger of what is said
 * @param method how the directory says it is packed: 0 stored, 8 deflated
 * @param localMethod how the local header says it is packed
 * @param encrypted whether either says that it is encrypted
 */
public record ZipMember(
        String name,
        String localName,
        long headerStart,
        long dataStart,
        long declared,
        long room,
        long inflatedSize,
        int method,
        int localMethod,
        boolean encrypted) {}
