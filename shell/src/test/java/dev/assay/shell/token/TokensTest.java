package dev.assay.shell.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    @TempDir Path folder;

    private Tokens tokens(Map<String, String> environment) {
        return new Tokens(environment, folder, store());
    }

    private TokenStore store() {
        return new TokenStore(folder.resolve("config/tokens.toml"));
    }

    @Test
    void letsEnvironmentWinOverDotEnvOverStored() throws IOException {
        assertThat(tokens(Map.of()).find("civitai")).isEmpty();
        store().set("civitai", "stored-token");
        assertThat(tokens(Map.of()).find("civitai").orElseThrow().source()).isEqualTo("stored");
        Files.writeString(
                folder.resolve(".env"), "# x\nexport CIVITAI_API_KEY=\"dot-env-token\"\nOTHER=1\n");
        assertThat(tokens(Map.of()).find("civitai").orElseThrow().secret())
                .isEqualTo("dot-env-token");
        Map<String, String> env = Map.of("CIVITAI_API_KEY", "second", "CIVITAI_TOKEN", "first");
        assertThat(tokens(env).find("civitai").orElseThrow().secret()).isEqualTo("first");
        assertThat(tokens(env).find("civitai").orElseThrow().source())
                .isEqualTo("env CIVITAI_TOKEN");
    }

    @Test
    void storesForTheOwnerOnly() throws IOException {
        store().set("civitai", "secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store().file())))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        store().set("civitai", "secret");
        Files.setPosixFilePermissions(store().file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> store().get("civitai"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        f -> assertThat(f.code()).isEqualTo(ErrorCode.TOKEN_FILE_OPEN));
    }

    @Test
    void forgetsOneTokenAndKeepsTheOther() {
        store().set("civitai", "a");
        store().set("huggingface", "b");
        assertThat(store().remove("civitai")).isTrue();
        assertThat(store().remove("civitai")).isFalse();
        assertThat(store().all()).containsOnlyKeys("huggingface");
    }

    @Test
    void neverShowsATokenInItsText() {
        Tokens.Found found = new Tokens.Found("0123456789abcdef0123456789abcdef", "stored");
        assertThat(found.toString()).doesNotContain("abcdef");
        assertThat(found.masked()).isEqualTo("...cdef");
        assertThat(new Tokens.Found("short", "stored").masked()).isEqualTo("...");
    }

    @Test
    void doesNotPassOnWhatAParserSaysOfABrokenTokenFile() throws IOException {
        store().set("civitai", "x");
        Files.writeString(store().file(), "civitai = my-canary-token\n");
        assertThatThrownBy(() -> store().get("civitai"))
                .hasMessageNotContaining("canary")
                .isInstanceOf(Failure.class);
    }
}
