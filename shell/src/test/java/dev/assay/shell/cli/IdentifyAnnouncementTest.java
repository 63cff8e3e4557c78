package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before a whole library is read for its digests, a person is told how much that is. */
class IdentifyAnnouncementTest {
    private static final String SAID = "without a digest is read first";

    @TempDir Path folder;

    private Path models;

    @BeforeEach
    void makeFolder() throws IOException {
        models = Files.createDirectory(folder.resolve("models"));
    }

    @Test
    void saysHowMuchIsReadFirst() throws IOException {
        scanned(2L << 30);

        assertThat(onTerminal().run("identify", "--offline").err())
                .contains("2.0G in 1 file " + SAID)
                .contains("Ctrl-C stops and keeps what is done");
    }

    @Test
    void saysNothingOfWhatIsReadSoon() throws IOException {
        scanned(1 << 20);

        assertThat(onTerminal().run("identify", "--offline").err()).doesNotContain(SAID);
    }

    @Test
    void saysNothingWhereNothingIsReadOrNobodyLooks() throws IOException {
        scanned(2L << 30);

        assertThat(onTerminal().run("identify", "--offline", "--quick").err()).doesNotContain(SAID);
        assertThat(onTerminal().run("identify", "--dry-run").err()).doesNotContain(SAID);
        assertThat(new TestHost(folder).run("identify", "--offline").err()).doesNotContain(SAID);
    }

    private TestHost onTerminal() {
        return new TestHost(folder).onTerminal(100);
    }

    /** A file of zeros that takes no room on the disk, behind a header of one tensor. */
    private void scanned(long size) throws IOException {
        String header = "{\"w\":{\"dtype\":\"U8\",\"shape\":[%1$d],\"data_offsets\":[0,%1$d]}}";
        byte[] text = header.formatted(size).getBytes(StandardCharsets.US_ASCII);
        try (RandomAccessFile file =
                new RandomAccessFile(models.resolve("big.safetensors").toFile(), "rw")) {
            file.writeLong(Long.reverseBytes(text.length));
            file.write(text);
            file.setLength(Long.BYTES + text.length + size);
        }
        new TestHost(folder).run("scan", models.toString());
    }
}
