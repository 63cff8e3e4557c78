package org.example.xxh3;

import com.dynatrace.hash4j.hashing.ByteAccess;
import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.StreamHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * XXH3-64 with seed 0 over the whole file, in the canonical (big-endian) form that {@code xxhsum
 * -H3} prints. Not a cryptographic hash: for telling copies apart, not for trusting one.
 */
final class Xxh3Hash implements StreamHash {
    private static final ByteAccess<ByteBuffer> BYTES =
            ByteAccess.forByteBuffer(ByteOrder.LITTLE_ENDIAN);

    @Override
    public HashId id() {
        return HashId.of("xxh3");
    }

    @Override
    public int length() {
        return Long.BYTES;
    }

    @Override
    public String purpose() {
        return "whole file; a fast checksum for copies and bit rot, not cryptographic";
    }

    @Override
    public Hasher newHasher() {
        return new Xxh3(Hashing.xxh3_64().hashStream());
    }

    private record Xxh3(HashStream64 stream) implements Hasher {

        @Override
        public void update(ByteBuffer bytes) {
            ByteBuffer little = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
            stream.putBytes(little, 0, little.limit(), BYTES);
            bytes.position(bytes.limit());
        }

        @Override
        public byte[] finish() {
            return ByteBuffer.allocate(Long.BYTES).putLong(stream.getAsLong()).array();
        }
    }
}
