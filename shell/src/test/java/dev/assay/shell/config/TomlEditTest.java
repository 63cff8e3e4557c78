package dev.assay.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TomlEditTest {
    @TempDir Path folder;

    @Test
    void makesTheFileWithItsSection() throws IOException {
        Path file = folder.resolve("new/config.toml");
        new TomlEdit(file).set("scan.threads", "4");
        assertThat(file).hasContent("[scan]\nthreads = 4\n");
    }

    @Test
    void keepsCommentsAndOrder() throws IOException {
        Path file = folder.resolve("config.toml");
        Files.writeString(
                file, "# mine\n[ui]\ncolor = \"never\" # dark room\n\n[scan]\nhash = false\n");
        new TomlEdit(file).set("scan.hash", "sha256,autov3");
        new TomlEdit(file).set("ui.hints", "false");
        assertThat(file)
                .hasContent(
                        "# mine\n[ui]\nhints = false\ncolor = \"never\" # dark room\n\n[scan]\nhash = \"sha256,autov3\"\n");
    }

    @Test
    void writesQuotesAndBackslashesSoThatTheyReadBack() {
        Path file = folder.resolve("config.toml");
        new TomlEdit(file).set("log.file", "C:\\logs\\\"a\".txt");
        assertThat(TomlFile.read(file).values()).containsEntry("log.file", "C:\\logs\\\"a\".txt");
    }

    @Test
    void keepsAKeyWithoutASectionAboveEverySection() throws IOException {
        Path file = folder.resolve("searches.toml");
        new TomlEdit(file).set("one", "type:lora");
        Files.writeString(file, Files.readString(file) + "[ui]\nhints = true\n");
        new TomlEdit(file).set("two", "type:vae");
        assertThat(TomlFile.read(file).values()).containsOnlyKeys("one", "two", "ui.hints");
    }

    @Test
    void removesOnlyTheKeyThatWasNamed() throws IOException {
        Path file = folder.resolve("config.toml");
        Files.writeString(file, "[ui]\ncolor = \"never\"\n[scan]\nhash = true\n");
        assertThat(new TomlEdit(file).unset("scan.hash")).isTrue();
        assertThat(new TomlEdit(file).unset("scan.hash")).isFalse();
        assertThat(TomlFile.read(file).values()).containsOnlyKeys("ui.color");
    }
}
