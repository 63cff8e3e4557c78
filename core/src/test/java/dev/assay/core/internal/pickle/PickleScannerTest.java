package dev.assay.core.internal.pickle;

import static dev.assay.core.internal.testfiles.PickleBytes.protocol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.bytes.ReadBudget;
import dev.assay.core.internal.testfiles.Bytes;
import dev.assay.core.internal.testfiles.PickleBytes;
import dev.assay.core.model.Safety;
import dev.assay.core.model.Safety.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickleScannerTest {

    private static final String SYSTEM = "posix system";

    @Test
    void findsAnImportByEveryOpcodeThatImports() throws IOException {
        assertImports(protocol(0).global("posix", "system").stop());
        assertImports(protocol(4).stackGlobal("posix", "system").stop());
        assertImports(protocol(0).ops("(iposix\nsystem\n").stop());
        assertImports(protocol(1).ops("(").global("posix", "system").ops("o").stop());
        assertImports(protocol(2).global("posix", "system").op(')', 0x81).stop());
        assertImports(protocol(4).global("posix", "system").ops(")}").op(0x92).stop());
    }

    @Test
    void readsTheOperandsOfAnImportInEveryForm() throws IOException {
        assertImports(new PickleBytes().ops("S'posix'\nS'system'\n").op(0x93).stop());
        assertImports(new PickleBytes().ops("S'po\\x73ix'\nS\"s\\171stem\"\n").op(0x93).stop());
        assertImports(new PickleBytes().ops("Vposix\nVsy\\u0073tem\n").op(0x93).stop());
        assertImports(new PickleBytes().ops("U\5posixU\6system").op(0x93).stop());
        assertImports(new PickleBytes().ops("T\5\0\0\0posixT\6\0\0\0system").op(0x93).stop());
        assertImports(new PickleBytes().text("posix").text("system").op(0x93).stop());
        assertImports(
                new PickleBytes()
                        .op(0x8d, 5, 0, 0, 0, 0, 0, 0, 0)
                        .ops("posix")
                        .shortText("system")
                        .op(0x93)
                        .stop());
    }

    @Test
    void followsTheOperandsThroughMemoAndStack() throws IOException {
        PickleBytes memoized =
                protocol(4).shortText("system").op(0x94).shortText("posix").op(0x94).ops("00");
        assertImports(memoized.op('h', 1, 'h', 0, 0x93).stop());
        assertImports(
                protocol(4)
                        .shortText("posix")
                        .shortText("decoy")
                        .ops("q\0000")
                        .shortText("system")
                        .ops("20")
                        .op(0x93)
                        .stop());
        assertImports(
                protocol(4)
                        .shortText("json")
                        .ops("p7\n0")
                        .shortText("posix")
                        .ops("p7\n0g7\n")
                        .shortText("system")
                        .op(0x93)
                        .stop());
        assertImports(
                protocol(4)
                        .shortText("posix")
                        .ops("(")
                        .shortText("x")
                        .ops("1")
                        .shortText("system")
                        .op(0x93)
                        .stop());
    }

    @Test
    void callsAnImportByAComputedNameDangerous() throws IOException {
        assertDangerous(protocol(4).shortText("posix").ops(")").op(0x93).stop());
        assertDangerous(protocol(4).op(0x93).stop());
        assertDangerous(protocol(4).shortText("").shortText("system").op(0x93).stop());
        assertDangerous(protocol(4).text("p".repeat(5000)).shortText("x").op(0x93).stop());
        assertDangerous(protocol(2).op(0x82, 1).stop());
        assertDangerous(protocol(2).op(0x84, 1, 2, 3, 4).stop());
    }

    @Test
    void callsAnOpcodeOverTheEndOfItsFrameDangerous() throws IOException {
        assertDangerous(frame(4).ops("cos\nlistdir\n").stop());
        assertDangerous(frame(3).shortText("A".repeat(20)).stop());
        assertDangerous(frame(2).number(7).stop());
        assertDangerous(frame(30).ops("N").raw(frame(1).done()).ops("N").stop());
        assertThat(verdict(frame(7).number(7).ops("0N").stop())).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void readsPicklesWithinBytesAndTexts() throws IOException {
        byte[] evil = PickleBytes.evil();
        String latin1 = new String(evil, StandardCharsets.ISO_8859_1);
        assertImports(protocol(3).payload(evil).stop());
        assertImports(protocol(3).payload(protocol(3).payload(evil).stop()).stop());
        assertImports(new PickleBytes().op('U', evil.length).raw(evil).stop());
        assertImports(
                protocol(2)
                        .global("_codecs", "encode")
                        .text(latin1)
                        .text("latin1")
                        .op(0x86, 'R')
                        .stop());
        assertImports(protocol(2).text(Base64.getEncoder().encodeToString(evil)).stop());
    }

    @Test
    void allowsLoadingFromBytesThatItHasScanned() throws IOException {
        PickleBytes proven =
                protocol(3)
                        .global("torch.storage", "_load_from_bytes")
                        .payload(PickleBytes.stateDict())
                        .op(0x85, 'R');
        assertThat(verdict(proven.stop())).isEqualTo(Verdict.SUSPICIOUS);
        assertDangerous(protocol(3).global("torch.storage", "_load_from_bytes").stop());
        assertDangerous(
                protocol(3)
                        .global("torch.storage", "_load_from_bytes")
                        .text("not bytes")
                        .op(0x85, 'R')
                        .stop());
    }

    @Test
    void keepsWhatItFoundBeforeThePickleBroke() throws IOException {
        PickleBytes evil = protocol(2).global("posix", "system");
        assertImports(evil.done());
        assertImports(protocol(2).global("posix", "system").op(0xf0).done());
        assertImports(
                protocol(2)
                        .global("posix", "system")
                        .op('X')
                        .raw(new Bytes().u32(-1).done())
                        .done());
    }

    @Test
    void callsNothingCleanThatItCouldNotRead() throws IOException {
        for (byte[] broken :
                List.of(
                        protocol(2).done(),
                        protocol(2).op(0xf0).stop(),
                        protocol(2).ops("0").stop(),
                        protocol(2).ops("t").stop(),
                        protocol(2).ops("h\7").stop(),
                        protocol(2).op(0x8b, 0, 0, 0, 0x80).stop(),
                        protocol(2).op(0x8b, 0, 0, 0, 0x7f).stop(),
                        protocol(4).op(0x8e).raw(new Bytes().u64(-1).done()).stop(),
                        protocol(4).op(0x8d).raw(new Bytes().u64(1L << 62).done()).stop(),
                        protocol(2).ops("Inot a number\n").stop(),
                        protocol(2).ops("Sno quotes\n").stop(),
                        protocol(2).ops("c" + "m".repeat(5000) + "\nname\n").stop(),
                        protocol(2).ops("cmodule").done())) {
            assertThat(next(broken).stopped()).isFalse();
        }
    }

    @Test
    void boundsWhatOneFileMayCost() throws IOException {
        assertThat(next(protocol(2).ops("(".repeat(1_100_000)).stop()).ending())
                .isEqualTo(PickleScanner.Ending.LIMIT);
        assertThat(next(protocol(2).ops("N2".repeat(1_100_000)).stop()).ending())
                .isEqualTo(PickleScanner.Ending.LIMIT);
        assertThat(next(protocol(2).ops("N0".repeat(10_100_000)).stop()).ending())
                .isEqualTo(PickleScanner.Ending.LIMIT);
        assertThat(next(protocol(2).ops(")").op(0x85).ops("\u0085".repeat(1_000_000)).stop()))
                .returns(true, PickleScanner.Pickle::stopped);
    }

    @Test
    void holdsNoMoreTextsThanMemoryDoes() throws IOException {
        String name = "n".repeat(4000);
        assertThat(next(protocol(2).ops(("c" + name + "\n" + name + "\n").repeat(6_000)).stop()))
                .returns(PickleScanner.Ending.LIMIT, PickleScanner.Pickle::ending);
        assertThat(next(protocol(2).ops("U\u0005helloN0".repeat(700_000)).stop()))
                .returns(PickleScanner.Ending.LIMIT, PickleScanner.Pickle::ending);
        assertThat(next(protocol(2).ops("U\u0005helloN0".repeat(400_000)).stop()))
                .returns(true, PickleScanner.Pickle::stopped);
    }

    @Test
    void takesNoMoreMemoryForAMemoThanItHas() throws IOException {
        byte[] sparse = protocol(2).ops("Nr\u00ff\u00ff\u00ff\u00ff").stop();
        assertThat(next(sparse).stopped()).isTrue();
    }

    @Test
    void passesOverNumbersOfAnyLength() throws IOException {
        assertThat(next(protocol(0).ops("I" + "7".repeat(4000) + "\n").stop()).stopped()).isTrue();
        assertThat(next(protocol(2).op(0x8a, 2, 0xff, 0xff).stop()).root())
                .isEqualTo(new Node.Int(-1));
        assertThat(next(protocol(2).op('J', 0xfe, 0xff, 0xff, 0xff).stop()).root())
                .isEqualTo(new Node.Int(-2));
    }

    @Test
    void suspectsWhatChangesAnImportForEverybody() throws IOException {
        assertThat(verdict(protocol(2).global("collections", "OrderedDict").ops("}b").stop()))
                .isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void readsAStateDictFromAStreamToo() throws IOException {
        Findings findings = new Findings();
        PickleScanner scanner =
                PickleScanner.over(
                        new ByteArrayInputStream(PickleBytes.stateDict()),
                        0,
                        (_, _, _) -> {},
                        findings,
                        new PickleBudget(new ReadBudget()));
        assertThat(scanner.next().stopped()).isTrue();
        assertThat(findings.verdict()).isEqualTo(Verdict.CLEAN);
    }

    private static PickleBytes frame(int length) {
        return protocol(4).op(0x95).raw(new Bytes().u64(length).done());
    }

    private static PickleScanner.Pickle next(byte[] pickle) throws IOException {
        return scanner(pickle, new Findings()).next();
    }

    private static PickleScanner scanner(byte[] pickle, Findings findings) {
        PickleBudget budget = new PickleBudget(new ReadBudget());
        return PickleScanner.over(
                ByteSource.of(pickle),
                0,
                (bytes, depth, inner) -> scanNested(bytes, depth, inner, budget),
                findings,
                budget);
    }

    private static void scanNested(
            ByteSource bytes, int depth, Findings findings, PickleBudget budget)
            throws IOException {
        PickleScanner.over(
                        bytes,
                        depth,
                        (inner, its, found) -> scanNested(inner, its, found, budget),
                        findings,
                        budget)
                .next();
    }

    private static Safety safety(byte[] pickle) throws IOException {
        Findings findings = new Findings();
        scanner(pickle, findings).next();
        return findings.safety("");
    }

    private static Verdict verdict(byte[] pickle) throws IOException {
        return safety(pickle).verdict();
    }

    private static void assertImports(byte[] pickle) throws IOException {
        Safety safety = safety(pickle);
        assertThat(safety.verdict()).isEqualTo(Verdict.DANGEROUS);
        assertThat(safety.imports()).contains(SYSTEM);
    }

    private static void assertDangerous(byte[] pickle) throws IOException {
        assertThat(verdict(pickle)).isEqualTo(Verdict.DANGEROUS);
    }
}
