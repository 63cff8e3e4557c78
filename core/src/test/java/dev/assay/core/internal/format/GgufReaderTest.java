package dev.assay.core.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.testfiles.Bytes;
import dev.assay.core.internal.testfiles.GgufBytes;
import dev.assay.core.model.FileState;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdicts are those of llama.cpp's own tests (tests/test-gguf.cpp). */
class GgufReaderTest {

    @Test
    void readsKeysAndTensorsRowMajor() throws IOException {
        Header header = read(GgufBytes.sound());
        assertThat(header.state()).isEqualTo(FileState.OK);
        assertThat(header.tensors())
                .containsExactly(
                        new Tensor("token_embd.weight", "F32", List.of(2L, 4L)),
                        new Tensor("output.weight", "Q8_0", List.of(2L, 32L)));
        assertThat(header.metadata())
                .containsEntry("general.architecture", "llama")
                .containsEntry("llama.block_count", "2");
        assertThat(header.payloadOffset()).hasValue(GgufBytes.sound().length - 128);
    }

    @Test
    void readsTheOtherByteOrder() throws IOException {
        byte[] file =
                new GgufBytes(3, ByteOrder.BIG_ENDIAN, 1, 1)
                        .key("general.architecture", "llama")
                        .tensor("a", 0, 0, 8)
                        .done(32);
        Header header = read(file);
        assertThat(header.state()).isEqualTo(FileState.OK);
        assertThat(header.tensors()).containsExactly(new Tensor("a", "F32", List.of(8L)));
        assertThat(header.remarks()).singleElement().asString().contains("big-endian");
    }

    @Test
    void readsVersionsOneAndTwo() throws IOException {
        byte[] first =
                new GgufBytes(1, ByteOrder.LITTLE_ENDIAN, 1, 1)
                        .key("general.name", "old")
                        .tensor("a", 1, 0, 16)
                        .done(32);
        assertThat(read(first).tensors()).containsExactly(new Tensor("a", "F16", List.of(16L)));
        byte[] second =
                new GgufBytes(2, ByteOrder.LITTLE_ENDIAN, 1, 0).tensor("a", 1, 0, 16).done(32);
        assertThat(read(second).state()).isEqualTo(FileState.OK);
    }

    @Test
    void refusesVersionsThatDoNotExist() throws IOException {
        for (int version : new int[] {0, 4, -1}) {
            assertRefused(new GgufBytes(version, ByteOrder.LITTLE_ENDIAN, 0, 0).done(0), "version");
        }
    }

    @Test
    void refusesCountsAndLengthsThatTheFileCannotHold() throws IOException {
        assertRefused(new GgufBytes(-1, 0).done(0), "tensors");
        assertRefused(new GgufBytes(0, -1).done(0), "keys");
        assertRefused(new GgufBytes(0, 1L << 32).done(0), "keys");
        assertRefused(new GgufBytes(0, 1).length(1L << 30).u64(0).u64(0).done(0), "a key of");
        assertRefused(new GgufBytes(0, 1).length(-1).u64(0).u64(0).done(0), "a key of");
        assertRefused(new GgufBytes(0, 1).string("k").u32(8).length(-1).done(64), "a value of");
        assertRefused(
                new GgufBytes(0, 1).string("k").u32(9).u32(8).length(1L << 32).done(64),
                "the array 'k'");
        assertRefused(
                new GgufBytes(0, 1).string("k").u32(9).u32(4).length(1L << 62).done(64),
                "the array 'k'");
    }

    @Test
    void refusesKeysThatGgmlRefuses() throws IOException {
        assertRefused(new GgufBytes(0, 1).string("").u32(4).u32(1).done(0), "an empty key");
        assertRefused(new GgufBytes(0, 2).key("a", 1).key("a", 2).done(0), "twice");
        assertRefused(new GgufBytes(0, 1).string("k").u32(13).u64(0).done(0), "type 13");
        assertRefused(new GgufBytes(0, 1).string("k").u32(-1).u64(0).done(0), "type -1");
        assertRefused(
                new GgufBytes(0, 1).string("k").u32(9).u32(9).length(1).u64(0).done(0), "holds");
        assertRefused(
                new GgufBytes(0, 1).string("general.alignment").u32(8).string("32").done(0),
                "general.alignment");
        assertRefused(new GgufBytes(0, 1).key("general.alignment", 13).done(0), "power of 2");
        assertRefused(new GgufBytes(0, 1).key("general.alignment", 0).done(0), "power of 2");
    }

