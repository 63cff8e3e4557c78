package dev.assay.core.internal.format;

import static dev.assay.core.internal.testfiles.SafetensorsBytes.of;
import static dev.assay.core.internal.testfiles.SafetensorsBytes.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.testfiles.Bytes;
import dev.assay.core.internal.testfiles.SafetensorsBytes;
import dev.assay.core.model.FileState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdicts are those of the reference implementation's own tests (src/tensor.rs). */
class SafetensorsReaderTest {

    @Test
    void readsNamesTypesShapesAndMetadata() throws IOException {
        Header header = read(SafetensorsBytes.sound());
        assertThat(header.state()).isEqualTo(FileState.OK);
        assertThat(header.remarks()).isEmpty();
        assertThat(header.tensors())
                .containsExactly(
                        new Tensor("first.weight", "F16", List.of(2L, 3L)),
                        new Tensor("second.bias", "F32", List.of(4L)));
        assertThat(header.metadata()).containsEntry("format", "pt");
        assertThat(header.payloadOffset()).hasValue(SafetensorsBytes.sound().length - 28);
    }

    @Test
    void takesEmptyFilesScalarsAndTensorsWithoutElements() throws IOException {
        assertSound(of("{}", 0));
        assertSound(of("{" + tensor("scalar", "I32", "[]", 0, 4) + "}", 4));
        assertSound(of("{" + tensor("none", "F32", "[2,0]", 0, 0) + "}", 0));
        assertSound(of("{}   ", 0));
    }

    @Test
    void takesWhiteSpaceBeforeTheHeaderAndSaysSo() throws IOException {
        Header header = read(of("\t{}\n", 0));
        assertThat(header.state()).isEqualTo(FileState.OK);
        assertThat(header.remarks()).singleElement().asString().contains("white space");
    }

    @Test
    void namesWhatIsWrongWithTheLength() throws IOException {
        assertFault(new byte[3], "HeaderTooSmall");
        assertFault(new Bytes().u64(100_000_001).text("{}").done(), "HeaderTooLarge");
        assertFault(new Bytes().u64(Long.MIN_VALUE).text("{}").done(), "HeaderTooLarge");
        assertFault(new Bytes().u64(-1).text("{}").done(), "HeaderTooLarge");
        assertFault(new Bytes().u64(60).done(), "InvalidHeaderLength");
        assertFault(new Bytes().u64(100_000_000).text("{}").done(), "InvalidHeaderLength");
    }

