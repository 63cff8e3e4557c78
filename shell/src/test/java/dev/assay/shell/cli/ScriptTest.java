package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    @TempDir Path folder;
    private TestHost assay;

    @BeforeEach
    void begin() throws IOException {
        assay = new TestHost(folder);
        Path models = Files.createDirectories(folder.resolve("models"));
        Models.lora(models.resolve("detail.safetensors"));
        Models.dangerous(models.resolve("evil.ckpt"));
        assay.run("scan", "models", "--hash");
    }

    private Result script(String... lines) throws IOException {
        Files.writeString(folder.resolve("s.assay"), String.join("\n", lines));
        return assay.run("run", "s.assay");
    }

    @Test
    void keepsToTheModelsInUseUntilAllCountAgain() throws IOException {
        assertThat(script("use type:lora", "ls --count", "use off", "ls --count").out())
                .isEqualTo("1\n2\n");
    }

    @Test
    void keepsASettingForTheLinesBehindIt() throws IOException {
        Result result =
                script("set output ids", "ls type:lora", "unset output", "ls type:lora -F name");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("[0-9a-f]{64}\ndetail.safetensors\n");
    }

    @Test
    void tellsAWrongFilterOrSettingAndGoesOn() throws IOException {
        Result result = script("use type:bogus", "set outputt json", "ls --count");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("[bad_filter]", "[unknown_setting]");
        assertThat(result.out()).isEqualTo("2\n");
    }
}
