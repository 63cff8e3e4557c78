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

/** Values that a setting does not take, and configuration files that are none. */
class BadSettingsTest {
    @TempDir Path folder;
    private TestHost assay;
    private Path config;

    @BeforeEach
    void begin() {
        assay = new TestHost(folder);
        config = folder.resolve(".config/assay/config.toml");
    }

    private Result refuses(String line) {
        Result result = assay.run(line.split(" "));
        assertThat(result.exit()).as(line + result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).as(line).isEmpty();
        assertThat(result.err().lines()).as(line).hasSize(1);
        assertThat(result.err()).doesNotContain("COMMAND");
        return result;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan.threads 0",
                "scan.threads 1025",
                "scan.threads 99999999999",
                "scan.readers 0",
                "scan.readers 1000000",
                "scan.max-depth -1",
                "scan.max-requests many",
                "scan.hash sha257",
                "plugins.time-limit soon",
                "plugins.time-limit 999999999h",
                "net.offline maybe",
                "providers.civitai.interval fast",
                "providers.civitai.base-url nowhere",
                "providers.civitai.anonymous perhaps",
                "providers.civitai.intervall 3s"
            })
    void areRefusedWhenTheyAreSet(String setting) {
        refuses("config set " + setting);
        assertThat(config).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan.threads 1",
                "scan.threads 1024",
                "scan.max-depth 0",
                "scan.hash sha256,autov3",
                "scan.hash default",
                "net.offline yes",
                "providers.civitai.interval 5s",
                "providers.civitai.anonymous true",
                "providers.other.flavour sweet"
            })
    void areTakenWhenTheyMakeSense(String setting) {
        assertThat(assay.run(("config set " + setting).split(" ")).exit()).isEqualTo(ExitCode.OK);
        assertThat(assay.run("algo").exit()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan.threads 0",
                "ui.output \"purple\"",
                "ui.color \"purple\"",
                "plugins.time-limit \"soon\""
            })
    void stopNoCommandThatMendsThem(String line) throws IOException {
        Files.createDirectories(config.getParent());
        String key = line.substring(0, line.indexOf(' '));
        String[] names = key.split("\\.");
        String value = line.substring(line.indexOf(' '));
        Files.writeString(config, "[%s]\n%s =%s\n".formatted(names[0], names[1], value));
        assertThat(refuses("ls").err()).contains("config.toml:2", key);
        assertThat(refuses("algo").err()).contains("config.toml:2", key);
        Result doctor = assay.run("doctor");
        assertThat(doctor.exit()).isEqualTo(ExitCode.NO);
        assertThat(doctor.out()).contains("WARN", key, "algorithms");
        assertThat(assay.run("config", "show").err()).contains(key, "ignored");
        assertThat(assay.run("help", "ls").out()).contains("assay ls");
        assertThat(assay.run("config", "unset", key).exit()).isEqualTo(ExitCode.OK);
        assertThat(assay.run("ls").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void areRefusedWhereTheyAreTyped() {
        assertThat(refuses("algo --color purple").err())
                .contains("--color does not take purple. It takes: auto, always, never");
        assertThat(refuses("ls --progress purple").err()).contains("--progress", "plain");
        assertThat(refuses("doctor --progress purple").err()).contains("--progress");
        assertThat(refuses("ls -j 0").err()).contains("--threads", "from 1");
    }

    @Test
    void areRefusedInTheEnvironment() {
        assay.with("ASSAY_COLOR", "purple");
        assertThat(refuses("algo").err()).contains("env ASSAY_COLOR: ui.color", "purple");
    }

    @Test
    void areNoneWhereTheFileIsMissing() throws IOException {
        assertThat(refuses("ls --config typo.toml").err())
                .contains("no such configuration file", "typo.toml", "[bad_config]");
        assertThat(refuses("config show --config typo.toml").err()).contains("typo.toml");
        assertThat(refuses("ls --config .").err()).contains("is a folder");
        refuses("config set scan.threads 2 --config .");
        assertThat(assay.run("algo", "--config", "/dev/null").exit()).isEqualTo(ExitCode.OK);
        assay.run("config", "set", "scan.threads", "2", "--config", "new.toml");
        assertThat(assay.run("config", "get", "scan.threads", "--config", "new.toml").out())
                .isEqualTo("2\n");
    }

    @Test
    void moreThreadsThanCanBeHadAreRefusedAsAnOptionToo() {
        assertThat(refuses("algo -j 100000").err())
                .contains("--threads does not take 100000", "from 1 to 1024");
    }
}
