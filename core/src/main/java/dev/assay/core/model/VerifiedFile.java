package dev.assay.core.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What reading a file again said of it.
 *
 * @param path the file
 * @param size in bytes, as remembered
 * @param verdict the result
 * @param stored the SHA-256 that it should have, in hexadecimal
 * @param now the SHA-256 of the bytes as they are, when they were read
 * @param firstBadByte where the first 16 MiB block with other bytes starts, when that is known
 * @param copies other files that should have the right bytes, when these have not
 * @param problem why it could not be read, or what is wrong with its structure
 */
public record VerifiedFile(
        Path path,
        long size,
        Verdict verdict,
        String stored,
        Optional<String> now,
        OptionalLong firstBadByte,
        List<Path> copies,
        Optional<FileProblem> problem) {

    /** Copies the list. */
    public VerifiedFile {
        copies = List.copyOf(copies);
    }

    /** The results. */
    public enum Verdict {
        /** The bytes are what the digest says. */
        GOOD,
        /** Same size and date, other bytes: the disk or memory turned them. */
        ROT,
        /**
         * The bytes are not what they were held against, and that is no rot: a provider or a list
         * has another SHA-256 than the catalog, or the file was edited, or is not in the catalog.
         */
        MISMATCH,
        /**
         * The bytes are right, and were never a sound file: offsets that overlap or lead outside.
         */
        BROKEN,
        /** Size or date changed since: an edit, which a scan takes over. */
        EDITED,
        /** Not there. */
        MISSING,
        /** Could not be read. */
        UNREADABLE,
        /** Changed while it was read. */
        CHANGING;

        /** {@return the name in JSON: lower case} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
