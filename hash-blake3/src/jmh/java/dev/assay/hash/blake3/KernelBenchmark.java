package dev.assay.hash.blake3;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.digests.Blake3Digest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * BLAKE3 of data in the cache, one thread: ours, Bouncy Castle's, and the authors' C code where
 * {@code -Dassay.libblake3=/path/to/libblake3.so} names it. Operations a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED"
        })
public class KernelBenchmark {
    @Param({"1024", "16384", "102400", "1048576"})
    private int size;

    private MemorySegment bytes = MemorySegment.NULL;
    private byte[] array = {};
    private final MemorySegment state = Arena.ofAuto().allocate(4096);
    private MethodHandle[] c = {};

    /** Fills the input and finds the C code. */
    @Setup
    public void fill() {
        array = new byte[size];
        new Random(1).nextBytes(array);
        bytes = Arena.ofAuto().allocate(size, 64).copyFrom(MemorySegment.ofArray(array));
        String library = System.getProperty("assay.libblake3");
        if (library != null) {
            SymbolLookup symbols = SymbolLookup.libraryLookup(Path.of(library), Arena.global());
            c =
                    new MethodHandle[] {
                        find(symbols, "blake3_hasher_init", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS)),
                        find(symbols, "blake3_hasher_update", threeArguments()),
                        find(symbols, "blake3_hasher_finalize", threeArguments())
                    };
        }
    }

    private static FunctionDescriptor threeArguments() {
        return FunctionDescriptor.ofVoid(
                ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    }

    private static MethodHandle find(SymbolLookup in, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(in.find(name).orElseThrow(), type);
    }

    /** Ours with vectors, where the CPU has them. */
    @Benchmark
    public byte[] vectors() {
        return digest(Kernels.best());
    }

    /** Ours in loops. */
    @Benchmark
    public byte[] loops() {
        return digest(Kernels.LOOPS);
    }

    /** Ours, one chunk after the other. */
    @Benchmark
    public byte[] plain() {
        return digest(Kernels.PLAIN);
    }

    private byte[] digest(Kernel kernel) {
        Blake3Hasher hasher = new Blake3Hasher(size, kernel);
        for (int at = 0; at < size; at += Blake3.SEGMENT) {
            hasher.update(
                    at / Blake3.SEGMENT, bytes.asSlice(at, Math.min(Blake3.SEGMENT, size - at)));
        }
        return hasher.finish();
    }

    /** Bouncy Castle's. */
    @Benchmark
    public byte[] bouncyCastle() {
        Blake3Digest digest = new Blake3Digest(256);
        digest.update(array, 0, size);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }

    /** The authors' C and assembler; zero when no library is named. */
    @Benchmark
    public byte authorsC() throws Throwable {
        if (c.length == 0) {
            throw new IllegalStateException("Set -Dassay.libblake3");
        }
        c[0].invokeExact(state);
        c[1].invokeExact(state, bytes, (long) size);
        c[2].invokeExact(state, state.asSlice(2048, 32), 32L);
        return state.get(ValueLayout.JAVA_BYTE, 2048);
    }
}
