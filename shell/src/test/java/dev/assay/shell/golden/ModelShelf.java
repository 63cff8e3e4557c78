package dev.assay.shell.golden;

import dev.assay.shell.cli.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file of each kind that a list shows differently. */
final class ModelShelf {
    private ModelShelf() {}

    static void fill(Path models) throws IOException {
        Models.lora(models.resolve("loras/style.safetensors"));
        Models.lora(
                models.resolve(
                        "loras/characters/a-rather-long-name-with-its-version-at-the-end-v2.safetensors"));
        Models.lora(models.resolve("loras/水彩画_étude_v3.safetensors"));
        Models.cutShort(models.resolve("loras/broken.safetensors"));
        Files.createDirectories(models.resolve("checkpoints"));
        Models.dangerous(models.resolve("checkpoints/free-model.ckpt"));
    }
}
