package dev.assay.hash.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hash.spi.FileFacts;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ecosystem's recipes, each computed a second time in the plainest way. */
class RecipesTest {
    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {0, MIB + (64 << 10), 2 * MIB - 1})
    void leavesAutoV1UndefinedBelowTwoMiB(int size) {
        assertThat(Hashes.hex("autov1", new byte[size])).isEqualTo("smaller than 2 MiB");
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * MIB, 2 * MIB + 1, 5_000_000})
    void takesAutoV1FromSixtyFourKiBAtOneMiB(int size) throws Exception {
        byte[] file = Hashes.sample(size);
        assertThat(Hashes.hex("autov1", file))
                .isEqualTo(sha256(Arrays.copyOfRange(file, MIB, MIB + 65_536)).substring(0, 8));
    }

    @Test
    void cutsAutoV2FromSha256() throws Exception {
        byte[] file = Hashes.sample(12_345);
        assertThat(Hashes.hex("autov2", file)).isEqualTo(sha256(file).substring(0, 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 64, 999, 1000})
    void takesThePayloadFromBehindTheHeader(int offset) throws Exception {
        byte[] file = Hashes.sample(1000);
        FileFacts facts = FileFacts.ofSize(1000).withPayload("safetensors", offset);
        String expected = sha256(Arrays.copyOfRange(file, offset, 1000));
        assertThat(Hashes.hex("payload-sha256", file, facts)).isEqualTo(expected);
        assertThat(Hashes.hex("autov3", file, facts)).isEqualTo(expected.substring(0, 12));
    }

    @Test
    void givesNoPayloadDigestToOtherFormats() {
        FileFacts facts = FileFacts.ofSize(1000).withPayload("gguf", 10);
        assertThat(Hashes.hex("payload-sha256", new byte[1000], facts))
                .isEqualTo("not a safetensors file");
    }

    @Test
    void saysWhenTheSafetensorsHeaderCannotBeRead() {
        FileFacts facts = new FileFacts(1000, "safetensors", OptionalLong.empty());
        assertThat(Hashes.hex("autov3", new byte[1000], facts))
                .isEqualTo("its safetensors header cannot be read");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 16_383, 16_384, 16_385, 100_000})
    void takesHeadAndEdgesWithoutRepeatingABytes(int size) throws Exception {
        byte[] file = Hashes.sample(size);
        byte[] head = Arrays.copyOf(file, Math.min(8192, size));
        ByteArrayOutputStream edges = new ByteArrayOutputStream();
        edges.writeBytes(head);
        edges.writeBytes(
                Arrays.copyOfRange(file, Math.min(size, Math.max(8192, size - 8192)), size));
        assertThat(Hashes.hex("head8k", file)).isEqualTo(sha256(head));
        assertThat(Hashes.hex("edges8k", file)).isEqualTo(sha256(edges.toByteArray()));
    }

    @Test
    void givesSmallFilesTheSameHeadAndEdges() {
        byte[] file = Hashes.sample(8192);
        assertThat(Hashes.hex("edges8k", file)).isEqualTo(Hashes.hex("head8k", file));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
