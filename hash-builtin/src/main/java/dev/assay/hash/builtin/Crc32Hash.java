package dev.assay.hash.builtin;

import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.StreamHash;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * CRC-32 of ISO 3309, as in zip and PNG, most significant byte first. CivitAI shows the same value
 * with its bytes reversed; turning it round is the business of whoever asks CivitAI.
 */
final class Crc32Hash implements StreamHash {
    private static final HashId ID = HashId.of("crc32");

    @Override
    public HashId id() {
        return ID;
    }

    @Override
    public int length() {
        return Integer.BYTES;
    }

    @Override
    public String purpose() {
        return "finds damage by accident; proves nothing";
    }

    @Override
    public Hasher newHasher() {
        return new Crc32Hasher(new CRC32());
    }

    private record Crc32Hasher(CRC32 state) implements Hasher {
        @Override
        public void update(ByteBuffer bytes) {
            state.update(bytes);
        }

        @Override
        public byte[] finish() {
            return ByteBuffer.allocate(Integer.BYTES).putInt((int) state.getValue()).array();
        }
    }
}
