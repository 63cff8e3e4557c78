package dev.assay.hash.blake3;

/**
 * The constants of BLAKE3, from "BLAKE3: one function, fast everywhere" (O'Connor, Aumasson, Neves,
 * Wilcox-O'Hearn, 2021), section 2.
 */
final class Spec {
    static final int CHUNK = 1024;
    static final int BLOCK = 64;
    static final int BLOCKS = CHUNK / BLOCK;
    static final int ROUNDS = 7;

    /** Words of a chaining value. */
    static final int CV = 8;

    /** Words of a block. */
    static final int WORDS = 16;

    static final int CHUNK_START = 1;
    static final int CHUNK_END = 2;
    static final int PARENT = 4;
    static final int ROOT = 8;

    static final int IV0 = 0x6A09E667;
    static final int IV1 = 0xBB67AE85;
    static final int IV2 = 0x3C6EF372;
    static final int IV3 = 0xA54FF53A;
    static final int IV4 = 0x510E527F;
    static final int IV5 = 0x9B05688C;
    static final int IV6 = 0x1F83D9AB;
    static final int IV7 = 0x5BE0CD19;

    private static final int[] PERMUTATION = {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8};

    private Spec() {}

    static int[] iv() {
        return new int[] {IV0, IV1, IV2, IV3, IV4, IV5, IV6, IV7};
    }

    /**
     * Which message word each step of each round takes: entry {@code 16 * round + step}, times
     * {@code unit}.
     */
    static int[] schedule(int unit) {
        int[] table = new int[ROUNDS * WORDS];
        for (int i = 0; i < WORDS; i++) {
            table[i] = i;
        }
        for (int i = WORDS; i < table.length; i++) {
            table[i] = table[i - WORDS - i % WORDS + PERMUTATION[i % WORDS]];
        }
        for (int i = 0; i < table.length; i++) {
            table[i] *= unit;
        }
        return table;
    }
}
