package dev.assay.core.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.classify.Classifier;
import dev.assay.core.internal.format.Containers;
import dev.assay.core.internal.format.Reading;
import dev.assay.core.internal.testfiles.GgufBytes;
import dev.assay.core.internal.testfiles.PickleBytes;
import dev.assay.core.internal.testfiles.SafetensorsBytes;
import dev.assay.core.internal.testfiles.ZipBytes;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damages sound files at random and reads them. Seeded; {@code -Dassay.mutations=100000} makes it
 * long, {@code -Dassay.mutation.seed=N} makes it another one.
 */
class MutationTest {

    private static final int MUTATIONS = Integer.getInteger("assay.mutations", 2_000);
    private static final long SEED = Long.getLong("assay.mutation.seed", 20261124);
    private static final long MAX_NANOS = 1_000_000_000;

    private static final List<byte[]> SOUND =
            List.of(
                    SafetensorsBytes.sound(),
                    GgufBytes.sound(),
                    PickleBytes.stateDict(),
                    PickleBytes.legacy(PickleBytes.stateDict()),
                    ZipBytes.torch(PickleBytes.stateDict()),
                    new ZipBytes().deflated("m/data.pkl", PickleBytes.stateDict()).done(),
                    PickleBytes.protocol(4)
                            .op(0x95, 60, 0, 0, 0, 0, 0, 0, 0)
                            .stackGlobal("collections", "Counter")
                            .ops("}")
                            .shortText("key")
                            .op('K', 7)
                            .ops("s")
                            .op(0x85, 'R')
                            .stop());

    private static final int[] INTERESTING = {
        0, 1, 0x7f, 0x80, 0xff, '.', '(', 'c', 'R', 'P', 'K', '{', '"', '[', 0x93, 0x95
    };

    @Test
    void noDamageEscapesAsAnExceptionOrTakesASecond() throws IOException {
        Random random = new Random(SEED);
        long slowest = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = damage(SOUND.get(i % SOUND.size()), random);
            long start = System.nanoTime();
            Reading reading = read(damaged, i);
            slowest = Math.max(slowest, System.nanoTime() - start);
            assertThat(
                            reading.header().state() == FileState.OK
                                    || !reading.header().remarks().isEmpty())
                    .as("mutation %d has a reason for its state", i)
                    .isTrue();
            assertThat(
                            reading.safety().verdict() == Verdict.CLEAN
                                    || !reading.safety().reasons().isEmpty())
                    .as("mutation %d has a reason for its verdict", i)
                    .isTrue();
        }
        System.out.println(
                "mutations: %d read, the slowest in %d ms"
                        .formatted(MUTATIONS, slowest / 1_000_000));
        assertThat(slowest).isLessThan(MAX_NANOS);
    }

    private static Reading read(byte[] damaged, int number) throws IOException {
        try {
            Reading reading = Containers.read(ByteSource.of(damaged), "file");
            Classifier.classify(reading.header(), Path.of("file"));
            return reading;
        } catch (RuntimeException e) {
            throw new AssertionError("mutation " + number + " of seed " + SEED, e);
        }
    }

    /** Up to eight changes of a byte, a number, a length or a piece. */
    private static byte[] damage(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) INTERESTING[random.nextInt(INTERESTING.length)];
                case 2 -> bytes[at] = (byte) random.nextInt();
                case 3 -> fill(bytes, at, 4 << random.nextInt(2), random.nextBoolean() ? -1 : 0);
                case 4 -> bytes = Arrays.copyOf(bytes, at);
                case 5 -> bytes = repeated(bytes, at, 1 + random.nextInt(32));
                default -> bytes = without(bytes, at, 1 + random.nextInt(16));
            }
        }
        return bytes;
    }

    private static void fill(byte[] bytes, int at, int length, int value) {
        Arrays.fill(bytes, at, Math.min(bytes.length, at + length), (byte) value);
    }

    private static byte[] repeated(byte[] bytes, int at, int length) {
        int there = Math.min(length, bytes.length - at);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + there);
        System.arraycopy(bytes, at, longer, at + there, bytes.length - at);
        return longer;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        int gone = Math.min(length, bytes.length - at);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - gone);
        System.arraycopy(bytes, at + gone, shorter, at, bytes.length - at - gone);
        return shorter;
    }
}
