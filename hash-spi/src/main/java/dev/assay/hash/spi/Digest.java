package dev.assay.hash.spi;

import java.util.HexFormat;
import java.util.Locale;

/**
 * A hash value together with the recipe that made it.
 *
 * @param id the recipe
 * @param hex the value in lower-case hexadecimal, two characters a byte; upper case is accepted and
 *     folded
 */
public record Digest(HashId id, String hex) {

    /** Refuses what is not a whole number of hexadecimal bytes. */
    public Digest {
        hex = hex.toLowerCase(Locale.ROOT);
        HexFormat.of().parseHex(hex);
    }

    /**
     * {@return the digest with these bytes}
     *
     * @param id the recipe
     * @param bytes the value
     */
    public static Digest of(HashId id, byte[] bytes) {
        return new Digest(id, HexFormat.of().formatHex(bytes));
    }

    /** {@return the value as bytes; a fresh array each time} */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
