package dev.assay.core.model;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Trouble with one file. It travels beside the results and stops nothing else.
 *
 * @param path the file or folder
 * @param stage where it happened
 * @param message what is wrong; may hold text of the file, which is not trusted
 * @param remedy what the user can do now
 */
public record FileProblem(Path path, Stage stage, String message, String remedy) {

    /** The stages of a scan. */
    public enum Stage {
        /** Finding files. */
        WALK,
        /** Reading the header. */
        HEADER,
        /** Computing digests. */
        HASH,
        /** Remembering. */
        CATALOG,
        /** Asking providers. */
        IDENTIFY;

        /** {@return the name in JSON: lower case} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
