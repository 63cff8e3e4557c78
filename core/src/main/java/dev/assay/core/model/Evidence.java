package dev.assay.core.model;

/**
 * One reason for an answer.
 *
 * @param source where it was seen
 * @param rule the id of the rule that fired
 * @param seen what was seen, in words; may hold text of the file, which is not trusted
 */
public record Evidence(Source source, String rule, String seen) {

    /** Where a reason comes from, the most reliable first. */
    public enum Source {
        /** Names, shapes and types of the tensors. */
        TENSORS,
        /** The container's metadata. */
        METADATA,
        /** The file's name. */
        NAME,
        /** The folder it lies in. */
        FOLDER,
        /** A provider. */
        PROVIDER
    }

    /** {@return one line: the rule and what was seen} */
    public String sentence() {
        return rule + ": " + seen;
    }
}
