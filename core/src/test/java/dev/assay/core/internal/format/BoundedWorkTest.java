package dev.assay.core.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.bytes.CountingSource;
import dev.assay.core.internal.testfiles.Bytes;
import dev.assay.core.internal.testfiles.EndlessBytes;
import dev.assay.core.internal.testfiles.PickleBytes;
import dev.assay.core.internal.testfiles.ZipBytes;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each of these would take minutes, hours or all memory to read as it asks to be read. */
class BoundedWorkTest {

    private static final long LARGE = 8L << 30;
    private static final long MOST = (256 << 20) + (1 << 20);

    @Test
    void readsMembersThatLieWithinEachOtherFewTimes() throws IOException {
        assertThat(bytesRead(openMembers(20, new byte[] {'N', '.'}))).isLessThan(1 << 18);
        assertThat(bytesRead(openMembers(200, new byte[] {'N', '.'}))).isLessThan(1 << 26);
    }

    @Test
    void findsWhatIsDangerousBehindMembersThatLieWithinEachOther() throws IOException {
        for (int count : new int[] {1, 20, 30, 100}) {
            assertThat(verdict(openMembers(count, PickleBytes.evil())))
                    .isEqualTo(Verdict.DANGEROUS);
        }
    }

    @Test
    void neverCallsCleanWhatHoldsMoreLayersThanAreScanned() throws IOException {
        byte[] nested = PickleBytes.protocol(2).ops("N").stop();
        for (int level = 0; level < 12; level++) {
            nested =
                    new ZipBytes()
                            .deflated("a", nested)
                            .deflated("b", nested)
                            .deflated("c", nested)
                            .done();
        }
        assertThat(verdict(nested)).isEqualTo(Verdict.UNSCANNABLE);
    }

    @Test
    void stopsReadingALineThatDoesNotEnd() throws IOException {
        byte[] start = PickleBytes.protocol(2).ops("I").done();
        CountingSource file = new CountingSource(new EndlessBytes(start, new byte[4096], LARGE));
        assertUnread(Containers.read(file, "m.pt"));
        assertThat(file.bytesRead()).isLessThan(8 << 20);
    }

    @Test
    void stopsReadingAPickleThatDoesNotEnd() throws IOException {
        byte[] start = PickleBytes.protocol(2).done();
        byte[] block = new PickleBytes().text("a".repeat(4000)).ops("0").done();
        CountingSource file = new CountingSource(new EndlessBytes(start, block, LARGE));
        assertUnread(Containers.read(file, "m.pt"));
        assertThat(file.bytesRead()).isLessThan(MOST);
    }

    /** Empty stored blocks: they inflate to nothing, and go on. */
    @Test
    void stopsReadingPackedDataThatHoldsNothing() throws IOException {
        byte[] start = new ZipBytes().method(8).hidden("data.pkl", new byte[0]).cutHere();
        byte[] block = "\0\0\0\u00ff\u00ff".repeat(1000).getBytes(StandardCharsets.ISO_8859_1);
        CountingSource file = new CountingSource(new EndlessBytes(start, block, LARGE));
        assertUnread(Containers.read(file, "m.safetensors"));
        assertThat(file.bytesRead()).isLessThan(MOST);
    }

    @Test
    void stopsReadingAHeaderThatDoesNotEnd() throws IOException {
        byte[] start =
                new Bytes()
                        .text("GGUF")
                        .u32(3)
                        .u64(0)
                        .u64(1)
                        .u64(1)
                        .text("a")
                        .u32(9)
                        .u32(8)
                        .u64(1L << 29)
                        .done();
        CountingSource file = new CountingSource(new EndlessBytes(start, new byte[4096], LARGE));
        assertUnread(Containers.read(file, "m.gguf"));
        assertThat(file.bytesRead()).isLessThan(MOST);
    }

    @Test
    void readsManySmallPicklesInARow() throws IOException {
        byte[] many = "N.".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        byte[] file = new Bytes().raw(PickleBytes.stateDict()).raw(many).done();
        assertThat(verdict(file)).isEqualTo(Verdict.CLEAN);
    }

    /** Streamed members without their sizes, and without a directory. */
    private static byte[] openMembers(int count, byte[] last) {
        ZipBytes zip = new ZipBytes();
        for (int i = 0; i < count; i++) {
            zip.hidden("l" + i + ".zip", new byte[0]);
        }
        return zip.gap(last).cutHere();
    }

    private static long bytesRead(byte[] file) throws IOException {
        CountingSource source = new CountingSource(ByteSource.of(file));
        Containers.read(source, "m.zip");
        return source.bytesRead();
    }

    private static Verdict verdict(byte[] file) throws IOException {
        return Containers.read(ByteSource.of(file), "m.zip").safety().verdict();
    }

    private static void assertUnread(Reading reading) {
        assertThat(reading.safety().verdict()).isEqualTo(Verdict.UNSCANNABLE);
        assertThat(reading.header().state()).isEqualTo(FileState.MALFORMED);
        assertThat(reading.header().remarks()).anyMatch(remark -> remark.contains("to its end"));
    }
}
