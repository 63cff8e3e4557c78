package dev.assay.shell.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost;
import dev.assay.shell.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCommandTest {
    @TempDir private Path temp;
    private Path plugins;
    private Path file;
    private TestHost assay;

    @BeforeEach
    void putAPluginIntoTheFolder() throws IOException {
        plugins = temp.resolve(".local/share/assay/plugins");
        new FaultyPlugins(temp, plugins).good();
        file = Files.writeString(temp.resolve("a.ckpt"), "a");
        assay = new TestHost(temp);
    }

    @Test
    void runsAPluginOnceItIsAllowedAndNoMoreWhenItIsDisabled() {
        assertThat(assay.run("plugin", "ls").out()).contains("good", "new: not loaded");
        assertThat(hash().exit()).isEqualTo(ExitCode.USAGE);

        assertThat(assay.run("plugin", "allow", "good").out()).contains("loaded", "hash good");
        assertThat(hash().out()).startsWith("01020304");
        assertThat(assay.run("algo", "ls").out()).contains("good");

        assertThat(assay.run("plugin", "disable", "good").out()).contains("disabled");
        assertThat(hash().exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void addsAPluginAndDeletesItOnlyWhenToldTo() {
        Path jar = plugins.resolve("good/plugin.jar");

        assertThat(assay.run("plugin", "add", jar.toString()).out()).contains("new: not loaded");
        assertThat(plugins.resolve("plugin/plugin.jar")).exists();
        assertThat(assay.run("plugin", "rm", "plugin").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(assay.run("plugin", "rm", "plugin", "--yes").exit()).isEqualTo(ExitCode.OK);
        assertThat(plugins.resolve("plugin")).doesNotExist();
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        TestHost.Result unknown = assay.run("plugin", "allow", "goood");
        assertThat(unknown.exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(unknown.err()).contains("good").contains("[unknown_plugin]");
        TestHost.Result notAJar = assay.run("plugin", "add", file.toString());
        assertThat(notAJar.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(notAJar.err()).contains(file.toString()).contains("[plugin_refused]");
    }

    private TestHost.Result hash() {
        return assay.run("hash", "-a", "good", file.toString());
    }
}
