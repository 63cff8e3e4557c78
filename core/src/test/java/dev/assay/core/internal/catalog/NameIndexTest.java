package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.query.Filter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameIndexTest {
    private static final int MANY = 1_000;

    @TempDir Path folder;

    private Catalog catalog;

    @BeforeEach
    void open() {
        catalog = Catalog.open(folder.resolve("catalog.db"), Clock.systemUTC(), "rules 1");
    }

    @AfterEach
    void close() {
        assertThat(catalog.upkeep().check(false).structure()).isEmpty();
        catalog.close();
    }

    @Test
    void leavesFewNewFilesBesideAndTakesManyIn() {
        save(0, MANY - 1);
        assertThat(indexed()).isZero();
        save(MANY - 1, 2);
        assertThat(indexed()).isEqualTo(MANY + 1);
        save(MANY + 1, 1);
        assertThat(indexed()).isEqualTo(MANY + 1);
    }

    @Test
    void findsFilesOnBothSidesOfItsEnd() {
        save(0, MANY);
        save(MANY, 50);
        assertThat(named("file7.")).isEqualTo(1);
        assertThat(named("FILE1049.")).isEqualTo(1);
        assertThat(named("file10")).isEqualTo(1 + 10 + 50);
        assertThat(named("file99999")).isZero();
    }

    @Test
    void forgetsAndRenamesFilesOnBothSides() {
        save(0, MANY);
        save(MANY, 50);
        run("UPDATE file SET name = replace(name, 'file', 'other') WHERE id IN (8, 1043)");
        assertThat(named("other")).isEqualTo(2);
        assertThat(named("file1042.")).isZero();
        assertThat(named("file7.")).isZero();
        run("DELETE FROM file WHERE id IN (8, 1043)");
        assertThat(named("other")).isZero();
        assertThat(indexed()).isEqualTo(MANY - 1);
    }

    @Test
    void findsAFileThatTakesTheNumberOfTheLastOfAll() {
        save(0, MANY);
        run("DELETE FROM file WHERE id = " + MANY);
        save(MANY, 1);
        assertThat(named("file1000.")).isEqualTo(1);
        assertThat(named("file999.")).isZero();
    }

    @Test
    void findsNamesThatFoldTheirCaseOtherwiseThanAsciiOnBothSides() {
        save(0, 1);
        run("UPDATE file SET name = 'five\u212A.safetensors'");
        Filter kelvin = new Filter.NameMatches("(?iu)fivek");
        long before = catalog.statistics().total(kelvin).files();
        save(1, MANY);
        assertThat(indexed()).isEqualTo(MANY + 1);
        assertThat(catalog.statistics().total(kelvin).files()).isEqualTo(before);
    }

    private void save(int from, int count) {
        List<Observed> files =
                IntStream.range(from, from + count)
                        .mapToObj(i -> new Observed(Synthetic.entry(i), List.of()))
                        .toList();
        catalog.recordAll(files);
    }

    private long named(String text) {
        Filter filter = new Filter.Contains(Filter.TextField.NAME, text);
        return catalog.statistics().total(filter).files();
    }

    private long indexed() {
        return catalog.read(sql -> sql.number("SELECT count(*) FROM file_text_docsize"));
    }

    private void run(String change) {
        catalog.write(sql -> sql.run(change));
    }
}
