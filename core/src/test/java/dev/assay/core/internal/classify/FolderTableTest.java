package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.model.Category;
import dev.assay.core.model.ModelType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FolderTableTest {
    private static final Path NAMES =
            Path.of("..", "..", "shared", "fixtures", "names", "comfyui-manager-model-list.tsv");

    private static Optional<ModelType> of(String path) {
        return FolderTable.of(Path.of(path)).map(FolderTable.Folder::type);
    }

    @Test
    void goesByTheNearestKnownFolder() {
        assertThat(of("models/loras/styles/a.safetensors")).hasValue(ModelType.LORA);
        assertThat(of("models/checkpoints/vae/a.safetensors")).hasValue(ModelType.VAE);
        assertThat(of("models/Stable-diffusion/a.ckpt")).hasValue(ModelType.CHECKPOINT);
        assertThat(of("models/LyCORIS/a.safetensors")).hasValue(ModelType.LORA);
    }

    @Test
    void tellsNamesApartThatContainOneAnother() {
        assertThat(of("clip_vision/a.safetensors")).hasValue(ModelType.CLIP_VISION);
        assertThat(of("clip/a.safetensors")).hasValue(ModelType.TEXT_ENCODER);
        assertThat(of("VAE-approx/a.pt")).hasValue(ModelType.VAE_APPROX);
        assertThat(of("animatediff_motion_lora/a.ckpt")).hasValue(ModelType.MOTION_LORA);
    }

    @Test
    void looksForPartsOfNamesOnlyBelowAFolderOfModels() {
        assertThat(of("models/my_loras_2/a.safetensors")).hasValue(ModelType.LORA);
        assertThat(of("home/explorations/a.safetensors")).isEmpty();
        assertThat(of("a.safetensors")).isEmpty();
    }

    /** The type words of ComfyUI-Manager's list that name one of ours. */
    private static final Map<String, Category> TYPES =
            Map.ofEntries(
                    Map.entry("checkpoint", Category.CHECKPOINTS),
                    Map.entry("checkpoints", Category.CHECKPOINTS),
                    Map.entry("lora", Category.LORAS),
                    Map.entry("vae", Category.VAE),
                    Map.entry("taesd", Category.VAE),
                    Map.entry("controlnet", Category.CONTROLNET),
                    Map.entry("t2i-adapter", Category.CONTROLNET),
                    Map.entry("ip-adapter", Category.CONTROLNET),
                    Map.entry("upscale", Category.UPSCALE_MODELS),
                    Map.entry("embedding", Category.EMBEDDINGS),
                    Map.entry("embeddings", Category.EMBEDDINGS),
                    Map.entry("clip", Category.TEXT_ENCODERS),
                    Map.entry("clip_vision", Category.CLIP_VISION),
                    Map.entry("diffusion_model", Category.DIFFUSION_MODELS),
                    Map.entry("unet", Category.DIFFUSION_MODELS),
                    Map.entry("motion lora", Category.LORAS));

    @Test
    void agreesWithTheFoldersThatComfyUiManagerPutsModelsIn() throws IOException {
        assumeTrue(Files.isRegularFile(NAMES), "no list of names beside the project");
        int rows = 0;
        int right = 0;
        Map<String, Integer> misses = new TreeMap<>();
        List<String> lines = Files.readAllLines(NAMES);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\\t", -1);
            Category wanted = TYPES.get(cells[2].toLowerCase(Locale.ROOT));
            if (wanted != null && !cells[1].equals("default")) {
                rows++;
                Optional<Category> told =
                        of("models/" + cells[1] + "/" + cells[0]).map(ModelType::category);
                if (told.equals(Optional.of(wanted))) {
                    right++;
                } else {
                    misses.merge(cells[1] + " is " + cells[2] + ", told " + told, 1, Integer::sum);
                }
            }
        }
        System.out.println(
                "Folders of ComfyUI-Manager: %d of %d right, not %s"
                        .formatted(right, rows, misses));
        assertThat(right).isGreaterThanOrEqualTo((int) (0.95 * rows));
    }
}
