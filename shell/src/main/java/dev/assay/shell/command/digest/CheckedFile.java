package dev.assay.shell.command.digest;

import dev.assay.hash.spi.HashId;
import java.util.Locale;

/**
 * A line of a list, and what came of it.
 *
 * @param line what was wanted
 * @param hash the recipe
 * @param result what came of it
 */
record CheckedFile(HashLine line, HashId hash, Result result) {
    /** What can come of a line. */
    enum Result {
        OK("OK"),
        FAILED("FAILED"),
        UNREADABLE("FAILED open or read"),
        UNDEFINED("FAILED hash not defined for this file");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        /** {@return what coreutils say, who know no hash that some files do not have} */
        String words() {
            return words;
        }

        /** {@return the name in JSON: lower case} */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
