package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.RawPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HashTest {
    private static final String HELLO =
            "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    @TempDir Path folder;
    private TestHost assay;

    @BeforeEach
    void begin() throws IOException {
        assay = new TestHost(folder);
        Files.writeString(folder.resolve("hello.safetensors"), "hello world");
    }

    @Test
    void printsTheNameThatWasTyped() {
        assertThat(assay.run("hash", "hello.safetensors").out())
                .isEqualTo(HELLO + "  hello.safetensors\n");
        assertThat(assay.run("hash", "./hello.safetensors").out())
                .isEqualTo(HELLO + "  ./hello.safetensors\n");
    }

    @Test
    void agreesWithCivitaisOwnVector() {
        Result result =
                assay.run(
                        "hash",
                        "-a",
                        "sha256,autov1,autov2,blake3,crc32",
                        "hello.safetensors",
                        "--jsonl");
        JsonNode object = JsonMapper.shared().readTree(result.out());
        assertThat(object.get("schema").asString()).isEqualTo("assay.hash/1");
        assertThat(object.get("size").asLong()).isEqualTo(11);
        JsonNode hashes = object.get("hashes");
        assertThat(hashes.get("SHA256").asString())
                .isEqualTo(HELLO.toUpperCase(java.util.Locale.ROOT));
        assertThat(hashes.get("AutoV2").asString()).isEqualTo("B94D27B993");
        assertThat(hashes.get("CRC32").asString()).isEqualTo("0D4A1185");
        assertThat(hashes.get("BLAKE3").asString()).startsWith("D74981EFA70A0C88");
        assertThat(hashes.get("AutoV1").isNull()).isTrue();
        assertThat(object.get("undefined").get("AutoV1").asString()).contains("2 MiB");
    }

    @Test
    void readsStandardInput() {
        assertThat(assay.typing("hello world").run("hash", "-").out()).isEqualTo(HELLO + "  -\n");
    }

    @Test
    void computesOfSafetensorsFromAPipeWhatItComputesOfTheFile() throws IOException {
        String header = "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}";
        byte[] model = bytes((char) header.length() + "\0\0\0\0\0\0\0" + header + "abc");
        Files.write(folder.resolve("t.safetensors"), model);
        String[] tail = {"-a", "autov3,payload-sha256,sha256", "-F", "hashes", "-o", "json"};
        String file = assay.run(line("hash", "t.safetensors", tail)).out();
        assertThat(file).contains("\"AutoV3\": \"BA7816BF8F01\"");
        assertThat(assay.typing(model).run(line("hash", "-", tail)).out()).isEqualTo(file);
    }

    private static String[] line(String command, String word, String... tail) {
        List<String> line = new ArrayList<>(List.of(command, word));
        line.addAll(List.of(tail));
        return line.toArray(String[]::new);
    }

    @Test
    void tellsThatANamedFileVanishedBeforeItWasRead() {
        Path file = folder.resolve("hello.safetensors");
        Result result = assay.typing(() -> removing(file)).run("hash", "-", file.toString());
        assertThat(result.exit()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(result.out().lines()).singleElement().asString().endsWith("  -");
        assertThat(result.err()).contains(file + ": There is no such file or folder.");
    }

    /** Standard input is read after the words were looked at, and before the files are. */
    private static InputStream removing(Path file) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                Files.deleteIfExists(file);
                return -1;
            }
        };
    }

    /** Root may read everything, so that it takes a name too long to stop it. */
    @Test
    void tellsWhatMayNotBeReachedFromWhatIsMissing() throws IOException {
        String behind = "./" + "x".repeat(300) + "/in.bin";
        Result named = assay.run("hash", behind);
        assertThat(named.exit()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(named.err()).contains("Cannot be looked at").doesNotContain("no such file");
        Files.writeString(
                folder.resolve("sums"), HELLO + "  " + behind + "\n" + HELLO + "  gone\n");
        Result listed = assay.run("hash", "-c", "--ignore-missing", "sums");
        assertThat(listed.exit()).isEqualTo(ExitCode.NO);
        assertThat(listed.out()).isEqualTo(behind + ": FAILED open or read\n");
    }

    @Test
    void goesOnAfterAMissingFile() {
        Result result = assay.run("hash", "nofile", "hello.safetensors");
        assertThat(result.exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(result.out()).isEqualTo(HELLO + "  hello.safetensors\n");
        assertThat(result.err()).contains("no such file: nofile").contains("[file_missing]");
    }

    @Test
    void namesTheAlgorithmThatWasMeant() {
        Result result = assay.run("hash", "-a", "sha265", "hello.safetensors");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("Did you mean sha256?")
                .contains("[unknown_algorithm]");
    }

    @Test
    void checksWhatItWrote() throws IOException {
        for (String[] options :
                new String[][] {
                    {}, {"--tag"}, {"-a", "sha256,crc32,autov2"}, {"-a", "blake3", "--tag"}
                }) {
            String[] words = new String[options.length + 2];
            words[0] = "hash";
            words[1] = "hello.safetensors";
            System.arraycopy(options, 0, words, 2, options.length);
            Files.writeString(folder.resolve("sums"), assay.run(words).out());
            Result check = assay.run("hash", "-c", "sums");
            assertThat(check.exit()).isEqualTo(ExitCode.OK);
            assertThat(check.out().lines()).allMatch(line -> line.equals("hello.safetensors: OK"));
        }
    }

    @Test
    void saysNoWhenAChecksumDiffers() throws IOException {
        Files.writeString(
                folder.resolve("sums"), HELLO.replace('9', '8') + "  hello.safetensors\n");
        Result result = assay.run("hash", "-c", "sums");
        assertThat(result.exit()).isEqualTo(ExitCode.NO);
        assertThat(result.out()).isEqualTo("hello.safetensors: FAILED\n");
        assertThat(result.err()).contains("1 computed checksum did NOT match");
        assertThat(assay.run("hash", "-c", "--status", "sums").err()).isEmpty();
    }

    @Test
    void checksAListWithOneAlgorithm() throws IOException {
        Files.writeString(folder.resolve("sums"), HELLO + "  hello.safetensors\n");
        Result result = assay.run("hash", "-c", "-a", "sha256,blake3", "sums");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("one algorithm", "names 2", "[bad_value]");
        assertThat(assay.run("hash", "-c", "-a", "sha256", "sums").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void tellsMissingFilesFromBadLinesInAList() throws IOException {
        Files.writeString(
                folder.resolve("sums"),
                HELLO + "  gone\nnonsense\n" + HELLO + "  hello.safetensors\n");
        Result result = assay.run("hash", "-c", "sums");
        assertThat(result.exit()).isEqualTo(ExitCode.NO);
        assertThat(result.out()).isEqualTo("gone: FAILED open or read\nhello.safetensors: OK\n");
        assertThat(result.err()).contains("1 line is improperly formatted");
        assertThat(assay.run("hash", "-c", "--ignore-missing", "sums").exit())
                .isEqualTo(ExitCode.OK);
        assertThat(assay.run("hash", "-c", "--ignore-missing", "--strict", "sums").exit())
                .isEqualTo(ExitCode.NO);
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        Files.createFile(folder.resolve("empty.ckpt"));
        Result result = assay.run("hash", "empty.ckpt");
        assertThat(result.out()).startsWith("e3b0c442");
        assertThat(result.err()).contains("the file is empty");
    }

    @Test
    void saysOnceThatAFileIsEmpty() throws IOException {
        Files.createFile(folder.resolve("empty.ckpt"));
        assertThat(assay.run("hash", "-a", "sha256,head8k,edges8k", "empty.ckpt").err().lines())
                .filteredOn(line -> line.contains("the file is empty"))
                .hasSize(1);
    }

    @Test
    void takesAlgorithmsThatAreNamedOneByOne() {
        assertThat(assay.run("hash", "-a", "sha256", "-a", "md5", "hello.safetensors").out())
                .matches("(?s)SHA256 \\(.*\nMD5 \\(.*");
    }

    @Test
    void refusesColumnsAndOrderWhereItPrintsLines() throws IOException {
        Files.writeString(folder.resolve("sums"), HELLO + "  hello.safetensors\n");
        for (String option : List.of("--limit=1", "--sort=size", "-F=path")) {
            for (String[] words :
                    new String[][] {{"hello.safetensors"}, {"-c", "sums"}, {"-", "-o", "list"}}) {
                List<String> line = new ArrayList<>(List.of("hash", option));
                line.addAll(List.of(words));
                Result result = assay.run(line.toArray(String[]::new));
                assertThat(result.exit()).as("%s", line).isEqualTo(ExitCode.USAGE);
                assertThat(result.out()).isEmpty();
                assertThat(result.err()).contains("means nothing for lines", "-o tsv");
            }
        }
    }

    @Test
    void choosesFieldsOrderAndNumberInTheFormsOfRows() throws IOException {
        Files.writeString(folder.resolve("a.ckpt"), "longer than hello world");
        String[] files = {"a.ckpt", "hello.safetensors"};
        assertThat(assay.run("hash", files[0], files[1], "--jsonl", "-F", "size").out())
                .isEqualTo(
                        """
                        {"schema":"assay.hash/1","size":23}
                        {"schema":"assay.hash/1","size":11}
                        """);
        for (String form : List.of("tsv", "jsonl")) {
            assertThat(
                            assay.run(
                                            "hash", files[0], files[1], "-o", form, "-F", "size",
                                            "--sort", "size", "--limit", "1")
                                    .out())
                    .contains("11")
                    .doesNotContain("23");
        }
    }

    @Test
    void refusesAFieldThatNoDigestHasBeforeItReads() {
        for (String form : List.of("tsv", "json", "jsonl")) {
            Result result =
                    assay.run("hash", "hello.safetensors", "gone", "-o", form, "-F", "bogus");
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains("no field bogus").doesNotContain("gone");
        }
    }

    @Test
    void givesTheIdsAndColumnsOfFilesBehindOneThatCannotBeRead() {
        String gone = "./" + "x".repeat(300);
        assertThat(assay.run("hash", gone, "hello.safetensors", "-o", "ids").out())
                .isEqualTo(HELLO + "\n");
        assertThat(assay.run("hash", gone, "hello.safetensors", "-o", "tsv").out()).contains(HELLO);
    }

    @Test
    void takesAWordForTheOneModelItFits() throws IOException {
        Path models = models("one-style.ckpt");
        assertThat(assay.run("hash", "style").out())
                .isEqualTo(HELLO + "  " + models.resolve("one-style.ckpt") + "\n");
        Result mistyped = assay.run("hash", "stile", "hello.safetensors");
        assertThat(mistyped.exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(mistyped.out()).isEqualTo(HELLO + "  hello.safetensors\n");
        assertThat(mistyped.err()).contains("no such file: stile");
    }

    @Test
    void refusesAWordThatFitsSeveralModels() throws IOException {
        models("one-style.ckpt", "two-style.ckpt");
        Result result = assay.run("hash", "style");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("2 models fit it", "name:style", "[ambiguous]");
        assertThat(assay.run("hash", "name:style").out().lines()).hasSize(2);
    }

    @Test
    void takesNoModelElsewhereForAFileThatIsNotHere() throws IOException {
        models("one-style.ckpt");
        Result result = assay.run("hash", "one-style.ckpt");
        assertThat(result.exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("no such file: one-style.ckpt");
    }

    @Test
    void saysThatTheFolderOfARootIsNotThereNow() throws IOException {
        Path models = models("one-style.ckpt");
        assay.run("root", "add", models.toString(), "bbb");
        assertThat(assay.run("hash", "bbb:").exit()).isEqualTo(ExitCode.OK);
        Path away = Files.move(models, folder.resolve("away"));
        for (int empty = 0; empty < 2; empty++) {
            for (String[] words :
                    new String[][] {
                        {"hash", "bbb:"},
                        {"hash", "--cached", "bbb:one-style.ckpt"},
                        {"inspect", "bbb:"}
                    }) {
                Result result = assay.run(words);
                assertThat(result.exit()).isEqualTo(ExitCode.NOT_FOUND);
                assertThat(result.err())
                        .contains("the folder of bbb: is not there now", "Connect the drive")
                        .doesNotContain("spelling");
            }
            Files.createDirectories(models);
        }
        assertThat(away).isDirectory();
    }

    private Path models(String... names) throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        for (String name : names) {
            Files.writeString(models.resolve(name), "hello world");
        }
        assay.run("scan", models.toString());
        return models;
    }

    @Test
    void checksWhatItWroteOfNamesThatAreNoUtf8() throws IOException {
        Path models = Files.createDirectory(folder.resolve("m"));
        Path bad = RawPath.resolve(models, bytes("bad\u00ff\u00fe.safetensors"));
        assumeTrue(bad.toString().indexOf('\ufffd') >= 0, "names are bytes here");
        Files.writeString(bad, "hello world");
        Files.writeString(models.resolve("Åsa.safetensors"), "hello world");
        for (String word : List.of("m", "m/", "./m", ".", models.toString())) {
            byte[] list = assay.bytes("hash", word);
            assertThat(new String(list, StandardCharsets.ISO_8859_1))
                    .contains(
                            "  " + (word.equals(".") ? "./m" : Path.of(word)) + "/bad\u00ff\u00fe");
            Files.write(folder.resolve("sums"), list);
            Result check = assay.run("hash", "-c", "sums");
            assertThat(check.exit()).as(check.out() + check.err()).isEqualTo(ExitCode.OK);
            assertThat(check.out()).contains("/Åsa.safetensors: OK");
        }
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void doesNotTakeADigestForOneOfAnotherAlgorithm() throws IOException {
        Files.writeString(folder.resolve("sums"), HELLO + "  hello.safetensors\n");
        for (String algorithm : List.of("md5", "crc32", "sha512")) {
            Result result = assay.run("hash", "-c", "sums", "-a", algorithm);
            assertThat(result.exit()).isEqualTo(ExitCode.NO);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .contains("1 line is improperly formatted")
                    .contains("no properly formatted " + algorithm.toUpperCase(Locale.ROOT))
                    .doesNotContain("did NOT match");
        }
    }

    @Test
    void printsTheNamesOfAListIntoAPipeAsTheyAre() throws IOException {
        String name = "\ud83d\udc69\u200d\ud83c\udfa8 \u202e.safetensors";
        Files.writeString(folder.resolve(name), "hello world");
        Files.writeString(folder.resolve("sums"), HELLO + "  " + name + "\n");
        assertThat(assay.run("hash", "-c", "sums").out()).isEqualTo(name + ": OK\n");
        assertThat(assay.onTerminal(80).run("hash", "-c", "sums").out())
                .contains("U+202E")
                .endsWith(": OK\n");
    }

    @Test
    void printsANameThatIsNoUtf8IntoAPipeByteForByte() throws IOException {
        Files.write(folder.resolve("sums"), bytes(HELLO + "  gone\u00ff\n"));
        assertThat(assay.bytes("hash", "-c", "sums"))
                .isEqualTo(bytes("gone\u00ff: FAILED open or read\n"));
    }

    @Test
    void printsOnlyWhatIsWrongInAListWhenQuiet() throws IOException {
        Files.writeString(
                folder.resolve("sums"), HELLO + "  hello.safetensors\n" + HELLO + "  gone\n");
        assertThat(assay.run("hash", "-c", "-q", "sums").out())
                .isEqualTo("gone: FAILED open or read\n");
        assertThat(assay.run("hash", "-c", "--quiet", "sums", "--jsonl").out().lines()).hasSize(1);
    }

    @Test
    void saysThatAHashIsNotDefinedForAListedFile() throws IOException {
        Files.writeString(folder.resolve("sums"), "AutoV1 (hello.safetensors) = 0123ABCD\n");
        Result result = assay.run("hash", "-c", "sums");
        assertThat(result.exit()).isEqualTo(ExitCode.NO);
        assertThat(result.out())
                .isEqualTo("hello.safetensors: FAILED hash not defined for this file\n");
        assertThat(result.err()).contains("1 listed file has no such hash");
    }

    @Test
    void passesOverTheMarkThatAListInUtf8BeginsWith() throws IOException {
        Files.writeString(folder.resolve("sums"), "\ufeff" + HELLO + "  hello.safetensors\n");
        Result result = assay.run("hash", "-c", "--strict", "sums");
        assertThat(result.exit()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isEqualTo("hello.safetensors: OK\n");
    }

    @Test
    void saysThatAListIsUtf16() throws IOException {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            Files.writeString(folder.resolve("sums"), HELLO + "  hello.safetensors\r\n", charset);
            Result result = assay.run("hash", "-c", "sums");
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains("sums is UTF-16", "iconv").doesNotContain("NUL");
        }
    }

    @Test
    void checksListsThatEndLinesWithNul() throws IOException {
        Files.writeString(folder.resolve("a\nb.safetensors"), "hello world");
        Files.write(
                folder.resolve("sums"),
                assay.bytes("hash", "-z", "hello.safetensors", "a\nb.safetensors"));
        Result check = assay.run("hash", "-c", "-z", "sums");
        assertThat(check.exit()).isEqualTo(ExitCode.OK);
        assertThat(check.out()).isEqualTo("hello.safetensors: OK\n\\a\\nb.safetensors: OK\n");
    }

    @Test
    void saysHowAListIsReadThatEndsItsLinesOtherwise() throws IOException {
        Files.write(folder.resolve("nul"), assay.bytes("hash", "-z", "hello.safetensors"));
        Files.write(folder.resolve("lines"), assay.bytes("hash", "hello.safetensors"));
        Result nul = assay.run("hash", "-c", "nul");
        assertThat(nul.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(nul.err().lines())
                .singleElement()
                .asString()
                .contains("nul has lines that end with NUL", "assay hash -c -z nul");
        Result lines = assay.run("hash", "-c", "-z", "lines");
        assertThat(lines.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(lines.err()).contains("no line that ends with NUL", "assay hash -c lines");
    }

    @Test
    void givesOneDocumentOrLinesOfWhatItChecked() throws IOException {
        Files.writeString(
                folder.resolve("sums"), HELLO + "  gone\n" + HELLO + "  hello.safetensors\n");
        String document = assay.run("hash", "-c", "sums", "sums", "--json").out();
        JsonNode array = JsonMapper.shared().readTree(document);
        assertThat(array.findValuesAsString("result"))
                .containsExactly("unreadable", "ok", "unreadable", "ok");
        assertThat(array.get(0).get("schema").asString()).isEqualTo("assay.check/1");
        assertThat(assay.run("hash", "-c", "sums", "--jsonl").out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"schema\":\"assay.check/1\""));
    }

    @Test
    void refusesOptionsThatWouldBeIgnored() throws IOException {
        for (String option : List.of("--status", "--strict", "--ignore-missing")) {
            Result result = assay.run("hash", "hello.safetensors", option);
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.out()).isEmpty();
            assertThat(result.err().lines())
                    .singleElement()
                    .asString()
                    .contains(option + " means something only with -c");
        }
        Files.writeString(folder.resolve("sums"), HELLO + "  hello.safetensors\n");
        for (String option : List.of("--tag", "--cached")) {
            Result result = assay.run("hash", "-c", "sums", option);
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains(option + " means nothing with -c");
        }
    }

    @Test
    void refusesToComputeNoHashAtAll() {
        for (String none : List.of("", ",", " , ")) {
            Result result = assay.run("hash", "hello.safetensors", "-a", none);
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err().lines())
                    .singleElement()
                    .asString()
                    .contains("-a names no algorithm");
        }
    }
}
