package dev.assay.shell.walkthrough;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The model folder of somebody who has a ComfyUI: small files with real headers. */
final class ModelShelf {
    private static final String SDXL =
            "lora_unet_down_blocks_2_attentions_0_transformer_blocks_9_attn2_to_k";
    private static final String SD1 =
            "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q";
    private static final int BIG = 40 << 20;

    private final Path models;

    private ModelShelf(Path models) {
        this.models = models;
    }

    /** {@return the folder, filled, below this home} */
    static ModelShelf below(Path home) throws IOException {
        Path program = Files.createDirectories(home.resolve("ComfyUI"));
        Files.createFile(program.resolve("folder_paths.py"));
        ModelShelf shelf = new ModelShelf(program.resolve("models"));
        shelf.lora("detail-xl", SDXL, 2048, 1280, 1);
        shelf.lora("neon-ink-xl-v2", SDXL, 2048, 1280, 2);
        shelf.lora("my-style-v2", SD1, 320, 320, 3);
        shelf.cutShort("flux-portrait");
        shelf.big("photo-xl");
        Files.writeString(
                shelf.file("checkpoints/free-model.ckpt"),
                "cos\nsystem\n(S'true'\ntR.",
                StandardCharsets.US_ASCII);
        return shelf;
    }

    Path file(String name) throws IOException {
        Path file = models.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    Path lora(String name) throws IOException {
        return file("loras/" + name + ".safetensors");
    }

    private void lora(String name, String module, int in, int out, int seed) throws IOException {
        int down = 4 * in * 2;
        int up = out * 4 * 2;
        String header =
                """
                {"__metadata__":{"ss_network_dim":"4"},\
                "%1$s.alpha":{"dtype":"F16","shape":[],"data_offsets":[0,2]},\
                "%1$s.lora_down.weight":{"dtype":"F16","shape":[4,%2$d],"data_offsets":[2,%4$d]},\
                "%1$s.lora_up.weight":{"dtype":"F16","shape":[%3$d,4],"data_offsets":[%4$d,%5$d]}}\
                """
                        .formatted(module, in, out, 2 + down, 2 + down + up);
        byte[] payload = new byte[2 + down + up];
        new java.util.Random(seed).nextBytes(payload);
        write(lora(name), header, payload);
    }

    private void cutShort(String name) throws IOException {
        String header =
                "{\"a.lora_up.weight\":{\"dtype\":\"F16\",\"shape\":[1000],\"data_offsets\":[0,2000]}}";
        write(lora(name), header, new byte[100]);
    }

    /** A file that takes a moment to hash and no room on the disk. */
    private void big(String name) throws IOException {
        String header =
                "{\"model.diffusion_model.input_blocks.0.0.weight\":{\"dtype\":\"U8\",\"shape\":["
                        + BIG
                        + "],\"data_offsets\":[0,"
                        + BIG
                        + "]}}";
        Path file = file("diffusion_models/" + name + ".safetensors");
        write(file, header, new byte[0]);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(out.length() + BIG);
        }
    }

    private static void write(Path file, String header, byte[] payload) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        Files.write(
                file,
                ByteBuffer.allocate(8 + json.length + payload.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(json.length)
                        .put(json)
                        .put(payload)
                        .array());
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
