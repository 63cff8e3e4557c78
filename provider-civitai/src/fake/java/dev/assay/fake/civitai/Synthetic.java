package dev.assay.fake.civitai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A library of any size that the fake knows, and the bytes of its files, so that a test can ask by
 * hash alone or write real files. Every file is a small, valid safetensors file; the same seed
 * gives the same library.
 */
public final class Synthetic {
    private static final int PAYLOAD = 64;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final long seed;
    private final List<Known> files = new ArrayList<>();
    private int models;

    private Synthetic(long seed) {
        this.seed = seed;
    }

    /**
     * A file the fake knows.
     *
     * @param index which file of the library; {@link #content} gives its bytes
     * @param sha256 upper-case hex
     * @param autoV3 upper-case hex, 12 digits
     */
    public record Known(int index, String sha256, String autoV3, long modelId, long versionId) {}

    /**
     * Teaches the fake {@code count} files spread evenly over {@code models} models, one version a
     * file. Model ids start at 1, version ids at 1,000,001.
     */
    public static Synthetic library(FakeCivitai fake, long seed, int count, int models) {
        return library(fake, seed, count, models, _ -> {});
    }

    /**
     * As above, with a change to every model before it is added; {@code id()} tells which it is.
     */
    public static Synthetic library(
            FakeCivitai fake, long seed, int count, int models, Consumer<ModelSpec> change) {
        Synthetic library = new Synthetic(seed);
        library.models = models;
        for (int model = 0; model < models; model++) {
            ModelSpec spec = ModelSpec.model(model + 1L);
            for (int i = model; i < count; i += models) {
                library.addVersion(spec, i, model + 1L);
            }
            change.accept(spec);
            fake.add(spec);
        }
        return library;
    }

    private void addVersion(ModelSpec spec, int index, long modelId) {
        long versionId = 1_000_001L + index;
        byte[] content = content(index);
        Known known = new Known(index, sha256(content), autoV3(content), modelId, versionId);
        files.add(known);
        spec.version(
                versionId,
                version ->
                        version.file(known.sha256(), file -> file.hash("AutoV3", known.autoV3())));
    }

    /** Everything the fake knows of this library, in the order of the models. */
    public List<Known> files() {
        return List.copyOf(files);
    }

    /** How many models hold the files. */
    public int models() {
        return models;
    }

    /** The bytes of file {@code index}; an index beyond the library gives a file nobody knows. */
    public byte[] content(int index) {
        return safetensors("{\"n\":\"" + index + "\"}", payload(index));
    }

    /** The same tensors under an edited header: another SHA256, the same AutoV3. */
    public byte[] edited(int index) {
        return safetensors("{\"n\":\"" + index + "\",\"edited\":\"yes\"}", payload(index));
    }

    private byte[] payload(int index) {
        byte[] payload = new byte[PAYLOAD];
        new Random(seed * 1_000_003 + index).nextBytes(payload);
        return payload;
    }

    private static byte[] safetensors(String metadata, byte[] payload) {
        String header =
                "{\"__metadata__\":%s,\"t\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                        .formatted(metadata, PAYLOAD, PAYLOAD);
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(bytes.length)
                        .array());
        out.writeBytes(bytes);
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** SHA256 as the site writes it. */
    public static String sha256(byte[] content) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** AutoV3 as the site stores it: 12 digits of the SHA256 of what follows the header. */
    public static String autoV3(byte[] safetensors) {
        long header = ByteBuffer.wrap(safetensors).order(ByteOrder.LITTLE_ENDIAN).getLong();
        byte[] rest = Arrays.copyOfRange(safetensors, 8 + (int) header, safetensors.length);
        return sha256(rest).substring(0, 12);
    }
}
