package dev.assay.core.internal.roots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.DetectedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootDetectorTest {
    private Path home;

    @BeforeEach
    void realHome(@TempDir Path temp) throws IOException {
        home = temp.toRealPath();
    }

    private void folder(String name) throws IOException {
        Files.createDirectories(home.resolve(name));
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), text);
    }

    private List<DetectedRoot> detect() {
        return RootDetector.detect(List.of(home));
    }

    @Test
    void findsNothingInAnEmptyHome() {
        assertThat(detect()).isEmpty();
    }

    @Test
    void findsComfyUiAndTheFoldersItShares() throws IOException {
        file("ComfyUI/folder_paths.py", "");
        folder("ComfyUI/models/checkpoints");
        folder("big/models/Stable-diffusion");
        folder("big/models/Lora");
        folder("big/extra loras");
        file(
                "ComfyUI/extra_model_paths.yaml",
                """
                # shared with the web UI
                a111:
                    base_path: %s/big/
                    checkpoints: models/Stable-diffusion
                    loras: |
                         models/Lora
                         extra loras
                    vae: models/VAE   # not there

                other:
                    is_default: true
                    clip: ../ComfyUI/models/clip
                """
                        .formatted(home));
        assertThat(detect())
                .extracting(one -> home.relativize(one.path()) + " " + one.name())
                .containsExactly(
                        "ComfyUI/models comfy",
                        "big/models/Stable-diffusion extra",
                        "big/models/Lora extra2",
                        "big/extra loras extra3");
    }

    @Test
    void tellsForgeFromTheWebUi() throws IOException {
        file("stable-diffusion-webui/webui.py", "");
        folder("stable-diffusion-webui/models/Stable-diffusion");
        folder("stable-diffusion-webui/embeddings");
        file("stable-diffusion-webui-forge/webui.py", "");
        folder("stable-diffusion-webui-forge/models/Stable-diffusion");
        folder("stable-diffusion-webui-forge/modules_forge");
        assertThat(detect())
                .extracting(DetectedRoot::name)
                .containsExactly("a1111", "a11112", "forge");
    }

    @Test
    void findsStabilityMatrix() throws IOException {
        folder("StabilityMatrix/Data/Models/StableDiffusion");
        file("StabilityMatrix/Data/settings.json", "{}");
        assertThat(detect()).extracting(DetectedRoot::layout).containsExactly("stability-matrix");
    }

    @Test
    void seesTheHuggingFaceCacheAsManagedByAnother() throws IOException {
        folder(".cache/huggingface/hub/models--org--name/blobs");
        assertThat(detect()).extracting(DetectedRoot::managed).containsExactly(true);
    }

    @Test
    void survivesAFileThatIsNoYaml() throws IOException {
        file("ComfyUI/folder_paths.py", "");
        folder("ComfyUI/models");
        file("ComfyUI/extra_model_paths.yaml", "\u0000: : \n\t- ][\n  |\n");
        assertThat(detect()).hasSize(1);
    }
}
