package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.Glimpse;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A sum over what the file system says of all files of a folder. Two listings with the same sum are
 * the same, whatever the order of their files: each file adds two 64-bit numbers that come from its
 * name, size, times, inode and volume by different keys.
 *
 * <p>It only ever saves looking the files up one by one. What it cannot tell, equal sums of
 * different listings, would need 2<sup>64</sup> tries by chance, and someone who can write the
 * catalog has no need of it.
 */
final class Listing {
    /** Odd, and from the digits of pi. */
    private static final long FIRST_KEY = 0x243F6A8885A308D3L;

    private static final long SECOND_KEY = 0xA4093822299F31D1L;

    /** The multipliers of MurmurHash3's last step, which spreads every bit over all others. */
    private static final long SPREAD_1 = 0xFF51AFD7ED558CCDL;

    private static final long SPREAD_2 = 0xC4CEB9FE1A85EC53L;

    private Listing() {}

    /**
     * {@return the sum, in hexadecimal}
     *
     * @param rules with which the headers of the files were read
     */
    static String of(List<Glimpse> files, String rules) {
        long start = text(rules);
        long first = start;
        long second = ~start;
        Optional<String> volume = Optional.empty();
        long volumeSum = 0;
        for (Glimpse file : files) {
            if (!file.volume().equals(volume)) {
                volume = file.volume();
                volumeSum = text(volume.orElse(""));
            }
            first += sum(file, volumeSum, FIRST_KEY);
            second += sum(file, volumeSum, SECOND_KEY);
        }
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(second);
    }

    private static long sum(Glimpse file, long volume, long key) {
        long sum = mix(key, text(file.name()));
        sum = mix(sum, file.size());
        sum = mix(sum, file.modified());
        sum = mix(sum, file.changed());
        sum = mix(sum, file.inode());
        sum = mix(sum, file.key().isPresent() ? text(file.key().get()) : 0);
        return mix(sum, file.link() ? ~volume : volume);
    }

    private static long text(String text) {
        long sum = text.length();
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * FIRST_KEY;
            sum ^= sum >>> 29;
        }
        return sum;
    }

    private static long mix(long sum, long value) {
        long mixed = (sum ^ value) * SPREAD_1;
        mixed = (mixed ^ mixed >>> 33) * SPREAD_2;
        return mixed ^ mixed >>> 33;
    }
}
