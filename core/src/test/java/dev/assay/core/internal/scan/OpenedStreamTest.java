package dev.assay.core.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hash.spi.FileFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OpenedStreamTest {
    private static final int HEADER = 40;
    private static final byte[] SAFETENSORS = safetensors();

    private static byte[] safetensors() {
        return ByteBuffer.allocate(8 + HEADER + 3)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(HEADER)
                .put("{}".getBytes(StandardCharsets.UTF_8))
                .array();
    }

    @Test
    void tellsWhereThePayloadOfSafetensorsStarts() throws IOException {
        FileFacts facts = opened(SAFETENSORS).facts(SAFETENSORS.length);
        assertThat(facts.format()).isEqualTo("safetensors");
        assertThat(facts.payloadOffset()).isEqualTo(OptionalLong.of(8 + HEADER));
    }

    @Test
    void knowsNoPayloadOfAStreamThatEndedInItsHeader() throws IOException {
        FileFacts facts = opened(Arrays.copyOf(SAFETENSORS, 20)).facts(20);
        assertThat(facts.format()).isEqualTo("safetensors");
        assertThat(facts.payloadOffset()).isEmpty();
    }

    @Test
    void takesNothingElseForSafetensors() throws IOException {
        for (String other : new String[] {"", "PK\3\4", "hello world", "GGUF\3\0\0\0{"}) {
            byte[] bytes = other.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(opened(bytes).facts(bytes.length).format()).isEqualTo("unknown");
        }
    }

    @Test
    void losesNoByte() throws IOException {
        for (int length : new int[] {0, 1, 8, 9, 10, SAFETENSORS.length}) {
            byte[] bytes = Arrays.copyOf(SAFETENSORS, length);
            assertThat(opened(bytes).bytes().readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void asksNoStreamAgainThatHasEnded() throws IOException {
        for (int length : new int[] {0, 5, 9, 20}) {
            OpenedStream opened = OpenedStream.of(terminal(Arrays.copyOf(SAFETENSORS, length)));
            assertThat(opened.bytes().readAllBytes()).hasSize(length);
        }
    }

    /** Takes what comes behind its end for the start of something new, as a terminal does. */
    private static InputStream terminal(byte[] typed) {
        return new ByteArrayInputStream(typed) {
            private boolean ended;

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                int count = length == 0 ? 0 : super.read(into, offset, length);
                if (ended) {
                    throw new IllegalStateException("waits for more to be typed");
                }
                ended = count < 0;
                return count;
            }
        };
    }

    private static OpenedStream opened(byte[] bytes) throws IOException {
        return OpenedStream.of(new ByteArrayInputStream(bytes));
    }
}
