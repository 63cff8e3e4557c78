package dev.assay.hash.builtin;

import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashPlugin;
import java.util.List;

/**
 * Digests that the JDK lacks and Bouncy Castle has.
 *
 * <p>Loading this plugin touches no class of Bouncy Castle: its signed jar costs a good part of a
 * second to open, which only who asks for one of these digests should pay.
 */
public final class BouncyCastleHashes implements HashPlugin {

    /** Makes the plugin; reads nothing and starts nothing. */
    public BouncyCastleHashes() {}

    @Override
    public List<HashAlgorithm> algorithms() {
        return List.of(
                new BouncyCastleHash("blake2b-256", 32, "BLAKE2b, 256 bits"),
                new BouncyCastleHash("blake2b-512", 64, "BLAKE2b; what b2sum prints"),
                new BouncyCastleHash("blake2s-256", 32, "BLAKE2s for small machines"),
                new BouncyCastleHash("ripemd160", 20, "an old European digest"),
                new BouncyCastleHash("sm3", 32, "the Chinese national standard"),
                new BouncyCastleHash("whirlpool", 64, "ISO 10118-3"),
                new BouncyCastleHash("keccak-256", 32, "Keccak before NIST changed its padding"));
    }
}
