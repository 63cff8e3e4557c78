package dev.assay.fake.civitai;

import java.util.List;
import java.util.Map;

/** Some values of the site's open enumerations; the client must take any others too. */
final class Enums {
    private Enums() {}

    static Map<String, Object> body() {
        return Json.of(
                "ModelType",
                        List.of("Checkpoint", "TextualInversion", "LORA", "LoCon", "VAE", "Other"),
                "ModelFileType", List.of("Model", "Pruned Model", "Training Data", "VAE", "Config"),
                "ActiveBaseModel", List.of("SD 1.5", "SDXL 1.0", "Pony", "Flux.1 D", "Other"),
                "BaseModel", List.of("SD 1.4", "SD 1.5", "SDXL 1.0", "Pony", "Flux.1 D", "Other"),
                "BaseModelType", List.of("Standard", "Inpainting", "Refiner", "Pix2Pix"));
    }
}
