package dev.assay.shell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.shell.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir Path folder;

    private Settings resolve(
            String user, String project, Map<String, String> env, Map<String, String> flags)
            throws IOException {
        Path work = Files.createDirectories(folder.resolve("work/deep"));
        Path config = folder.resolve("config.toml");
        Files.writeString(config, user);
        Files.writeString(folder.resolve("work/.assay.toml"), project);
        return new ConfigFiles(config, work).resolve(env, flags);
    }

    @Test
    void letsFlagsWinOverEnvironmentOverProjectOverUserOverDefault() throws IOException {
        Map<String, String> env = Map.of("ASSAY_SCAN_HASH", "env");
        Map<String, String> flag = Map.of("scan.hash", "flag");
        String user = "[scan]\nhash = \"user\"\n";
        String project = "scan.hash = \"project\"\n";
        assertThat(resolve("", "", Map.of(), Map.of()).get(SettingKey.SCAN_HASH))
                .isEqualTo("false");
        assertThat(resolve(user, "", Map.of(), Map.of()).get(SettingKey.SCAN_HASH))
                .isEqualTo("user");
        assertThat(resolve(user, project, Map.of(), Map.of()).get(SettingKey.SCAN_HASH))
                .isEqualTo("project");
        assertThat(resolve(user, project, env, Map.of()).get(SettingKey.SCAN_HASH))
                .isEqualTo("env");
        assertThat(resolve(user, project, env, flag).get(SettingKey.SCAN_HASH)).isEqualTo("flag");
    }

    @Test
    void namesFileAndLineOfAValue() throws IOException {
        Settings settings = resolve("# mine\n\n[scan]\nthreads = 4\n", "", Map.of(), Map.of());
        assertThat(settings.value("scan.threads").orElseThrow().origin())
                .isEqualTo(folder.resolve("config.toml") + ":4");
    }

    @Test
    void namesEnvironmentVariablesMechanically() throws IOException {
        Settings settings =
                resolve(
                        "",
                        "",
                        Map.of(
                                "ASSAY_PROVIDERS_CIVITAI_BASE_URL",
                                "http://127.0.0.1:1",
                                "ASSAY_PROVIDERS_CIVITAI_INTERVAL",
                                "0s"),
                        Map.of());
        assertThat(settings.value("providers.civitai.base-url").orElseThrow().text())
                .isEqualTo("http://127.0.0.1:1");
        assertThat(settings.value("providers.civitai.interval").orElseThrow().text())
                .isEqualTo("0s");
    }

    @Test
    void takesTheShortFormOfTheBaseUrl() throws IOException {
        Settings settings =
                resolve("", "", Map.of("ASSAY_CIVITAI_BASE_URL", "http://[::1]:9"), Map.of());
        assertThat(settings.providers())
                .containsExactly(
                        new Settings.ProviderSetting("civitai", "base-url", "http://[::1]:9"));
    }

    @Test
    void keepsNoSecretAndRepeatsNone() throws IOException {
        Settings settings =
                resolve("", "", Map.of("ASSAY_PROVIDERS_CIVITAI_TOKEN", "s3cr3t-value"), Map.of());
        assertThat(settings.all().toString()).doesNotContain("s3cr3t-value");
        assertThat(settings.providers()).isEmpty();
        assertThat(settings.warnings().toString())
                .contains("ASSAY_PROVIDERS_CIVITAI_TOKEN")
                .doesNotContain("s3cr3t-value");
    }

    @Test
    void ignoresWhatAProjectFileMayNotSetAndSaysSo() throws IOException {
        String project =
                """
                providers.civitai.base-url = "http://evil.example"
                providers.civitai.anonymous = true
                catalog.file = "/tmp/other.db"
                log.file = "/tmp/x"
                ui.color = "never"
                """;
        Settings settings = resolve("", project, Map.of(), Map.of());
        assertThat(settings.providers()).isEmpty();
        assertThat(settings.get(SettingKey.CATALOG_FILE)).isEmpty();
        assertThat(settings.get(SettingKey.UI_COLOR)).isEqualTo("never");
        assertThat(settings.warnings())
                .hasSize(4)
                .allMatch(w -> w.contains("project file may not set"));
    }

    @Test
    void suggestsTheSettingThatWasMeant() throws IOException {
        assertThat(resolve("scan.thread = 2\n", "", Map.of(), Map.of()).warnings())
                .singleElement()
                .asString()
                .contains("config.toml:1")
                .contains("Did you mean scan.threads?");
    }

    @Test
    void joinsListsWithCommas() throws IOException {
        assertThat(
                        resolve("scan.hash = [\"sha256\", \"autov3\"]", "", Map.of(), Map.of())
                                .get(SettingKey.SCAN_HASH))
                .isEqualTo("sha256,autov3");
    }

    @Test
    void namesTheLineThatIsNotToml() {
        assertThatThrownBy(() -> resolve("ok = 1\nbroken = = 2\n", "", Map.of(), Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("config.toml:2");
    }

    @Test
    void givesEverySettingADistinctVariable() {
        assertThat(SettingKey.values())
                .extracting(key -> SettingKey.variable(key.id()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("ASSAY_[A-Z_]+"));
    }

    @Test
    void knowsATimeLimitOfEveryPluginAndTakesNoPluginFolderFromAProject() throws IOException {
        String toml =
                "[plugins]\npath = [\"/a\", \"/b\"]\n[plugins.slow-one]\ntime-limit = \"2m\"\n";

        Settings user = resolve(toml, "", Map.of("ASSAY_PLUGINS_X_Y_TIME_LIMIT", "1s"), Map.of());
        Settings project = resolve("", toml, Map.of(), Map.of());

        assertThat(user.get(SettingKey.PLUGINS_PATH)).isEqualTo("/a,/b");
        assertThat(user.pluginTimeLimits()).isEqualTo(Map.of("slow-one", "2m", "x-y", "1s"));
        assertThat(user.warnings()).isEmpty();
        assertThat(project.get(SettingKey.PLUGINS_PATH)).isEmpty();
        assertThat(project.pluginTimeLimits()).isEmpty();
        assertThat(project.warnings()).hasSize(2);
    }
}
