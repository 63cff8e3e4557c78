package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.HelpTopics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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

    @Test
    void parsesEveryExample() {
        for (CommandInfo command : CommandTable.ALL) {
            assertThat(command.examples()).isNotEmpty();
            for (CommandInfo.Example example : command.examples()) {
                Arguments arguments = Arguments.of(List.of(example.line().split(" ")));
                assertThat(arguments.command()).contains(command.name());
                new Parsing(command, command.factory().get()).parse(arguments.rest());
            }
        }
    }

    @Test
    void describesEveryOption() {
        for (CommandInfo command : CommandTable.ALL) {
            new CommandLine(command.factory().get())
                    .getCommandSpec()
                    .options()
                    .forEach(option ->
                            assertThat(String.join("", option.description())).isNotBlank());
        }
    }
}
