package dev.assay.core.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.testfiles.PickleBytes;
import dev.assay.core.internal.testfiles.SafetensorsBytes;
import dev.assay.core.internal.testfiles.ZipBytes;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectorTest {

    private final Inspector inspector = new Inspector();

    @TempDir private Path folder;

    @Test
    void saysWhatASoundFileHolds() throws IOException {
        Inspection inspection = inspect("a.safetensors", SafetensorsBytes.sound());
        assertThat(inspection.format()).isEqualTo(Format.SAFETENSORS);
        assertThat(inspection.state()).isEqualTo(FileState.OK);
        assertThat(inspection.safety().verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(inspection.safety().rules()).isEqualTo("2026-11-24");
        assertThat(inspection.problems()).isEmpty();
        assertThat(inspection.classification().tensors()).hasValue(2);
        assertThat(inspection.facts().payloadOffset()).isPresent();
    }

    @Test
    void givesAReasonAndANextStepForWhatIsBroken() throws IOException {
        Inspection inspection = inspect("a.safetensors", SafetensorsBytes.of("{]", 0));
        assertThat(inspection.state()).isEqualTo(FileState.MALFORMED);
        assertThat(inspection.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).contains("InvalidHeaderDeserialization");
                    assertThat(problem.remedy()).isNotBlank();
                });
    }

    @Test
    void reportsWhatCannotBeOpened() {
        assertThat(inspector.inspect(folder.resolve("absent")).state())
                .isEqualTo(FileState.UNREADABLE);
        Inspection directory = inspector.inspect(folder);
        assertThat(directory.state()).isEqualTo(FileState.UNREADABLE);
        assertThat(directory.problems()).hasSize(1);
        assertThat(directory.safety().verdict()).isEqualTo(Verdict.UNSCANNABLE);
    }

    @Test
    void reportsItsOwnFailureAsTroubleWithThatFile() {
        assertReported(new IllegalStateException("nobody thought of this"));
        assertReported(new StackOverflowError());
    }

    private void assertReported(Throwable failure) {
        Path file = folder.resolve("m.safetensors");
        Inspection inspection =
                inspector.inspect(file, new FailingSource(SafetensorsBytes.sound(), failure));
        assertThat(inspection)
                .returns(FileState.UNREADABLE, Inspection::state)
                .returns(Verdict.UNSCANNABLE, it -> it.safety().verdict());
        assertThat(inspection.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo(file);
                    assertThat(problem.message()).contains("a bug of Assay's", failure.toString());
                    assertThat(problem.remedy()).contains("Report it");
                });
    }

    /** Its first bytes can be read once. */
    private static final class FailingSource implements ByteSource {
        private final byte[] bytes;
        private final Throwable failure;
        private int reads;

        FailingSource(byte[] bytes, Throwable failure) {
            this.bytes = bytes;
            this.failure = failure;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            if (reads++ > 0) {
                switch (failure) {
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    default -> throw new IOException(failure);
                }
            }
            return ByteSource.of(bytes).read(position, into, offset, length);
        }
    }

    @Test
    void readsLittleMoreThanTheHeaderOfALargeFile() throws IOException {
        Path file = folder.resolve("large.safetensors");
        long data = 3L << 30;
        String header =
                "{"
                        + SafetensorsBytes.tensor("a", "U8", "[" + data + "]", 0, data)
                        + " ".repeat(200_000)
                        + "}";
        Files.write(file, SafetensorsBytes.of(header, 0));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(sparse.length() + data);
        }
        Inspection inspection = inspector.inspect(file);
        assertThat(inspection.state()).isEqualTo(FileState.OK);
        assertThat(inspection.bytesRead())
                .isLessThanOrEqualTo(inspection.payloadOffset().orElseThrow() + (1 << 16));
    }

    @Test
    void readsLittleOfALargeTorchFile() throws IOException {
        byte[] large =
                new ZipBytes()
                        .stored("m/data.pkl", PickleBytes.stateDict())
                        .stored("m/data/0", new byte[4 << 20])
                        .done();
        assertThat(inspect("m.pt", large).bytesRead()).isLessThan(1 << 16);
    }

    @Test
    void tellsADownloadThatAria2HasNotFinished() throws IOException {
        Files.createFile(folder.resolve("a.safetensors.aria2"));
        assertThat(inspect("a.safetensors", SafetensorsBytes.sound()).state())
                .isEqualTo(FileState.PARTIAL_DOWNLOAD);
    }

    @Test
    void classifiesAShardTogetherWithItsSet() throws IOException {
        write("m-00001-of-00003.safetensors", shard("first"));
        write("m-00002-of-00003.safetensors", shard("second"));
        write(
                "m.safetensors.index.json",
                """
                {"metadata":{"total_size":3},"weight_map":{
                 "first":"m-00001-of-00003.safetensors","third":"../../outside.safetensors"}}
                """
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Inspection inspection = inspector.inspect(folder.resolve("m-00001-of-00003.safetensors"));
        assertThat(inspection.classification().tensors()).hasValue(1);
        assertThat(inspection.classification().evidence())
                .anyMatch(evidence -> evidence.rule().equals("sharded-set"));
        assertThat(inspection.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("m-00003-of-00003.safetensors"));
    }

    @Test
    void namesTheImportsOfADangerousFile() throws IOException {
        Inspection inspection = inspect("m.ckpt", ZipBytes.torch(PickleBytes.evil()));
        assertThat(inspection.safety().verdict()).isEqualTo(Verdict.DANGEROUS);
        assertThat(inspection.safety().imports()).isEqualTo(List.of("posix system"));
    }

    private static byte[] shard(String tensor) {
        return SafetensorsBytes.of(
                "{" + SafetensorsBytes.tensor(tensor, "U8", "[1]", 0, 1) + "}", 1);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Inspection inspect(String name, byte[] bytes) throws IOException {
        return inspector.inspect(write(name, bytes));
    }
}
