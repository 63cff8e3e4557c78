package dev.assay.core.internal.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteInputTest {
    @Test
    void takesPlainTextAndTheMarkAtItsEnd() throws IOException {
        ByteInput in = reading("name\"\":", 100);
        assertThat(in.plainText(4)).hasValue("name");
        assertThat(in.plainText(4)).hasValue("");
        assertThat(in.unsignedByte()).isEqualTo(':');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names\"",
                "na\\\"e\"",
                "na\te\"",
                "n\u00e4\"",
                "name",
                "no mark within the buffer\""
            })
    void takesNothingOfWhatIsLongerOrNotPlainOrNotReadAhead(String text) throws IOException {
        ByteInput in = reading(text, 8);
        assertThat(in.plainText(4)).isEmpty();
        assertThat(in.plainText(4)).isEmpty();
        assertThat(in.position()).isZero();
        assertThat(in.unsignedByte()).isEqualTo('n');
    }

    private static ByteInput reading(String text, int ahead) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteInput in = new ByteInput(new ByteArrayInputStream(bytes), ahead);
        assertThat(in.peek()).isEqualTo(text.charAt(0));
        return in;
    }
}
