package dev.assay.hash.blake3;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Which vectors this CPU does well. Loads classes of the incubator module. */
final class Simd {
    private static final int NARROWEST = 256;

    private Simd() {}

    /**
     * {@return the widest vectors the CPU has, or the narrower ones that someone asked for} Half a
     * dozen instructions shorter than 256 bits are not worth it: four lanes are hardly faster than
     * plain code, and on a CPU with AVX but without AVX2 thirty times slower.
     */
    static VectorSpecies<Integer> species() {
        return wide() && !Settings.narrow() ? IntVector.SPECIES_512 : IntVector.SPECIES_256;
    }

    /** {@return whether this CPU has vectors that pay} */
    static boolean pays() {
        return IntVector.SPECIES_PREFERRED.vectorBitSize() >= NARROWEST;
    }

    private static boolean wide() {
        return IntVector.SPECIES_PREFERRED.vectorBitSize() > NARROWEST;
    }
}
