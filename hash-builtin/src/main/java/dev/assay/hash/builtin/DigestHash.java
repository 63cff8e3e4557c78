package dev.assay.hash.builtin;

import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A digest of the JDK over part of a file, cut to its first {@code length} bytes.
 *
 * @param digest the JDK's name of it
 * @param range which bytes of a file it reads
 */
record DigestHash(
        HashId id,
        String name,
        String digest,
        int length,
        Function<FileFacts, Scope> range,
        String purpose)
        implements StreamHash {

    @Override
    public Scope scope(FileFacts file) {
        return range.apply(file);
    }

    @Override
    public Hasher newHasher() {
        return new DigestHasher(newDigest(), length);
    }

    private MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + digest, e);
        }
    }

    private record DigestHasher(MessageDigest state, int length) implements Hasher {
        @Override
        public void update(ByteBuffer bytes) {
            state.update(bytes);
        }

        @Override
        public byte[] finish() {
            return Arrays.copyOf(state.digest(), length);
        }
    }
}
