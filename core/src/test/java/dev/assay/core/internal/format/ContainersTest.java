package dev.assay.core.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.testfiles.Bytes;
import dev.assay.core.internal.testfiles.GgufBytes;
import dev.assay.core.internal.testfiles.PickleBytes;
import dev.assay.core.internal.testfiles.SafetensorsBytes;
import dev.assay.core.internal.testfiles.ZipBytes;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Safety.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContainersTest {

    private static final List<Tensor> STATE_DICT =
            List.of(
                    new Tensor("conv.weight", "F16", List.of(4L, 3L)),
                    new Tensor("conv.bias", "F32", List.of(4L)));

    @Test
    void tellsEveryContainerByItsBytesWhateverItsName() throws IOException {
        for (String name : List.of("a.safetensors", "a.gguf", "a.ckpt", "a.pkl", "a.txt", "a")) {
            assertThat(read(SafetensorsBytes.sound(), name).header().format())
                    .isEqualTo(Format.SAFETENSORS);
            assertThat(read(GgufBytes.sound(), name).header().format()).isEqualTo(Format.GGUF);
            assertThat(read(ZipBytes.torch(PickleBytes.stateDict()), name).header().format())
                    .isEqualTo(Format.TORCH_ZIP);
            assertThat(read(PickleBytes.stateDict(), name).header().format())
                    .isEqualTo(Format.PICKLE);
            assertThat(read(PickleBytes.evil(), name).safety().verdict())
                    .isEqualTo(Verdict.DANGEROUS);
        }
    }

    @Test
    void readsTheTensorsOfATorchZip() throws IOException {
        Reading reading = read(ZipBytes.torch(PickleBytes.stateDict()));
        assertThat(reading.header().tensors()).isEqualTo(STATE_DICT);
        assertThat(reading.header().state()).isEqualTo(FileState.OK);
        assertThat(reading.safety().verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(reading.header().globals()).contains("torch HalfStorage");
    }

    @Test
    void readsTheTensorsOfATorchZipThatWasCut() throws IOException {
        byte[] whole = ZipBytes.torch(PickleBytes.stateDict());
        Reading reading = read(Arrays.copyOf(whole, PickleBytes.stateDict().length + 60));
        assertThat(reading.header().tensors()).isEqualTo(STATE_DICT);
        assertThat(reading.header().state()).isEqualTo(FileState.TRUNCATED);
        assertThat(reading.safety().verdict()).isEqualTo(Verdict.UNSCANNABLE);
    }

    @Test
    void readsTheFivePicklesOfLegacyTorch() throws IOException {
        byte[] whole = PickleBytes.legacy(PickleBytes.stateDict());
        Reading reading = read(whole);
        assertThat(reading.header().format()).isEqualTo(Format.TORCH_LEGACY);
        assertThat(reading.header().tensors()).isEqualTo(STATE_DICT);
        assertThat(reading.header().state()).isEqualTo(FileState.OK);
        assertThat(reading.safety().verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(read(Arrays.copyOf(whole, whole.length - 1)).header().state())
                .isEqualTo(FileState.TRUNCATED);
    }

    @Test
    void takesAStorageOfNegativeLengthForCut() throws IOException {
        byte[] file = PickleBytes.legacy(PickleBytes.stateDict());
        Arrays.fill(file, file.length - 24, file.length - 16, (byte) -1);
        assertThat(read(file).header().state()).isEqualTo(FileState.TRUNCATED);
    }

    @Test
    void reportsWhatFollowsLegacyTorchButDoesNotUnpickleIt() throws IOException {
        byte[] file =
                new Bytes()
                        .raw(PickleBytes.legacy(PickleBytes.stateDict()))
                        .raw(PickleBytes.evil())
                        .done();
        assertThat(read(file).safety().verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void namesWhatIsNoModel() throws IOException {
        assertState("", FileState.EMPTY);
        assertState("\0".repeat(70_000), FileState.EMPTY);
        assertState("<!DOCTYPE html><title>Just a moment...</title>", FileState.HTML_PAGE);
        assertState("\n<html><body>log in</body></html>", FileState.HTML_PAGE);
        assertState("{\"error\":\"Unauthorized\"}", FileState.API_ERROR);
        assertState("{ \"message\": \"Not found\" }", FileState.API_ERROR);
    }

    @Test
    void takesALongJsonForNoErrorReply() throws IOException {
        byte[] json =
                ("{\"message\":\"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(read(json, "data.json").header().state()).isEqualTo(FileState.OK);
    }

    @Test
    void saysWhatALargeFilePointerStandsFor() throws IOException {
        String oid = "0123456789abcdef".repeat(4);
        Header header =
                read(("version https://git-lfs.github.com/spec/v1\noid sha256:"
                                        + oid
                                        + "\nsize 4265146304\n")
                                .getBytes(StandardCharsets.UTF_8))
                        .header();
        assertThat(header.state()).isEqualTo(FileState.LFS_POINTER);
        assertThat(header.metadata())
                .containsEntry("oid", "sha256:" + oid)
                .containsEntry("size", "4265146304");
    }

    @Test
    void tellsAPartialDownloadByItsName() throws IOException {
        Header header = read(SafetensorsBytes.sound(), "a.safetensors.part").header();
        assertThat(header.state()).isEqualTo(FileState.PARTIAL_DOWNLOAD);
        assertThat(header.tensors()).hasSize(2);
    }

    @Test
    void recognisesWhatItDoesNotRead() throws IOException {
        assertUnread(new Bytes().u8(0x89).text("HDF\r\n").u8(0x1a, 10).zeros(20), Format.HDF5);
        assertUnread(new Bytes().u8(8, 8, 0x12, 7).text("pytorch").zeros(9), Format.ONNX);
        assertUnread(new Bytes().text("lmgg").zeros(60), Format.GGML);
        assertUnread(new Bytes().text("7z").u8(0xbc, 0xaf, 0x27, 0x1c).zeros(9), Format.ARCHIVE);
        assertUnread(new Bytes().text("nothing that is known"), Format.UNKNOWN);
    }

    @Test
    void looksIntoPackedPicklesButNeverCallsThemClean() throws IOException {
        assertThat(read(gzipped(PickleBytes.evil())).safety().verdict())
                .isEqualTo(Verdict.DANGEROUS);
        assertThat(read(gzipped(PickleBytes.stateDict())).safety().verdict())
                .isEqualTo(Verdict.UNSCANNABLE);
        assertThat(read(zlibbed(PickleBytes.evil())).safety().verdict())
                .isEqualTo(Verdict.DANGEROUS);
    }

    @Test
    void looksIntoTarsButNeverCallsThemClean() throws IOException {
        Reading evil = read(tar(PickleBytes.evil()));
        assertThat(evil.header().format()).isEqualTo(Format.TORCH_TAR);
        assertThat(evil.safety().verdict()).isEqualTo(Verdict.DANGEROUS);
        assertThat(read(tar(PickleBytes.stateDict())).safety().verdict())
                .isEqualTo(Verdict.UNSCANNABLE);
    }

    @Test
    void readsNumpyArraysAndScansThoseOfObjects() throws IOException {
        Reading plain = read(numpy("<f4", "(2, 3)", new byte[24]));
        assertThat(plain.header().tensors())
                .containsExactly(new Tensor("", "F32", List.of(2L, 3L)));
        assertThat(plain.safety().verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(read(numpy("|O", "(1,)", PickleBytes.evil())).safety().verdict())
                .isEqualTo(Verdict.DANGEROUS);
        byte[] archive =
                new ZipBytes()
                        .stored("a.npy", numpy("<i8", "(2,)", new byte[16]))
                        .deflated("b.npy", numpy("|O", "(1,)", PickleBytes.evil()))
                        .done();
        assertThat(read(archive).header().format()).isEqualTo(Format.NUMPY);
        assertThat(read(archive).safety().verdict()).isEqualTo(Verdict.DANGEROUS);
    }

    @Test
    void suspectsAValidFileThatIsAlsoAZip() throws IOException {
        byte[] zip = ZipBytes.torch(PickleBytes.evil());
        String shape = "[" + zip.length + "]";
        byte[] header =
                SafetensorsBytes.of(
                        "{" + SafetensorsBytes.tensor("a", "U8", shape, 0, zip.length) + "}", 0);
        Reading reading = read(new Bytes().raw(header).raw(zip).done());
        assertThat(reading.header().state()).isEqualTo(FileState.OK);
        assertThat(reading.safety().verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void suspectsTorchScript() throws IOException {
        byte[] script =
                new ZipBytes()
                        .stored("m/data.pkl", PickleBytes.stateDict())
                        .stored("m/code/__torch__.py", "class M".getBytes(StandardCharsets.UTF_8))
                        .stored("m/constants.pkl", PickleBytes.protocol(2).ops(")").stop())
                        .done();
        assertThat(read(script).header().format()).isEqualTo(Format.TORCH_SCRIPT);
        assertThat(read(script).safety().verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    private static byte[] numpy(String type, String shape, byte[] data) {
        String header =
                "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(type, shape);
        return new Bytes()
                .u8(0x93)
                .text("NUMPY")
                .u8(1, 0)
                .u16(header.length())
                .text(header)
                .raw(data)
                .done();
    }

    private static byte[] tar(byte[] pickle) {
        Bytes tar = new Bytes();
        for (String name : List.of("storages", "tensors", "pickle")) {
            byte[] data = name.equals("pickle") ? pickle : new byte[] {'N', '.'};
            byte[] header = new byte[512];
            put(header, 0, name);
            put(header, 124, "%011o".formatted(data.length));
            put(header, 257, "ustar");
            tar.raw(header).raw(data).padTo(512);
        }
        return tar.zeros(1024).done();
    }

    private static void put(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    private static byte[] gzipped(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        }
        return out.toByteArray();
    }

    private static byte[] zlibbed(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(data);
        }
        return out.toByteArray();
    }

    private static Reading read(byte[] file) throws IOException {
        return read(file, "any");
    }

    private static Reading read(byte[] file, String name) throws IOException {
        return Containers.read(ByteSource.of(file), name);
    }

    private static void assertState(String file, FileState state) throws IOException {
        Reading reading = read(file.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.header().state()).isEqualTo(state);
        assertThat(reading.header().remarks()).isNotEmpty();
        assertThat(reading.safety().verdict()).isEqualTo(Verdict.UNSCANNABLE);
    }

    private static void assertUnread(Bytes file, Format format) throws IOException {
        Reading reading = read(file.done());
        assertThat(reading.header().format()).isEqualTo(format);
        assertThat(reading.safety().verdict()).isEqualTo(Verdict.UNSCANNABLE);
    }
}
