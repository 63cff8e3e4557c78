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

    @Test
    void theTextOfAPathThatIsNoneTellsItsBytes() {
        Path file = RawPath.resolve(Path.of("/models"), latin("100% caf\u00e9 \u00c3\u00a9.pt"));
        assertThat(RawPath.isText(file)).isFalse();
        assertThat(RawPath.text(file)).isEqualTo("/models/100%25 caf%E9 \u00e9.pt");
        assertThat(RawPath.name(file)).isEqualTo("100%25 caf%E9 \u00e9.pt");
        assertThat(RawPath.textBelow(Path.of("/"), file)).startsWith("models/100%25");
    }

    @Test
    void theTextOfAPathThatIsOneIsThePath() {
        for (String name : new String[] {"/models/100% %E9.pt", "/models/caf\u00e9 \ufffd.pt"}) {
            Path file = RawPath.resolve(Path.of("/"), name.getBytes(StandardCharsets.UTF_8));
            assertThat(RawPath.isText(file)).isTrue();
            assertThat(RawPath.text(file)).isEqualTo(name);
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
