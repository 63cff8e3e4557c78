package dev.assay.shell.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same program that embeds core, once from modules and once from a plain class path. */
class ClassPathEmbeddingTest {
    private static final String HELLO =
            "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    @TempDir private Path temp;

    @Test
    void findsTheSameOnTheModulePathAndOnAPlainClassPath() throws Exception {
        Path models = Files.createDirectory(temp.resolve("models"));
        Files.writeString(models.resolve("hello.ckpt"), "hello world");
        Path plugins = temp.resolve("plugins");
        goodPlugin(plugins);

        ChildJvm.Said modules =
                ChildJvm.onModulePath(Programs.EMBEDDER, models.toString(), plugins.toString());
        ChildJvm.Said classPath =
                ChildJvm.onClassPath(Programs.EMBEDDER, models.toString(), plugins.toString());

        assertThat(modules.value("module")).isEqualTo("true");
        assertThat(classPath.value("module")).isEqualTo("false");
        for (ChildJvm.Said said : List.of(modules, classPath)) {
            assertThat(said.value("first")).isEqualTo(HELLO);
            assertThat(said.value("complete")).isEqualTo("1");
            assertThat(said.value("plugin")).isEqualTo("good LOADED [hash good]");
            assertThat(said.value("good")).isEqualTo("1");
            assertThat(said.value("threads")).isEqualTo("[]");
        }
    }

    private void goodPlugin(Path plugins) throws IOException {
        new FaultyPlugins(temp, plugins).good();
    }
}
