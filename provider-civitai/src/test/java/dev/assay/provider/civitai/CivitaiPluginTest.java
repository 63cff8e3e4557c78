package dev.assay.provider.civitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CivitaiPluginTest {
    private final CivitaiPlugin plugin = new CivitaiPlugin();

    private Settings settings(String... pairs) {
        Map<String, String> values = pairs.length == 0 ? Map.of() : Map.of(pairs[0], pairs[1]);
        return Bench.settings(plugin, values, false);
    }

    @Test
    void isPoliteUnlessToldOtherwise() {
        Access access = plugin.access(settings());
        assertThat(access.origins()).containsExactly(URI.create("https://civitai.com"));
        assertThat(access.interval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(plugin.access(settings("interval", "0s")).interval()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, civitai.com",
        "base-url, 'https://civitai.com/?token=x'",
        "base-url, 'not an address'",
        "interval, 3",
        "interval, -3s",
        "concurrent, 0",
        "concurrent, many"
    })
    void refusesSettingsThatMakeNoSenseAndNamesThem(String key, String value) {
        assertThatThrownBy(() -> plugin.access(settings(key, value)))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class, e -> assertThat(e.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"autov1", "sha256, crc32"})
    void isNeverAskedByHashesThatManyFilesShare(String hashes) {
        assertThatThrownBy(() -> plugin.open(settings("ask-by", hashes), _ -> null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("never identifies");
    }

    @Test
    void isAskedBySha256InBulkAndByAutoV3Singly() {
        assertThat(plugin.open(settings(), _ -> null).accepts())
                .extracting(Accepted::hash, Accepted::batch)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(HashId.of("sha256"), 100_000),
                        org.assertj.core.groups.Tuple.tuple(HashId.of("autov3"), 1));
    }

    @Test
    void isFoundOnTheClassPathToo() throws Exception {
        Path services =
                Path.of("src/main/resources/META-INF/services", ProviderPlugin.class.getName());
        assertThat(Files.readString(services).strip()).isEqualTo(CivitaiPlugin.class.getName());
    }
}
