package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.help.HelpTopics;
import dev.assay.shell.run.CommandInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @TempDir Path folder;

    @Test
    void keepsEveryPageWithinAHundredColumns() {
        TestHost assay = new TestHost(folder);
        assertThat(assay.run("help").out().lines()).allMatch(line -> line.length() <= 100);
        for (CommandInfo command : CommandTable.ALL) {
            assertThat(assay.run("help", command.name()).out().lines())
                    .as(command.name())
                    .hasSizeGreaterThan(5)
                    .allMatch(line -> line.length() <= 100);
        }
        for (String topic : HelpTopics.names()) {
            assertThat(assay.run("help", topic).out().lines())
                    .as(topic)
                    .hasSizeGreaterThan(2)
                    .allMatch(line -> line.length() <= 100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80})
    void keepsEveryPageWithinANarrowTerminal(int width) {
        TestHost assay = new TestHost(folder).onTerminal(width);
        List<List<String>> pages = new ArrayList<>(List.of(List.of("help")));
        CommandTable.ALL.forEach(command -> pages.add(List.of("help", command.name())));
        HelpTopics.names().forEach(topic -> pages.add(List.of("help", topic)));

        for (List<String> page : pages) {
            assertThat(assay.run(page.toArray(String[]::new)).out().lines())
                    .as("%s", page)
                    .allMatch(line -> line.length() <= width || isOneWord(line));
        }
    }

    /** An option or a command line, which nobody breaks. */
    private static boolean isOneWord(String line) {
        return !line.strip().contains(" ") || line.strip().startsWith("assay ");
    }

    @Test
    void putsWhatAnExampleDoesBelowItWhereThereIsNoRoomBesideIt() {
        assertThat(new TestHost(folder).onTerminal(60).run("help").out())
                .contains("  assay scan ~/ComfyUI/models\n      what is in this folder\n");
    }

    @Test
    void fitsTheShortPageOnAScreenAndSaysEverythingOnTheOther() {
        TestHost assay = new TestHost(folder);
        for (CommandInfo command : CommandTable.ALL) {
            assertThat(command.examples()).isNotEmpty();
            String brief = assay.run(command.name(), "-h").out();
            assertThat(brief.lines().count()).as(command.name()).isLessThanOrEqualTo(32);
            assertThat(brief).doesNotContain("--no-truncate").contains("Exit: ");
            String whole = assay.run(command.name(), "--help").out();
            assertThat(whole).contains("--no-truncate");
            assertThat(assay.run("help", command.name()).out()).isEqualTo(whole);
        }
    }

    @Test
    void describesEveryOption() {
        for (CommandInfo command : CommandTable.ALL) {
            command.factory()
                    .get()
                    .options()
                    .spec()
                    .options()
                    .forEach(option ->
                            assertThat(String.join("", option.description())).isNotBlank());
        }
    }
}
