package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.shell.run.CommandInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualTest {
    private static final Path COMMITTED = Path.of("../docs/commands.md");

    @TempDir Path folder;

    @Test
    void theCommittedPageIsWhatTheProgramPrints() throws IOException {
        String printed = new TestHost(folder).run("man", "--markdown").out();
        assertThat(Files.readString(COMMITTED))
                .as("Out of date; write it anew: ./assay man --markdown > docs/commands.md")
                .isEqualTo(printed);
    }

    @Test
    void writesAPageForTheProgramAndForEveryCommand() throws IOException {
        new TestHost(folder).run("man", "--dir", "man1");
        assertThat(folder.resolve("man1").toFile().list())
                .hasSize(CommandTable.ALL.size() + 1)
                .contains("assay.1", "assay-scan.1");
        for (CommandInfo command : CommandTable.ALL) {
            List<String> lines =
                    Files.readAllLines(folder.resolve("man1/assay-" + command.name() + ".1"));
            assertThat(lines.getFirst()).startsWith(".TH \"ASSAY-");
            assertThat(lines)
                    .filteredOn(line -> line.startsWith(".") || line.startsWith("'"))
                    .allMatch(line -> line.matches("\\.(TH|SH) \".*|\\.(TP|PP|nf|fi)"));
        }
    }

    @Test
    void manShowsThePagesWithoutAWarning() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/groff")).exists();
        new TestHost(folder).run("man", "--dir", "man1");
        try (var pages = Files.list(folder.resolve("man1"))) {
            for (Path page : pages.toList()) {
                Process groff =
                        new ProcessBuilder("groff", "-man", "-ww", "-z", page.toString())
                                .redirectErrorStream(true)
                                .start();
                String said =
                        new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(groff.waitFor()).isZero();
                assertThat(said).isEmpty();
            }
        }
    }
}
