package dev.assay.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RawPathTest {

    @Test
    void aPathBesideAFileIsCalledAsTheFileWithMoreBehindIt() {
        assertThat(RawPath.beside(Path.of("models/a"), ".part"))
                .isEqualTo(Path.of("models/a.part"));
    }

    @Test
    void aPathBesideAFileKeepsTheBytesOfItsName() {
        Path file = RawPath.resolve(Path.of("/models"), latin("caf\u00e9 1"));
        assertThat(RawPath.bytes(RawPath.beside(file, ".part")))
                .isEqualTo(latin("/models/caf\u00e9 1.part"));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
