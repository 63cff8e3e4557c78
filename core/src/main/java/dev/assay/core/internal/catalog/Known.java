package dev.assay.core.internal.catalog;

import dev.assay.core.model.FileStat;

/** What the catalog makes of a file that a walk found. */
public sealed interface Known {

    /** {@return the file as it is now} */
    FileStat file();

    /** Nobody has seen it. */
    record New(FileStat file) implements Known {}

    /** It is as it was: nothing needs to be read. */
    record Unchanged(FileStat file, Held held) implements Known {}

    /**
     * Another file, or the same one with other bytes, lies at this path; also a file of which only
     * the rights were changed, which cannot be told from a set-back time. What is held is of the
     * earlier one; a file that had digests should get them again, since equal bytes bring back all
     * that was known.
     */
    record Changed(FileStat file, Held held) implements Known {}

    /** A known file under a new path, its old path being gone: nothing needs to be read. */
    record Moved(FileStat file, Held held) implements Known {}

    /**
     * One more name of a file that is there under another: nothing needs to be read.
     *
     * @param known whether the name itself was known, of an earlier state of the file or of another
     */
    record Linked(FileStat file, Held held, boolean known) implements Known {}
}