    @Test
    void namesWhatIsWrongWithTheText() throws IOException {
        assertFault(new Bytes().u64(1).u8(0xff).done(), "InvalidHeader:");
        assertFault(of("{\"\u00e4\":1}", 0), "InvalidHeaderDeserialization");
        assertFault(latin1("{\"\u00e4\":1}"), "InvalidHeader:");
        for (String text :
                List.of(
                        "[]",
                        "null",
                        "{",
                        "{}x",
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}",
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4e0]}}",
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[01],\"data_offsets\":[0,4]}}",
                        "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}",
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],"
                                + "\"data_offsets\":[0,4]}}",
                        "{\"__metadata__\":[]}",
                        "{\"__metadata__\":{\"a\":1}}",
                        "{\"__metadata__\":{},\"__metadata__\":{}}",
                        "{\"__metadata__\":{\"half\":\"\\ud800\"}}",
                        "{\"a\\q\":1}",
                        "{\"a\nb\":1}")) {
            assertFault(of(text, 4), "InvalidHeaderDeserialization");
        }
    }

    @Test
    void namesWhatIsWrongWithTheLayout() throws IOException {
        assertFault(one(tensor("a", "F32", "[1]", 4, 8), 8), "InvalidOffset");
        assertFault(one(tensor("a", "F32", "[1]", 4, 0), 4), "InvalidOffset");
        assertFault(one(tensor("a", "F32", "[2]", 0, 4), 4), "TensorInvalidInfo");
        assertFault(one(tensor("a", "F4", "[3]", 0, 1), 1), "MisalignedSlice");
        assertFault(
                one(tensor("a", "F32", "[2,18446744073709551615]", 0, 4), 4), "ValidationOverflow");
        assertFault(
                one(tensor("a", "F32", "[9223372036854775808]", 0, 4), 4), "ValidationOverflow");
        assertFault(one(tensor("a", "F32", "[1]", 0, 4), 5), "MetadataIncompleteBuffer");
        assertFault(
                one(tensor("a", "U8", "[2]", 0, 2) + "," + tensor("b", "U8", "[2]", 1, 3), 3),
                "InvalidOffset");
        assertFault(
                one(tensor("a", "U8", "[1]", 0, 1) + "," + tensor("a", "U8", "[1]", 1, 2), 2),
                "InvalidHeaderDeserialization");
    }

    @Test
    void keepsTheTensorsOfADownloadThatWasCut() throws IOException {
        byte[] whole = SafetensorsBytes.sound();
        Header header = read(Arrays.copyOf(whole, whole.length - 20));
        assertThat(header.state()).isEqualTo(FileState.TRUNCATED);
        assertThat(header.tensors()).hasSize(2);
        assertThat(header.remarks())
                .containsExactly(
                        "MetadataIncompleteBuffer: 8 of 28 bytes of tensor data are there");
    }

    @Test
    void keepsTheTensorsBeforeACutWithinTheHeader() throws IOException {
        byte[] whole = SafetensorsBytes.sound();
        Header header = read(Arrays.copyOf(whole, whole.length - 28 - 10));
        assertThat(header.state()).isEqualTo(FileState.TRUNCATED);
        assertThat(header.tensors()).extracting(Tensor::name).containsExactly("first.weight");
        assertThat(header.payloadOffset()).isEmpty();
    }

    @Test
    void keepsTensorsOfATypeThatIsNotKnown() throws IOException {
        Header header = read(one(tensor("a", "Q9_X", "[7]", 0, 4), 4));
        assertThat(header.state()).isEqualTo(FileState.MALFORMED);
        assertThat(header.tensors()).containsExactly(new Tensor("a", "Q9_X", List.of(7L)));
    }

    @Test
    void boundsNestingWithoutRecursion() throws IOException {
        assertFault(of("{\"a\":" + "[".repeat(100_000), 0), "InvalidHeaderDeserialization");
        assertFault(of("{\"a\":" + "{\"b\":".repeat(100_000), 0), "InvalidHeaderDeserialization");
    }

    @Test
    void takesLongNamesAndLongValues() throws IOException {
        String name = "n".repeat(60_000);
        byte[] file =
                of(
                        "{\"__metadata__\":{\"long\":\""
                                + "v".repeat(3 << 20)
                                + "\"},"
                                + tensor(name, "U8", "[1]", 0, 1)
                                + "}",
                        1);
        Header header = read(file);
        assertThat(header.state()).isEqualTo(FileState.OK);
        assertThat(header.tensors().getFirst().name()).isEqualTo(name);
        assertThat(header.metadata().get("long")).hasSize(1 << 20);
    }

    @Test
    void readsTensorsThatAreNotInFileOrder() throws IOException {
        assertSound(one(tensor("b", "U8", "[2]", 3, 5) + "," + tensor("a", "U8", "[3]", 0, 3), 5));
    }

    private static byte[] one(String entries, int data) {
        return of("{" + entries + "}", data);
    }

    private static byte[] latin1(String header) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        return new Bytes().u64(text.length).raw(text).done();
    }

    private static Header read(byte[] file) throws IOException {
        return SafetensorsReader.read(ByteSource.of(file));
    }

    private static void assertSound(byte[] file) throws IOException {
        assertThat(read(file).state()).isEqualTo(FileState.OK);
    }

    private static void assertFault(byte[] file, String error) throws IOException {
        Header header = read(file);
        assertThat(header.state()).isEqualTo(FileState.MALFORMED);
        assertThat(header.remarks().getFirst()).startsWith(error);
    }
}
