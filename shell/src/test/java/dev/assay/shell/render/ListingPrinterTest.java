package dev.assay.shell.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.shell.error.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ListingPrinterTest {
    private record Row(String name, long size) {}

    private static final Listing<Row> LISTING =
            new Listing<>(
                    List.of(
                            Column.<Row>of("name", Row::name).stretching(),
                            Column.<Row>of("size", Row::size).flushRight(),
                            Column.<Row>of("extra", row -> "extra").dropping(1)),
                    List.of("name", "size", "extra"),
                    ListingPrinterTest::json,
                    row -> Optional.of("id-" + row.name()),
                    row -> Optional.of(Path.of("/m", row.name())));

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "test/1");
        json.put("name", row.name());
        json.put("size", row.size());
        return json;
    }

    private static final List<Row> ROWS = List.of(new Row("beta", 20), new Row("Alpha", 100));

    private static String print(Screen.Look look, OutputOptions options, List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes);
        new ListingPrinter(new Screen(out, look), options).print(LISTING, rows);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Screen.Look terminal(int width) {
        return new Screen.Look(true, false, true, width);
    }

    private static String piped(Format format, Row... rows) {
        return print(Screen.Look.pipe(), OutputOptions.of(format), List.of(rows));
    }

    @Test
    void alignsColumnsUnderTheirHeadings() {
        assertThat(print(terminal(80), OutputOptions.of(Format.TABLE), ROWS))
                .isEqualTo(
                        """
                        NAME   SIZE  EXTRA
                        beta     20  extra
                        Alpha   100  extra
                        """);
    }

    @Test
    void dropsWhatCanBeMissedAndThenCutsNames() {
        Row longName = new Row("a_rather_long_model_name_for_a_narrow_terminal_v12", 1);
        String table = print(terminal(34), OutputOptions.of(Format.TABLE), List.of(longName));
        assertThat(table).doesNotContain("extra").contains("…").contains("v12");
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(34));
    }

    @Test
    void leavesAColumnOutThatSaysNothing() {
        assertThat(table(List.of("name", "nothing"), List.of())).isEqualTo("NAME\nbeta\nAlpha\n");
    }

    @Test
    void showsAnEmptyColumnThatWasAskedFor() {
        assertThat(table(List.of(), List.of("nothing"))).isEqualTo("NOTHING\n-\n-\n");
    }

    private static String table(List<String> usual, List<String> asked) {
        Listing<Row> listing =
                new Listing<>(
                        List.of(
                                Column.<Row>of("name", Row::name),
                                Column.<Row>of("nothing", row -> null).dropping(1)),
                        usual,
                        ListingPrinterTest::json,
                        row -> Optional.empty(),
                        row -> Optional.empty());
        OutputOptions plain = OutputOptions.of(Format.TABLE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes);
        new ListingPrinter(
                        new Screen(out, terminal(80)),
                        new OutputOptions(
                                plain.format(),
                                asked,
                                plain.sort(),
                                plain.limit(),
                                plain.header(),
                                plain.truncate(),
                                plain.bytes(),
                                plain.nul()))
                .print(listing, ROWS);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cutsNothingInAPipe() {
        Row longName = new Row("n".repeat(500), 1);
        assertThat(piped(Format.TABLE, longName)).contains(longName.name());
    }

    @Test
    void keepsOneRowOnOneLineInTsv() {
        assertThat(piped(Format.TSV, new Row("a\tb\nc\\d\u001b", 7)))
                .isEqualTo("a\\tb\\nc\\\\d\\u001b\t7\textra\n");
    }

    @Test
    void defusesFormulasInCsv() {
        assertThat(piped(Format.CSV, new Row("=1+1", -5)))
                .isEqualTo("name,size,extra\n\"'=1+1\",-5,extra\n");
    }

    @Test
    void quotesWhatCsvNeedsQuoted() {
        assertThat(piped(Format.CSV, new Row("a,\"b\"\nc", 1)))
                .isEqualTo("name,size,extra\n\"a,\"\"b\"\"\nc\",1,extra\n");
    }

    @Test
    void writesOneDocumentAsJson() {
        String json = piped(Format.JSON, ROWS.toArray(Row[]::new));
        assertThat(JsonMapper.shared().readTree(json).get(1).get("name").asString())
                .isEqualTo("Alpha");
        assertThat(JsonMapper.shared().readTree(piped(Format.JSON)).size()).isZero();
    }

    @Test
    void keepsTheSchemaBesideTheChosenFields() {
        OutputOptions options =
                new OutputOptions(
                        Format.JSONL,
                        List.of("size"),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        true,
                        false,
                        false);
        assertThat(print(Screen.Look.pipe(), options, ROWS))
                .isEqualTo("{\"schema\":\"test/1\",\"size\":20}\n");
    }

    @Test
    void endsPathsWithNulWhenAskedTo() {
        OutputOptions options =
                new OutputOptions(
                        Format.PATHS,
                        List.of(),
                        Optional.empty(),
                        9,
                        Optional.empty(),
                        true,
                        false,
                        true);
        assertThat(print(Screen.Look.pipe(), options, ROWS)).isEqualTo("/m/beta\0/m/Alpha\0");
    }

    @Test
    void sortsNumbersAsNumbersAndNamesWithoutCase() {
        assertThat(sorted("size:desc")).startsWith("Alpha");
        assertThat(sorted("name")).startsWith("Alpha");
        assertThat(sorted("size")).startsWith("beta");
    }

    private static String sorted(String by) {
        OutputOptions options =
                new OutputOptions(
                        Format.TSV,
                        List.of(),
                        Optional.of(by),
                        9,
                        Optional.empty(),
                        true,
                        false,
                        false);
        return print(Screen.Look.pipe(), options, ROWS);
    }

    @Test
    void namesTheFieldsWhenOneIsUnknown() {
        assertThatThrownBy(() -> sorted("colour"))
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.remedy()).contains("name, size, extra"));
    }

    private static boolean isName(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @Test
    void printsHostileNamesInertInEveryHumanForm() {
        for (String hostile : HostileText.STRINGS) {
            for (Format format :
                    List.of(
                            Format.TABLE,
                            Format.TSV,
                            Format.CSV,
                            Format.IDS,
                            Format.PATHS,
                            Format.MD)) {
                if (format == Format.PATHS && !isName(hostile)) {
                    continue; // no file system has such a name
                }
                List<Row> rows = List.of(new Row(hostile, 1));
                String printed = print(terminal(60), OutputOptions.of(format), rows);
                assertThat(printed.lines())
                        .as("%s of %s", format, Inert.text(hostile))
                        .hasSizeLessThanOrEqualTo(3)
                        .allMatch(HostileText::isSafe);
            }
        }
    }
}
