package dev.assay.hash.builtin;

import dev.assay.hash.spi.StreamHash;
import java.nio.ByteBuffer;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;

/**
 * A digest of Bouncy Castle at work. The only class here that names classes of Bouncy Castle, so
 * that loading any other one does not load them.
 */
final class BouncyCastleHasher implements StreamHash.Hasher {
    private final Digest state;
    private final byte[] copy = new byte[8 * 1024];

    private BouncyCastleHasher(Digest state) {
        this.state = state;
    }

    static StreamHash.Hasher of(String id) {
        return new BouncyCastleHasher(
                switch (id) {
                    case "blake2b-256" -> new Blake2bDigest(256);
                    case "blake2b-512" -> new Blake2bDigest(512);
                    case "blake2s-256" -> new Blake2sDigest(256);
                    case "ripemd160" -> new RIPEMD160Digest();
                    case "sm3" -> new SM3Digest();
                    case "whirlpool" -> new WhirlpoolDigest();
                    case "keccak-256" -> new KeccakDigest(256);
                    default -> throw new IllegalArgumentException("No digest for " + id);
                });
    }

    /** Bouncy Castle takes arrays only. */
    @Override
    public void update(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int count = Math.min(copy.length, bytes.remaining());
            bytes.get(copy, 0, count);
            state.update(copy, 0, count);
        }
    }

    @Override
    public byte[] finish() {
        byte[] out = new byte[state.getDigestSize()];
        state.doFinal(out, 0);
        return out;
    }
}
