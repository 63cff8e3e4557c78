package dev.assay.shell.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.acceptance.AssayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugin folders besides the user's own, in the real program. */
class PluginPathTest {
    @TempDir private Path temp;
    private Path more;
    private Path file;
    private AssayProcess assay;

    @BeforeEach
    void putPluginsIntoAnotherFolder() throws IOException {
        more = temp.resolve("more");
        FaultyPlugins plugins = new FaultyPlugins(temp, more);
        plugins.good();
        plugins.hanging();
        Path home = Files.createDirectory(temp.resolve("home"));
        file = Files.writeString(home.resolve("a.ckpt"), "a");
        assay = new AssayProcess(home);
    }

    @Test
    void usesAPluginOfAnotherFolderOnceTheUserAllowedIt() {
        AssayProcess.Done before = hash("good", "--plugin-path", more.toString());
        assertThat(before.exit()).as(before.all()).isEqualTo(2);

        AssayProcess.Done allowed =
                assay.run("plugin", "allow", "good", "--plugin-path", more.toString());
        assertThat(allowed.out()).as(allowed.all()).contains("loaded", "hash good");
        assertThat(more.resolve("allowed.sha256")).doesNotExist();

        assay.with("ASSAY_PLUGIN_PATH", more.toString());
        AssayProcess.Done after = hash("good");
        assertThat(after.out()).as(after.all()).startsWith("01020304");
    }

    @Test
    void givesUpAHangingPluginAfterItsOwnTimeLimit() {
        assay.with("ASSAY_PLUGIN_PATH", more.toString());
        assertThat(assay.run("plugin", "allow", "hangs").exit()).isZero();

        assay.with("ASSAY_PLUGINS_HANGS_TIME_LIMIT", "300ms");
        AssayProcess.Done done = hash("seven,sha256");

        assertThat(done.all()).contains("longer than 0.3 s").contains("ca978112ca1bbdcafac231b39a");
    }

    private AssayProcess.Done hash(String algorithms, String... more) {
        String[] words = new String[4 + more.length];
        words[0] = "hash";
        words[1] = "-a";
        words[2] = algorithms;
        words[3] = file.toString();
        System.arraycopy(more, 0, words, 4, more.length);
        return assay.run(words);
    }
}
