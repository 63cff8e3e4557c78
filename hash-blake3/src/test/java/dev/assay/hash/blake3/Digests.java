package dev.assay.hash.blake3;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.digests.Blake3Digest;

/** Digests of arrays, by this module and by Bouncy Castle. */
final class Digests {
    private Digests() {}

    /** {@return whether the long versions of the tests were asked for} */
    static boolean longTests() {
        return Boolean.getBoolean("assay.tests.long");
    }

    static String hex(Kernel kernel, byte[] input) {
        return hex(kernel, MemorySegment.ofArray(input));
    }

    /** Hands the segments over backwards, so that the tree is built the unusual way. */
    static String hex(Kernel kernel, MemorySegment input) {
        Blake3Hasher hasher = new Blake3Hasher(input.byteSize(), kernel);
        for (long i = Math.max(0, input.byteSize() - 1) / Blake3.SEGMENT; i >= 0; i--) {
            long from = i * Blake3.SEGMENT;
            hasher.update(
                    i, input.asSlice(from, Math.min(Blake3.SEGMENT, input.byteSize() - from)));
        }
        return HexFormat.of().formatHex(hasher.finish());
    }

    static String bouncyCastle(byte[] input, int length) {
        Blake3Digest digest = new Blake3Digest(256);
        digest.update(input, 0, length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
