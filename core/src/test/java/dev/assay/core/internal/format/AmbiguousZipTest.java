package dev.assay.core.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.testfiles.Bytes;
import dev.assay.core.internal.testfiles.PickleBytes;
import dev.assay.core.internal.testfiles.ZipBytes;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each of these hides a pickle from some reader of zips. */
class AmbiguousZipTest {

    private static final String MODEL = "archive/data.pkl";
    private static final byte[] EVIL = PickleBytes.evil();
    private static final byte[] GOOD = PickleBytes.stateDict();

    @Test
    void findsTheEvilOneOfTwoMembersOfOneName() throws IOException {
        assertDangerous(new ZipBytes().stored(MODEL, EVIL).stored(MODEL, GOOD).done());
        assertDangerous(new ZipBytes().stored(MODEL, GOOD).stored(MODEL, EVIL).done());
        assertDangerous(new ZipBytes().deflated(MODEL, EVIL).stored(MODEL, GOOD).done());
    }

    @Test
    void findsMembersThatADirectoryHides() throws IOException {
        assertDangerous(new ZipBytes().stored(MODEL, GOOD).hidden("a/h.pkl", EVIL).done());
        assertDangerous(new ZipBytes().hidden(MODEL, EVIL).stored("readme", GOOD).done());
        assertDangerous(new ZipBytes().stored(MODEL, EVIL).comment(ZipBytes.emptyEnd()).done());
        assertDangerous(new ZipBytes().stored(MODEL, EVIL).cutHere());
        assertDangerous(
                new Bytes().raw(new ZipBytes().stored(MODEL, EVIL).done()).zeros(40).done());
    }

    @Test
    void looksPastFlagsNamesAndChecksums() throws IOException {
        for (int flags : new int[] {1, 8, 0x20, 0x40, 0x800, 0x2000}) {
            assertDangerous(new ZipBytes().flags(flags).stored(MODEL, EVIL).done());
        }
        for (String name :
                List.of(
                        "data.pkl",
                        "archive\\data.pkl",
                        "../data.pkl",
                        "archive/data.pkl\0.txt",
                        "\u00ff\u00fe/data.pkl",
                        "archive/model.txt",
                        "archive/data/0",
                        "")) {
            assertDangerous(new ZipBytes().stored(name, EVIL).done());
        }
        assertDangerous(new ZipBytes().renamed("archive/version", MODEL, EVIL).done());
        assertDangerous(
                new ZipBytes().stored(MODEL, GOOD).renamed("archive/data/0", "x.pkl", EVIL).done());
    }

    @Test
    void findsAPickleThatPosesAsTensorData() throws IOException {
        assertDangerous(new ZipBytes().stored(MODEL, GOOD).stored("archive/data/0", EVIL).done());
    }

    @Test
    void looksIntoZipsWithinZips() throws IOException {
        byte[] nested = new ZipBytes().stored(MODEL, EVIL).done();
        for (int level = 1; level <= 20; level++) {
            nested = new ZipBytes().stored("level" + level + ".zip", nested).done();
            assertDangerous(nested);
        }
        byte[] packed = new ZipBytes().deflated("inner.pt", ZipBytes.torch(EVIL)).done();
        assertDangerous(packed);
    }

    @Test
    void neverCallsCleanWhatItCannotUnpack() throws IOException {
        for (int method : new int[] {8, 9, 12, 14, 93, 99}) {
            assertThat(verdict(new ZipBytes().method(method).stored(MODEL, GOOD).done()))
                    .isEqualTo(Verdict.UNSCANNABLE);
        }
        assertThat(verdict(new ZipBytes().stored(MODEL, new byte[] {1, 2, 3}).done()))
                .isEqualTo(Verdict.UNSCANNABLE);
        assertThat(verdict(new ZipBytes().flags(1).stored("secret", new byte[99]).done()))
                .isEqualTo(Verdict.UNSCANNABLE);
    }

    @Test
    void suspectsWhatHasSeveralReadings() throws IOException {
        assertThat(verdict(new ZipBytes().stored(MODEL, GOOD).stored(MODEL, GOOD).done()))
                .isEqualTo(Verdict.SUSPICIOUS);
        assertThat(verdict(new ZipBytes().stored(MODEL, GOOD).gap(new byte[90]).done()))
                .isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void findsNothingInOrdinaryFiles() throws IOException {
        assertThat(verdict(ZipBytes.torch(GOOD))).isEqualTo(Verdict.CLEAN);
        assertThat(verdict(new ZipBytes().stored("readme.txt", new byte[50]).done()))
                .isEqualTo(Verdict.CLEAN);
    }

    private static Verdict verdict(byte[] zip) throws IOException {
        return Containers.read(ByteSource.of(zip), "model.pt").safety().verdict();
    }

    private static void assertDangerous(byte[] zip) throws IOException {
        assertThat(verdict(zip)).isEqualTo(Verdict.DANGEROUS);
    }
}
