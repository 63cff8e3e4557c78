package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.option.Options;
import dev.assay.shell.run.GlobalOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class ArgumentsTest {

    @Test
    void findsTheCommandBehindOptionsWithValues() {
        Arguments arguments = Arguments.of(List.of("-o", "json", "--limit", "3", "ls", "detail"));
        assertThat(arguments.command()).contains("ls");
        assertThat(arguments.rest()).containsExactly("-o", "json", "--limit", "3", "detail");
    }

    @Test
    void keepsAFolderApartFromAnOptionWithOptionalValue() {
        assertThat(Arguments.of(List.of("scan", "--hash", "models", "--json")).rest())
                .containsExactly("--hash=default", "models", "--json=*");
    }

    @Test
    void changesNothingAfterTheEndOfOptions() {
        assertThat(Arguments.of(List.of("hash", "--", "--json", "-o")).rest())
                .containsExactly("--", "--json", "-o");
    }

    @Test
    void seesThatJsonIsWantedBeforeAnythingIsParsed() {
        assertThat(Arguments.of(List.of("ls", "-o", "jsonl", "--nope")).wantsJson()).isTrue();
        assertThat(Arguments.of(List.of("ls", "--json")).wantsJson()).isTrue();
        assertThat(Arguments.of(List.of("ls", "json")).wantsJson()).isFalse();
    }

    @Test
    void knowsEveryCommonOptionThatTakesTheNextWord() {
        Options options = CommandTable.find("help").orElseThrow().factory().get().options();
        List<String> taking = new ArrayList<>();
        for (OptionSpec option : options.spec().options()) {
            if (option.arity().min() == 1) {
                taking.addAll(List.of(option.names()));
            }
        }
        assertThat(GlobalOptions.TAKING_A_VALUE).containsExactlyInAnyOrderElementsOf(taking);
    }
}
