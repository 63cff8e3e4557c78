package dev.assay.core.model;

import java.util.Locale;

/**
 * Whether a file is what it should be. Everything but {@link #OK} comes with a problem that says
 * why.
 */
public enum FileState {
    /** Nothing wrong was seen. */
    OK,
    /** Shorter than its header says. */
    TRUNCATED,
    /** The header breaks the rules of its format. */
    MALFORMED,
    /** A Git LFS pointer stands where the model should be. */
    LFS_POINTER,
    /** A saved web page. */
    HTML_PAGE,
    /** A saved error reply of an API. */
    API_ERROR,
    /** A download that has not ended. */
    PARTIAL_DOWNLOAD,
    /** No bytes, or nothing but zeros. */
    EMPTY,
    /** Could not be opened or read. */
    UNREADABLE,
    /** Changed while it was read. */
    CHANGING;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** {@return the name in JSON: lower case} */
    public String id() {
        return id;
    }
}
