package org.example.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.core.model.FileReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanOnSparkTest {
    private static final int FILES = 200;

    @TempDir Path folder;

    @Test
    void twoExecutorsFindWhatOneLoopFinds() throws Exception {
        for (int i = 0; i < FILES; i++) {
            makeFile(i);
        }
        List<String> files = ScanOnSpark.files(folder);

        List<FileReport> distributed = ScanOnSpark.onSpark(files);

        assertEquals(FILES, distributed.size());
        assertEquals(ScanOnSpark.alone(files), distributed);
        for (int i = 0; i < FILES; i++) {
            assertEquals(sha256(i), distributed.get(i).digests().get("sha256"));
        }
    }

    private Path file(int i) {
        return folder.resolve("model-%03d.ckpt".formatted(i));
    }

    private void makeFile(int i) throws IOException {
        byte[] bytes = new byte[i * 4_099];
        new Random(i).nextBytes(bytes);
        Files.write(file(i), bytes);
    }

    private String sha256(int i) throws Exception {
        byte[] bytes = Files.readAllBytes(file(i));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
