package dev.assay.provider.civitai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.License;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.PublishedFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ModelsTest {
    private static final String MODEL =
            """
            {"id": 4201, "name": "Vision", "type": "Checkpoint", "nsfw": false,
             "description": "<p>One<br>two &amp; <b>three</b></p>", "tags": ["photo", "base"],
             "allowNoCredit": true, "allowCommercialUse": ["Image", "Sell"],
             "allowDerivatives": false, "allowDifferentLicense": true,
             "creator": {"username": "someone", "image": null},
             "stats": {"downloadCount": 5000, "favoriteCount": 500, "commentCount": null},
             "modelVersions": [
              {"id": 1, "name": "other"},
              {"id": 130072, "name": "V6", "baseModel": "SD 1.5",
               "publishedAt": "2024-06-01T10:00:00.000", "trainedWords": ["a, b", "c"],
               "downloadUrl": "https://civitai.com/api/download/models/130072",
               "images": [{"url": "https://image.civitai.com/a b.jpeg", "meta": {"x": 1}},
                          {"url": "javascript:alert(1)"}],
               "files": [
                {"name": "v6.safetensors", "type": "Model", "sizeKB": 2.5, "primary": true,
                 "pickleScanResult": "Success",
                 "metadata": {"format": "SafeTensor", "size": "pruned", "fp": "fp16"},
                 "hashes": {"CRC32": "85114A0D", "AutoV3": "ABCDEF012345", "SHA256": "zz",
                            "FutureHash": "00"}},
                {"name": "v6.vae.pt", "type": "VAE",
                 "hashes": {"AutoV2": "B94D27B993"}}]}]}
            """;

    private static JsonNode json(String text) throws GarbledException {
        return LenientJson.tree(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ModelInfo read(String text, Optional<Digest> asked) throws GarbledException {
        JsonNode model = json(text);
        return Models.ofModel(model, Models.versions(model).getLast(), asked);
    }

    private static ModelInfo read(String text) throws GarbledException {
        return read(text, Optional.empty());
    }

    @Test
    void readsEveryFieldThatTheScanDocumentHas() throws Exception {
        ModelInfo model = read(MODEL);
        assertThat(model.address()).isEqualTo("4201@130072");
        assertThat(model.modelName()).contains("Vision");
        assertThat(model.versionName()).contains("V6");
        assertThat(model.type()).contains("checkpoint");
        assertThat(model.category()).contains("checkpoints");
        assertThat(model.baseModel()).contains("SD 1.5");
        assertThat(model.description()).contains("One\ntwo & three");
        assertThat(model.tags()).containsExactly("photo", "base");
        assertThat(model.trainedWords()).containsExactly("a, b", "c");
        assertThat(model.nsfw()).contains(false);
        assertThat(model.creator()).contains("someone");
        assertThat(model.moderation()).isEmpty();
        assertThat(model.published()).contains(Instant.parse("2024-06-01T10:00:00Z"));
        assertThat(model.downloadUrl())
                .contains(URI.create("https://civitai.com/api/download/models/130072"));
        assertThat(model.imageUrls())
                .containsExactly(URI.create("https://image.civitai.com/a%20b.jpeg"));
        assertThat(model.stats()).isEqualTo(Map.of("downloadCount", 5000L, "favoriteCount", 500L));
        assertThat(model.license())
                .contains(
                        new License(
                                Optional.of(true),
                                List.of("Image", "Sell"),
                                Optional.of(false),
                                Optional.of(true)));
        assertThat(model.air()).contains("urn:air:sd1:checkpoint:civitai:4201@130072");
    }

    @Test
    void readsTheVariantsOfFilesAndTurnsCrc32Around() throws Exception {
        PublishedFile file = read(MODEL).files().getFirst();
        assertThat(file.size()).hasValue(2560);
        assertThat(file.primary()).isTrue();
        assertThat(file.details())
                .containsEntry("fp", "fp16")
                .containsEntry("size", "pruned")
                .containsEntry("pickleScanResult", "Success");
        assertThat(file.digests())
                .containsExactlyInAnyOrder(
                        new Digest(HashId.of("crc32"), "0d4a1185"),
                        new Digest(HashId.of("autov3"), "abcdef012345"));
    }

    @Test
    void listsAFileByItsOwnKindWhenThatIsNotTheModels() throws Exception {
        Digest vae = new Digest(HashId.of("autov2"), "b94d27b993");
        assertThat(read(MODEL, Optional.of(vae)).category()).contains("vae");
    }

    @Test
    void keepsTheAnswerWithoutOtherVersionsAndWhatImagesWereMadeFrom() throws Exception {
        assertThat(read(MODEL).raw())
                .contains("\"downloadCount\":5000", "\"id\":130072")
                .doesNotContain("other", "meta\":{\"x\"");
    }

    @Test
    void inventsNothing() throws Exception {
        ModelInfo model = read("{\"id\": 1, \"modelVersions\": [{\"id\": 2}]}");
        assertThat(model.license()).isEmpty();
        assertThat(model.air()).isEmpty();
        assertThat(model.nsfw()).isEmpty();
        assertThat(model.description()).isEmpty();
        assertThat(model.category()).isEmpty();
        assertThat(model.files()).isEmpty();
        assertThat(model.stats()).isEmpty();
    }

    @Test
    void takesTheAirNameThatIsGiven() throws Exception {
        JsonNode version = json("{\"id\":2,\"modelId\":1,\"air\":\"urn:air:x:y:civitai:1@2\"}");
        assertThat(Models.ofVersion(version, Optional.empty()).air())
                .contains("urn:air:x:y:civitai:1@2");
    }

    @ParameterizedTest
    @CsvSource({
        "Archived, archived",
        "TakenDown, taken_down",
    })
    void saysWhyAModelIsNotOffered(String mode, String word) throws Exception {
        assertThat(read(MODEL.replaceFirst("\\{", "{\"mode\": \"" + mode + "\",")).moderation())
                .contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"Image\", \"Rent\"]",
                "\"{Image,Rent}\"",
                "[\"{Image\", \"Rent}\"]",
                "[\"Image\", \"None\", \"Rent\", \"Image\"]"
            })
    void readsCommercialUseInEverySpelling(String spelling) throws Exception {
        String text = MODEL.replace("[\"Image\", \"Sell\"]", spelling);
        assertThat(read(text).license().orElseThrow().allowCommercialUse())
                .containsExactly("Image", "Rent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"None\"", "null", "7", "{}"})
    void readsNoCommercialUseInEverySpelling(String spelling) throws Exception {
        String text = MODEL.replace("[\"Image\", \"Sell\"]", spelling);
        assertThat(read(text).license().orElseThrow().allowCommercialUse()).isEmpty();
    }

    @Test
    void readsTagsThatAreObjects() throws Exception {
        String text = MODEL.replace("[\"photo\", \"base\"]", "[{\"name\": \"photo\"}, 5, null]");
        assertThat(read(text).tags()).containsExactly("photo");
    }

    @ParameterizedTest
    @CsvSource({
        "LoCon, loras",
        "DoRA, loras",
        "LORA, loras",
        "TextualInversion, embeddings",
        "Hypernetwork, hypernetworks",
        "Controlnet, controlnet",
        "Upscaler, upscale_models",
        "VAE, vae",
        "TextEncoder, text_encoders",
        "CLIP, text_encoders",
        "UNet, diffusion_models",
        "CLIPVision, clip_vision",
        "MotionModule, other",
        "Detection, other",
        "VisionLanguage, other",
        "LLM, other",
        "ComfyWorkflows, other"
    })
    void knowsTheNewerKindsOfModels(String type, String category) {
        assertThat(Kinds.category(Optional.of(type), Optional.empty())).contains(category);
    }

    @Test
    void hasNoPlaceForAKindNobodyHasSeen() {
        assertThat(Kinds.category(Optional.of("Hologram"), Optional.of("Model"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-01T10:00:00.000Z, 2024-06-01T10:00:00Z",
        "2024-06-01T12:00:00+02:00, 2024-06-01T10:00:00Z",
        "2024-06-01T10:00:00.123456, 2024-06-01T10:00:00.123456Z",
        "2024-06-01 10:00:00, 2024-06-01T10:00:00Z"
    })
    void readsDatesInEverySpelling(String text, String instant) {
        assertThat(Dates.parse(text)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2024-06-01", "9999999999"})
    void readsNoDateIntoOtherText(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }
}
