package dev.assay.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.internal.testfiles.SafetensorsBytes;
import dev.assay.core.model.FileReport;
import dev.assay.core.model.RemoteFile;
import dev.assay.core.model.UnknownHashException;
import dev.assay.hash.spi.HashId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {
    private static final List<HashId> HASHES = List.of(HashId.of("sha256"), HashId.of("edges8k"));

    @TempDir private Path folder;

    @Test
    void saysTheSameOfAnObjectInAStoreAsOfAFile() throws IOException {
        byte[] bytes = Arrays.copyOf(SafetensorsBytes.sound(), 5_000_000);
        new Random(7).nextBytes(bytes);
        byte[] header = SafetensorsBytes.sound();
        System.arraycopy(header, 0, bytes, 0, header.length);
        Path file = Files.write(folder.resolve("a.safetensors"), bytes);

        try (Library library = library()) {
            FileReport local = library.examine(file, HASHES);
            FileReport remote =
                    library.examine(new InMemory(file.toString(), bytes, bytes.length), HASHES);

            assertThat(local.digests()).hasSize(2);
            assertThat(remote).isEqualTo(local);
        }
    }

    @Test
    void givesAReportThatCanBeSentToAnotherProcess() throws Exception {
        Path file = Files.write(folder.resolve("a.safetensors"), SafetensorsBytes.sound());

        try (Library library = library()) {
            FileReport report = library.examine(file, HASHES);

            assertThat(receive(send(report))).isEqualTo(report);
            assertThat(report.format()).isEqualTo("safetensors");
            assertThat(report.missing()).isEmpty();
        }
    }

    @Test
    void saysWhatIsMissingOfAnObjectThatEndsTooEarly() {
        byte[] bytes = SafetensorsBytes.sound();

        try (Library library = library()) {
            FileReport report =
                    library.examine(
                            new InMemory("s3://bucket/loras/a.safetensors", bytes, 9_000_000),
                            HASHES);

            assertThat(report.name()).isEqualTo("s3://bucket/loras/a.safetensors");
            assertThat(report.digests()).isEmpty();
            assertThat(report.missing()).containsOnlyKeys("sha256", "edges8k");
            assertThat(report.problems()).isNotEmpty();
        }
    }

    @Test
    void reportsAFileThatIsNotThere() {
        try (Library library = library()) {
            FileReport report = library.examine(folder.resolve("nothing.ckpt"), HASHES);

            assertThat(report.state()).isEqualTo("unreadable");
            assertThat(report.missing())
                    .isEqualTo(
                            Map.of(
                                    "sha256", "the file could not be read",
                                    "edges8k", "the file could not be read"));
        }
    }

    @Test
    void refusesAHashThatNobodyBrings() {
        try (Library library = library()) {
            List<HashId> unknown = List.of(HashId.of("nobodys"));
            assertThatThrownBy(() -> library.examine(folder, unknown))
                    .isInstanceOf(UnknownHashException.class);
        }
    }

    private static Library library() {
        return Library.builder().hashPlugin(new TestHashes()).threads(2).open();
    }

    private static byte[] send(FileReport report) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
            out.writeObject(report);
        }
        return sent.toByteArray();
    }

    private static Object receive(byte[] sent) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(sent))) {
            return in.readObject();
        }
    }

    /** An object of which the store may tell a wrong size. */
    private record InMemory(String name, byte[] bytes, long size) implements RemoteFile {
        @Override
        public int read(long position, ByteBuffer into) {
            int length = Math.clamp(bytes.length - position, 0, into.remaining());
            into.put(bytes, (int) Math.min(position, bytes.length), length);
            return length;
        }
    }
}
