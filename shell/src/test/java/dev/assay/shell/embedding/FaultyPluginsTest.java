package dev.assay.shell.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twelve plugins with a fault each, and three more, beside two good ones and a provider that knows
 * no limits: real jars in a real process. They cost their own results and are named; everything
 * else is whole.
 */
class FaultyPluginsTest {
    private static final int FILES = 100;

    @TempDir private Path temp;

    @Test
    void costTheirOwnResultsAndNothingElse() throws Exception {
        Path models = Files.createDirectory(temp.resolve("models"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(models.resolve("model-%03d.ckpt".formatted(i)), "model " + i);
        }
        Path plugins = temp.resolve("plugins");
        FaultyPlugins faulty = new FaultyPlugins(temp, plugins);
        faulty.good();
        faulty.goodProvider();
        faulty.boundlessProvider();
        List<String> names = faulty.all();
        assertThat(names).hasSizeGreaterThanOrEqualTo(12);

        ChildJvm.Said said =
                ChildJvm.onModulePath(Programs.EMBEDDER, models.toString(), plugins.toString());

        assertThat(said.value("entries")).isEqualTo("" + FILES);
        assertThat(said.value("complete")).isEqualTo("" + FILES);
        assertThat(said.value("sha256")).isEqualTo("" + FILES);
        assertThat(said.value("blake3")).isEqualTo("" + FILES);
        assertThat(said.value("good")).isEqualTo("" + FILES);
        assertThat(said.value("identified")).isEqualTo("" + FILES);
        List<String> problems =
                said.out().stream().filter(line -> line.startsWith("problem ")).toList();
        System.out.printf(
                "%d faulty plugins, %d files: %d reports%n%s%n",
                names.size(), FILES, problems.size(), String.join("\n", problems));
        for (String name : names) {
            assertThat(problems)
                    .as(name)
                    .filteredOn(line -> line.startsWith("problem " + name + ": "))
                    .isNotEmpty();
        }
        assertThat(problems).noneMatch(line -> line.startsWith("problem good"));
    }
}
