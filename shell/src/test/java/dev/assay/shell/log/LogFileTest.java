package dev.assay.shell.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir private Path folder;

    @Test
    void growsByALineWhetherItIsThereOrNot() throws IOException {
        Path log = folder.resolve("assay.log");
        LogFile.append(log, "one é\n");
        LogFile.append(log, "two\n");
        assertThat(log).hasContent("one é\ntwo\n");
    }

    @Test
    void isNeverAModelThatWasNamedByMistake() throws IOException {
        byte[] header = {2, 0, 0, 0, 0, 0, 0, 0, '{', '}'};
        Path model = Files.write(folder.resolve("model.safetensors"), header);
        assertThatIOException()
                .isThrownBy(() -> LogFile.append(model, "a line\n"))
                .withMessageContaining("no text");
        assertThat(Files.readAllBytes(model)).isEqualTo(header);
    }
}
