package dev.assay.shell.docs;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.shell.embedding.FaultyPlugins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The home of the reader that the documents have in mind: some models, two jars of a plugin, and a
 * CivitAI that knows two of the models. {@code DIR} and {@code FILE} are there too.
 */
final class Sandbox implements AutoCloseable {
    private static final String PLUGIN = "my-hash";

    private final Path home;
    private final FakeCivitai civitai = FakeCivitai.start();

    Sandbox(Path temp, Session session) throws IOException {
        home = Files.createDirectories(temp.resolve("home/me"));
        models();
        if (session.steps().stream().anyMatch(step -> step.command().contains(PLUGIN))) {
            plugin(temp);
        }
    }

    private void models() throws IOException {
        Path models = home.resolve("models");
        Path lora =
                MadeModels.safetensors(
                        models.resolve("loras/detail-xl.safetensors"),
                        "lora_te2_text_model_encoder_layers_[0-31]_self_attn_q_proj.lora_down.weight 8x1280",
                        "lora_te2_text_model_encoder_layers_[0-31]_self_attn_q_proj.lora_up.weight 1280x8");
        MadeModels.safetensors(
                models.resolve("loras/my-style-v2.safetensors"),
                "lora_unet_down_blocks_[0-2]_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight 8x768",
                "lora_unet_down_blocks_[0-2]_attentions_0_transformer_blocks_0_attn2_to_k.lora_up.weight 320x8");
        Path controlnet =
                MadeModels.safetensors(
                        models.resolve("controlnet/canny.safetensors"),
                        "control_model.zero_convs.[0-11].0.weight 320x320x1x1",
                        "control_model.input_hint_block.[0-7].weight 16x3x3x3",
                        "control_model.input_blocks.[1-2].1.transformer_blocks.0.attn2.to_k.weight 320x768");
        MadeModels.cutShort(
                models.resolve("loras/flux-portrait.safetensors"),
                "lora_unet_double_blocks_[0-18]_img_attn_qkv.lora_down.weight 4x3072",
                "lora_unet_double_blocks_[0-18]_img_attn_qkv.lora_up.weight 9216x4");
        Files.createDirectories(models.resolve("checkpoints"));
        Files.writeString(
                models.resolve("checkpoints/free-model.ckpt"),
                "cos\nsystem\n(S'true'\ntR.",
                StandardCharsets.US_ASCII);
        MadeModels.safetensors(
                models.resolve("diffusion_models/photo-xl-unet.safetensors"),
                "input_blocks.0.0.weight 320x4x3x3",
                "input_blocks.[7-8].1.transformer_blocks.[0-9].attn2.to_k.weight 1280x2048");
        Files.createSymbolicLink(home.resolve("DIR"), models);
        Files.createSymbolicLink(home.resolve("FILE"), lora);
        know(4201, 130_072, "Detail XL", "LORA", lora);
        know(5036, 6107, "Canny", "Controlnet", controlnet);
    }

    private void know(long id, long version, String name, String type, Path file)
            throws IOException {
        String sha256 = sha256(file);
        civitai.add(
                ModelSpec.model(id)
                        .named(name)
                        .ofType(type)
                        .version(version, details -> details.file(sha256)));
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void plugin(Path temp) throws IOException {
        Path made = temp.resolve("plugins");
        FaultyPlugins plugins =
                new FaultyPlugins(Files.createDirectory(temp.resolve("work")), made);
        plugins.good(PLUGIN);
        Files.copy(made.resolve(PLUGIN).resolve("plugin.jar"), home.resolve("my-hash-1.0.jar"));
    }

    /** {@return the reader's home, which is the working directory too} */
    Path home() {
        return home;
    }

    /** {@return what the environment of a command holds} */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("NO_COLOR", "1");
        environment.put("ASSAY_PROGRESS", "none");
        environment.put("ASSAY_CIVITAI_BASE_URL", civitai.baseUrl().toString());
        environment.put("ASSAY_PROVIDERS_CIVITAI_INTERVAL", "0s");
        return environment;
    }

    @Override
    public void close() throws IOException {
        civitai.close();
    }
}
