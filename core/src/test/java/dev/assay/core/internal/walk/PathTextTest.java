package dev.assay.core.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTextTest {

    private static Path ofBytes(byte... name) {
        StringBuilder uri = new StringBuilder("file:///folder/");
        for (byte b : name) {
            uri.append('%').append(HexFormat.of().toHexDigits(b));
        }
        return Path.of(URI.create(uri.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "/models/a b.safetensors, /models/a b.safetensors",
        "/models/h%C3%A9llo, /models/héllo",
        "/models/%E9, /models/%E9",
        "/models/%FF%FE.pt, /models/%FF%FE.pt",
        "/models/100%25, /models/100%25",
        "/models/a%0Ab%1B[31m, /models/a%0Ab%1B[31m",
        "/models/%F0%9F%8E%A8, /models/🎨"
    })
    void writesWhatCanBeReadAndEscapesTheRest(String uri, String text) {
        Path path = Path.of(URI.create("file://" + uri.replace(" ", "%20").replace("[", "%5B")));
        assertThat(PathText.of(path)).isEqualTo(text);
        assertThat(PathText.toPath(text)).isEqualTo(path);
    }

    @Test
    void bringsAnyBytesBack() {
        Random random = new Random(14);
        for (int i = 0; i < 5_000; i++) {
            byte[] name = new byte[1 + random.nextInt(12)];
            random.nextBytes(name);
            for (int b = 0; b < name.length; b++) {
                boolean means = name[b] == 0 || name[b] == '/' || name[b] == '.';
                name[b] = means ? (byte) 'x' : name[b];
            }
            Path path = ofBytes(name);
            String text = PathText.of(path);
            assertThat(PathText.toPath(text)).isEqualTo(path);
            assertThat(text.chars()).noneMatch(Character::isISOControl);
            assertThat(text).endsWith("/" + PathText.nameOf(path));
        }
    }
}
