package dev.assay.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.Cli;
import dev.assay.shell.run.CommandInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/** Commands and options that the documentation names in the middle of a sentence exist. */
class NamedCommandsTest {
    private static final Pattern OURS = Pattern.compile("`(?:\\./)?assay ([a-z_][a-z_-]*)([^`]*)`");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--?[a-zA-Z][a-z-]*");

    private final Map<String, CommandSpec> commands = new HashMap<>();

    NamedCommandsTest() {
        for (CommandInfo info : new Cli().all()) {
            commands.put(info.name(), info.factory().get().options().spec());
        }
    }

    @Test
    void everyCommandAndOptionInASentenceExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        int named = 0;
        for (Document document : Document.all()) {
            for (String line : document.lines()) {
                for (MatchResult span : OURS.matcher(line).results().toList()) {
                    named++;
                    wrong.addAll(check(document.path() + ": " + span.group(), span));
                }
            }
        }

        System.out.printf("%d commands in sentences%n", named);
        assertThat(named).isPositive();
        assertThat(wrong).isEmpty();
    }

    private List<String> check(String place, MatchResult span) {
        CommandSpec command = commands.get(span.group(1));
        if (command == null) {
            return List.of(place);
        }
        List<String> wrong = new ArrayList<>();
        Matcher option = OPTION.matcher(span.group(2));
        while (option.find()) {
            if (command.findOption(option.group()) == null) {
                wrong.add(place + " has no " + option.group());
            }
        }
        return wrong;
    }
}
