package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CliTest {
    @TempDir Path folder;
    private TestHost assay;

    @BeforeEach
    void begin() {
        assay = new TestHost(folder);
    }

    private static void saysOneLine(Result result, ExitCode exit, String... parts) {
        assertThat(result.exit()).isEqualTo(exit);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("assay: ")
                .contains(parts);
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        saysOneLine(
                assay.run("sacn"),
                ExitCode.USAGE,
                "no command sacn",
                "Did you mean scan?",
                "[unknown_command]");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        saysOneLine(
                assay.run("hash", "--taag", "x"),
                ExitCode.USAGE,
                "--taag",
                "Did you mean --tag?",
                "[bad_option]");
    }

    @Test
    void namesTheOptionWhoseValueIsMissing() {
        saysOneLine(assay.run("ls", "--limit"), ExitCode.USAGE, "--limit", "[bad_option]");
    }

    @Test
    void refusesAValueThatIsNoNumber() {
        saysOneLine(assay.run("ls", "--limit", "many"), ExitCode.USAGE, "many", "[bad_value]");
    }

    @Test
    void refusesANumberOfRowsBelowNothing() {
        for (String line :
                new String[] {
                    "ls --limit -1",
                    "search x --limit=-1",
                    "algo --limit -1",
                    "tag ls --limit -1",
                    "inspect . --limit -1",
                    "scan . --limit -1",
                    "stats -o csv --limit -1",
                    "stats -o list --top -1"
                }) {
            saysOneLine(
                    assay.run(line.split(" ")),
                    ExitCode.USAGE,
                    "'-1' is no whole number from 0",
                    "[bad_value]");
        }
        assertThat(assay.run("algo", "--limit", "0").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void saysWhichFolderIsMissing() {
        saysOneLine(
                assay.run("scan", "/no/such/folder"),
                ExitCode.USAGE,
                "/no/such/folder",
                "[folder_missing]");
    }

    @Test
    void asksForAnArgument() {
        saysOneLine(
                assay.run("hash"), ExitCode.USAGE, "which files?", "assay hash model.safetensors");
        saysOneLine(assay.run("scan"), ExitCode.USAGE, "which folder?");
    }

    @Test
    void printsErrorsAsObjectsInJsonModes() {
        for (String[] line :
                new String[][] {
                    {"scan", "/no/x", "--json"}, {"sacn", "-o", "jsonl"}, {"ls", "--nope", "--json"}
                }) {
            Result result = assay.run(line);
            JsonNode error = JsonMapper.shared().readTree(result.err());
            assertThat(error.get("schema").asString()).isEqualTo("assay.error/1");
            assertThat(error.get("exit").asInt()).isEqualTo(result.exit().number());
            assertThat(error.get("hint").asString()).isNotEmpty();
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void refusesATokenAsArgumentWithoutRepeatingIt() {
        Result result = assay.run("token", "set", "civitai", "canary-0123456789abcdef");
        saysOneLine(result, ExitCode.USAGE, "[token_as_argument]");
        assertThat(result.err()).doesNotContain("canary");
        saysOneLine(
                assay.run("token", "set", "canary-0123456789abcdef"),
                ExitCode.USAGE,
                "[token_as_argument]");
    }

    @Test
    void storesATokenFromStandardInputAndNeverShowsIt() {
        Result set =
                assay.typing("canary-0123456789abcdef\n").run("token", "set", "civitai", "--stdin");
        assertThat(set.exit()).isEqualTo(ExitCode.OK);
        Result ls = assay.run("token", "ls", "-o", "json");
        assertThat(set.err() + ls.out() + ls.err()).doesNotContain("canary");
        assertThat(ls.out()).contains("\"source\": \"stored\"");
        assertThat(assay.run("token", "rm", "civitai").err()).contains("removed");
    }

    @Test
    void hasNoTokenToTest() {
        saysOneLine(
                assay.run("token", "test", "civitai"), ExitCode.UNAUTHORISED, "[token_missing]");
    }

    @Test
    void showsWhereEachSettingComesFrom() {
        Result result =
                assay.with("ASSAY_SCAN_THREADS", "3")
                        .run("config", "show", "--origin", "-o", "tsv");
        assertThat(result.out()).contains("scan.threads\t3\tenv ASSAY_SCAN_THREADS");
    }

    @Test
    void refusesAnUnknownSetting() {
        saysOneLine(
                assay.run("config", "set", "scan.thread", "8"),
                ExitCode.USAGE,
                "Did you mean scan.threads?");
    }

    @Test
    void refusesAValueThatASettingDoesNotTake() {
        saysOneLine(
                assay.run("config", "set", "ui.color", "alwas"),
                ExitCode.USAGE,
                "Did you mean always?");
    }

    @Test
    void refusesAnUnknownForm() {
        saysOneLine(
                assay.run("config", "show", "-o", "jason"), ExitCode.USAGE, "Did you mean json?");
    }

    @Test
    void listsNothingBeforeTheFirstScan() {
        assertThat(assay.run("ls", "--json").out()).isEqualTo("[]\n");
        assertThat(assay.run("help", "nonsense").exit()).isEqualTo(ExitCode.NOT_FOUND);
    }
}
