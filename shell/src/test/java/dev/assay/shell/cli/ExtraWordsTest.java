package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that a command does not take, and those that say what it is to be about. */
class ExtraWordsTest {
    @TempDir Path folder;
    private TestHost assay;

    @BeforeEach
    void begin() {
        assay = new TestHost(folder);
    }

    private Result ok(String line) {
        Result result = assay.run(line.split(" "));
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.OK);
        return result;
    }

    private Result fails(ExitCode exit, String line) {
        Result result = assay.run(line.split(" "));
        assertThat(result.exit()).as(line).isEqualTo(exit);
        assertThat(result.out()).as(line).isEmpty();
        assertThat(result.err().lines()).as(line).hasSize(1);
        return result;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doctor extra",
                "algo ls extra",
                "provider ls extra",
                "plugin ls extra",
                "saved ls extra",
                "completion bash extra",
                "help scan extra",
                "man scan extra",
                "run s.assay extra",
                "config path extra",
                "catalog compact extra",
                "catalog check a.db extra"
            })
    void refusesAWordThatMeansNothing(String line) throws IOException {
        Files.createFile(folder.resolve("s.assay"));
        assertThat(fails(ExitCode.USAGE, line).err())
                .contains("does not take extra")
                .contains("[bad_option]");
    }

    @Test
    void showsTheSettingsThatAreNamed() {
        assertThat(ok("config show ui.color scan.hash -o tsv -F setting").out())
                .isEqualTo("scan.hash\nui.color\n");
        assertThat(fails(ExitCode.USAGE, "config show ui.colour").err())
                .contains("Did you mean ui.color?", "[unknown_setting]");
    }

    @Test
    void getsAndUnsetsAllSettingsThatAreNamed() {
        ok("config set ui.color never");
        ok("config set scan.threads 3");
        assertThat(ok("config get scan.threads ui.color").out()).isEqualTo("3\nnever\n");
        assertThat(ok("config get scan.threads ui.color --json").out())
                .startsWith("[")
                .contains("\"value\": \"3\"", "\"value\": \"never\"");
        assertThat(fails(ExitCode.USAGE, "config unset ui.color scan.thread").err())
                .contains("Did you mean scan.threads?");
        assertThat(ok("config unset ui.color scan.threads").err())
                .contains("ui.color removed", "scan.threads removed");
        assertThat(ok("config get scan.threads ui.color").out()).isEqualTo("\nauto\n");
    }

    @Test
    void listsTheTokenRootOrTagThatIsNamed() throws IOException {
        Models.lora(Files.createDirectories(folder.resolve("m")).resolve("a.safetensors"));
        Files.createDirectories(folder.resolve("n"));
        ok("root add m one");
        ok("root add n two");
        ok("scan one:");
        ok("tag add keep a");
        ok("tag add more a");
        assertThat(ok("root ls two: -o tsv -F name").out()).isEqualTo("two\n");
        assertThat(ok("tag ls more -o tsv -F tag").out()).isEqualTo("more\n");
        assertThat(ok("token ls civitai -o tsv -F provider").out()).isEqualTo("civitai\n");
        assertThat(fails(ExitCode.NOT_FOUND, "root ls tow").err()).contains("Did you mean two?");
        assertThat(fails(ExitCode.NOT_FOUND, "tag ls kep").err()).contains("Did you mean keep?");
        assertThat(fails(ExitCode.NOT_FOUND, "token ls nope").err()).contains("[unknown_provider]");
    }

    @Test
    void writesTheManualPageThatIsNamed() {
        assertThat(ok("man scan --dir pages").err()).contains("1 page written");
        assertThat(folder.resolve("pages")).isDirectoryContaining("glob:**assay-scan.1");
        assertThat(folder.resolve("pages").toFile().list()).hasSize(1);
        fails(ExitCode.USAGE, "man --markdown --dir pages");
        fails(ExitCode.USAGE, "man scan --markdown");
    }

    @Test
    void looksAtTheCopyOfACatalogThatIsNamed() throws IOException {
        Models.lora(Files.createDirectories(folder.resolve("m")).resolve("a.safetensors"));
        ok("scan m");
        ok("catalog backup copy.sqlite");
        assertThat(ok("catalog info copy.sqlite -o tsv").out())
                .startsWith("file\t" + folder.resolve("copy.sqlite"));
        assertThat(ok("catalog check copy.sqlite -o tsv").out()).startsWith("sound\ttrue");
        Files.writeString(folder.resolve("broken.db"), "no database at all".repeat(100));
        assertThat(fails(ExitCode.CATALOG, "catalog check broken.db").err()).contains("broken.db");
        assertThat(fails(ExitCode.NOT_FOUND, "catalog check gone.db").err())
                .contains("no such file: " + folder.resolve("gone.db"));
        assertThat(fails(ExitCode.NOT_FOUND, "catalog info gone.db").err()).contains("gone.db");
    }
}
