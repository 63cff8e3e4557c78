package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.error.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedSearchTest {
    @TempDir Path home;

    @BeforeEach
    void scan() throws IOException {
        Models.lora(home.resolve("models/style.safetensors"));
        Models.dangerous(home.resolve("models/free.ckpt"));
        run("scan", "models");
    }

    private TestHost.Result run(String... words) {
        return new TestHost(home).run(words);
    }

    @Test
    void standsForItsWordsInEveryCommand() {
        run("ls", "type:lora", "--save", "mine");
        assertThat(run("ls", "saved:mine", "--count").out()).isEqualTo("1\n");
        assertThat(run("show", "saved:mine").out()).contains("style.safetensors");
        assertThat(run("ls", "saved:mine", "ext:ckpt", "--count").out()).isEqualTo("0\n");
    }

    @Test
    void keepsTheWordsOfASearchThatItWasMadeFrom() {
        run("ls", "type:lora", "--save", "mine");
        run("ls", "saved:mine", "name:my style", "--save", "narrow");
        run("saved", "rm", "mine");
        assertThat(run("saved").out()).isEqualTo("saved:narrow\ttype:lora name:my\\\\ style\n");
        assertThat(run("ls", "saved:narrow", "--count").out()).isEqualTo("0\n");
    }

    @Test
    void isNotSavedWhenAWordIsNoFilter() {
        TestHost.Result result = run("ls", "type:lorra", "--save", "mine");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run("saved").out()).isEmpty();
    }

    @Test
    void isAskedForByItsRightNameWhenItIsMistyped() {
        run("ls", "type:lora", "--save", "mine");
        TestHost.Result result = run("ls", "saved:mien");
        assertThat(result.exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(result.err()).contains("Did you mean mine?");
    }
}
