package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard input of a real process, which a test must not close in its own. */
class StandardInputTest {
    private static final String NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir Path home;

    @Test
    void staysOpenForTheNextCommandThatReadsIt() throws Exception {
        Path script = home.resolve("twice.assay");
        Files.writeString(script, "catalog import -\nhash -\n");

        RealProcess.Result result = new RealProcess(home).run("run", script.toString());

        assertThat(result.out()).isEqualTo(NOTHING + "  -\n");
        assertThat(result.exit()).isZero();
    }
}
