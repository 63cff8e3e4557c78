package dev.assay.hash.blake3;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;

/** Chooses among the ways to compute. */
final class Kernels {
    /**
     * From how many bytes on a run is faster with vectors, in a virtual machine that has their
     * module already. Loops are compiled at once and then run at half to three quarters of the
     * speed; the JIT compiler needs a third of a second for the vector kernel. Starting with that
     * module takes half a second more, so that the program's launcher leaves it out below twice
     * this.
     */
    static final long BREAK_EVEN = 3L << 29;

    /** The same for inputs too short for loops, which only plain code would hash otherwise. */
    static final long BREAK_EVEN_OF_SHORT = 300L << 20;

    /** The reference. */
    static final Kernel PLAIN = new PlainKernel();

    /** The fastest that needs no vectors. */
    static final Kernel LOOPS = new LoopKernel();

    /** Whether a long run has been here, after which the vector kernel needs no more warming. */
    private static volatile boolean warm;

    private Kernels() {}

    /**
     * {@return the kernel for one input of a run, in a process that may be warm}
     *
     * @param length of the input
     * @param plannedBytes of the run
     */
    static Kernel forRun(long length, long plannedBytes) {
        if (!vectorsPay(length, plannedBytes, warm)) {
            return LOOPS;
        }
        warm = true;
        return Best.KERNEL;
    }

    /** {@return whether a run of that many bytes is faster with vectors} */
    static boolean vectorsPay(long length, long plannedBytes, boolean warm) {
        long enough = length < LoopKernel.SHORTEST ? BREAK_EVEN_OF_SHORT : BREAK_EVEN;
        return warm || plannedBytes >= enough;
    }

    /** {@return the fastest kernel of this machine, however long it takes to start} */
    static Kernel best() {
        return Best.KERNEL;
    }

    /** Loaded, and the vector module touched, when the first run asks for it. */
    private static final class Best {
        static final Kernel KERNEL = find();

        private static Kernel find() {
            if (Settings.off() || ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
                return LOOPS;
            }
            try {
                return Simd.pays() ? checked(new VectorKernel()) : LOOPS;
            } catch (RuntimeException | LinkageError e) {
                return LOOPS;
            }
        }

        /** A virtual machine or CPU that computes vectors wrongly would poison every digest. */
        private static Kernel checked(Kernel kernel) {
            byte[] bytes = new byte[2 * Spec.CHUNK + 100];
            new Random(1).nextBytes(bytes);
            MemorySegment sample = MemorySegment.ofArray(bytes);
            int[] expected = new int[Spec.CV];
            int[] found = new int[Spec.CV];
            PLAIN.subtree(sample, 0, bytes.length, 7, 0, expected, 0);
            kernel.subtree(sample, 0, bytes.length, 7, 0, found, 0);
            return Arrays.equals(expected, found) ? kernel : LOOPS;
        }
    }
}
