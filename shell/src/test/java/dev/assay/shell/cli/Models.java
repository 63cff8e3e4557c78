package dev.assay.shell.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files of the kinds that people have. */
public final class Models {
    private Models() {}

    /** A LoRA for Stable Diffusion 1 as far as its header goes. */
    public static Path lora(Path file) throws IOException {
        String module = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q";
        String header =
                """
                {"__metadata__":{"ss_network_dim":"4"},\
                "%1$s.alpha":{"dtype":"F16","shape":[],"data_offsets":[0,2]},\
                "%1$s.lora_down.weight":{"dtype":"F16","shape":[4,320],"data_offsets":[2,2562]},\
                "%1$s.lora_up.weight":{"dtype":"F16","shape":[320,4],"data_offsets":[2562,5122]}}\
                """
                        .formatted(module);
        return safetensors(file, header, 5122);
    }

    /** A file whose header says there is more than there is. */
    public static Path cutShort(Path file) throws IOException {
        return safetensors(
                file,
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[1000],\"data_offsets\":[0,2000]}}",
                100);
    }

    /** A header that announces 2^63 - 1 bytes. */
    static Path hugeHeader(Path file) throws IOException {
        return Files.write(
                file,
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(Long.MAX_VALUE)
                        .array());
    }

    /** A pickle that would run a command if somebody loaded it; nobody here does. */
    public static Path dangerous(Path file) throws IOException {
        return Files.writeString(file, "cos\nsystem\n(S'true'\ntR.", StandardCharsets.US_ASCII);
    }

    /** Many bytes that take no room on the disk. */
    static Path sparse(Path file, long size) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(size);
        }
        return file;
    }

    private static Path safetensors(Path file, String header, int payload) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(
                file,
                ByteBuffer.allocate(8 + json.length + payload)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(json.length)
                        .put(json)
                        .array());
    }
}
