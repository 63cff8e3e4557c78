package dev.assay.hash.spi;

import java.nio.ByteBuffer;

/** A hash that reads its bytes once, in file order. Most digests are of this shape. */
public non-sealed interface StreamHash extends HashAlgorithm {

    /**
     * {@return which bytes of this file to read; called once a file, before any byte is read}
     *
     * @param file what is known of the file
     */
    default Scope scope(FileFacts file) {
        return Scope.wholeOf(file);
    }

    /** {@return a new computation; called once a file, after {@link #scope}} */
    Hasher newHasher();

    /** One computation in progress. Used by one thread at a time, and for one file. */
    interface Hasher {

        /**
         * Takes the next bytes of the scope.
         *
         * @param bytes read-only, of any length, usually outside the heap; must be read to its
         *     limit before this method returns, and not kept: the core reuses the memory behind it
         */
        void update(ByteBuffer bytes);

        /** {@return the digest; called at most once, after the last update} */
        byte[] finish();
    }
}