    @Test
    void refusesTensorsThatGgmlRefuses() throws IOException {
        assertRefused(tensor().tensor("a", 0, 0, 1, 1, 1, 1, 1).done(32), "dimensions");
        assertRefused(tensor().tensor("a", 0, 0, -1).done(32), "overflows");
        assertRefused(tensor().tensor("a", 0, 0, 1L << 32, 1L << 32).done(32), "overflows");
        assertRefused(tensor().tensor("a", 0, 0, 1L << 61, 2).done(32), "overflows");
        assertRefused(tensor().tensor("a", -1, 0, 8).done(32), "type -1");
        assertRefused(tensor().tensor("a", 0, 32, 8).done(64), "starts at");
        assertRefused(tensor().tensor("a", 0, -1, 8).done(64), "starts at");
        assertRefused(tensor().tensor("a", 8, 0, 33).done(64), "rows");
        assertRefused(
                new GgufBytes(2, 0).tensor("a", 0, 0, 8).tensor("a", 0, 32, 8).done(64), "twice");
    }

    @Test
    void keepsTensorsOfANewerType() throws IOException {
        Header header = read(tensor().tensor("a", 61, 0, 64).done(32));
        assertThat(header.state()).isEqualTo(FileState.OK);
        assertThat(header.tensors()).containsExactly(new Tensor("a", "TYPE_61", List.of(64L)));
        assertThat(header.remarks()).hasSize(1);
    }

    @Test
    void tellsADownloadThatWasCut() throws IOException {
        byte[] whole = GgufBytes.sound();
        Header inData = read(Arrays.copyOf(whole, whole.length - 1));
        assertThat(inData.state()).isEqualTo(FileState.TRUNCATED);
        assertThat(inData.remarks()).containsExactly("127 of 128 bytes of tensor data are there");
        Header inHeader = read(Arrays.copyOf(whole, 100));
        assertThat(inHeader.state()).isEqualTo(FileState.TRUNCATED);
        assertThat(read(Arrays.copyOf(whole, 20)).state()).isEqualTo(FileState.MALFORMED);
    }

    @Test
    void passesOverLargeArraysAndKeepsSmallOnes() throws IOException {
        GgufBytes file = new GgufBytes(0, 2).string("many").u32(9).u32(8).length(1000);
        for (int i = 0; i < 1000; i++) {
            file.string("token" + i);
        }
        file.string("few").u32(9).u32(4).length(2).u32(16).u32(56);
        Header header = read(file.done(0));
        assertThat(header.state()).isEqualTo(FileState.OK);
        assertThat(header.metadata()).containsExactly(java.util.Map.entry("few", "16, 56"));
    }

    @Test
    void readsEveryKindOfScalar() throws IOException {
        byte[] keys =
                new Bytes()
                        .raw(new GgufBytes(0, 4).cutHere())
                        .raw(scalar("f", 6, new Bytes().u32(Float.floatToIntBits(0.5f))))
                        .raw(scalar("t", 7, new Bytes().u8(1)))
                        .raw(scalar("i", 11, new Bytes().u64(-7)))
                        .raw(scalar("b", 1, new Bytes().u8(0xff)))
                        .done();
        assertThat(read(keys).metadata())
                .containsEntry("f", "0.5")
                .containsEntry("t", "true")
                .containsEntry("i", "-7")
                .containsEntry("b", "-1");
    }

    private static byte[] scalar(String key, int type, Bytes value) {
        return new Bytes().u64(key.length()).text(key).u32(type).raw(value.done()).done();
    }

    private static GgufBytes tensor() {
        return new GgufBytes(1, 0);
    }

    private static Header read(byte[] file) throws IOException {
        return GgufReader.read(ByteSource.of(file));
    }

    private static void assertRefused(byte[] file, String why) throws IOException {
        Header header = read(file);
        assertThat(header.state()).isEqualTo(FileState.MALFORMED);
        assertThat(header.remarks()).anySatisfy(remark -> assertThat(remark).contains(why));
    }
}
