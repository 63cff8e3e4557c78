package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.CatalogException;
import dev.assay.core.query.Filter;
import dev.assay.core.query.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final int FILES = 400;

    @TempDir Path folder;
    private byte[] sound = {};
    private List<CatalogEntry> whole = List.of();
    private int lost;
    private int told;
    private int shown;

    @BeforeEach
    void fill() throws IOException {
        Path file = folder.resolve("sound.db");
        try (Catalog catalog = open(file)) {
            List<CatalogEntry> entries = new ArrayList<>();
            for (int number = 0; number < FILES; number++) {
                entries.add(Synthetic.entry(number));
            }
            catalog.saveAll(entries);
            for (int number = 0; number < FILES; number += 7) {
                catalog.saveIdentity(Synthetic.path(number), Samples.found("Model"));
            }
            catalog.marks().tag(Synthetic.path(3), "mine");
            catalog.upkeep().compact();
        }
        sound = Files.readAllBytes(file);
        try (Catalog catalog = open(file)) {
            whole = all(catalog);
        }
    }

    private static Catalog open(Path file) {
        return Catalog.open(file, Clock.systemUTC(), "1");
    }

    @Test
    void showsNoWrongHashAfterAnyBitFlip() throws IOException {
        Random random = new Random(400);
        int flips = Endurance.times(40, 400);
        for (int flip = 0; flip < flips; flip++) {
            byte[] damaged = sound.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            startsAndShowsNoWrongHash(damaged, "flip" + flip);
        }
        Endurance.report(
                "%d bit flips, 0 wrong hashes; of %d that lost something %d were told; %,d of %,d entries shown"
                        .formatted(flips, lost, told, shown, flips * FILES));
        assertThat(told).isPositive();
    }

    @Test
    void startsAfterAnyTruncation() throws IOException {
        Random random = new Random(100);
        int cuts = Endurance.times(10, 100);
        for (int cut = 0; cut < cuts; cut++) {
            startsAndShowsNoWrongHash(
                    Arrays.copyOf(sound, random.nextInt(sound.length)), "cut" + cut);
        }
        Endurance.report(
                "%d truncations, 0 wrong hashes; of %d that lost something %d were told; %,d of %,d entries shown"
                        .formatted(cuts, lost, told, shown, cuts * FILES));
        assertThat(told).isPositive();
        assertThat(shown).isPositive();
    }

    private void startsAndShowsNoWrongHash(byte[] bytes, String name) throws IOException {
        Path file = folder.resolve(name + ".db");
        Files.write(file, bytes);
        try {
            show(file);
        } catch (Trouble.Damaged e) {
            // Found while reading. The promise is that the next start works.
            show(file);
        }
        Files.deleteIfExists(file);
    }

    private void show(Path file) {
        try (Catalog catalog = open(file)) {
            List<CatalogEntry> all = all(catalog);
            assertThat(all).allMatch(Synthetic::showsNoWrongHash);
            for (CatalogEntry entry : all.subList(0, Math.min(20, all.size()))) {
                assertThat(catalog.entry(entry.file().path()).stream())
                        .allMatch(Synthetic::showsNoWrongHash);
                assertThat(
                                catalog.byHashPrefix(
                                        Synthetic.sha256(Synthetic.number(entry.file().path()))))
                        .allMatch(Synthetic::showsNoWrongHash);
            }
            boolean isTold = catalog.recovery().isPresent() || catalog.doubts().isPresent();
            told += isTold ? 1 : 0;
            lost += all.equals(whole) && !isTold ? 0 : 1;
            shown += all.size();
        }
    }

    private static List<CatalogEntry> all(Catalog catalog) {
        Order asTheyCome = new Order(Order.Field.NONE, false);
        try (Stream<CatalogEntry> entries = catalog.entries(Filter.everything(), asTheyCome)) {
            return entries.toList();
        }
    }

    @Test
    void tellsWhatAListPassedOver() {
        Path file = folder.resolve("rows.db");
        try (Catalog catalog = open(file)) {
            catalog.saveAll(List.of(Synthetic.entry(1), Synthetic.entry(2)));
            assertThat(ListedFilesTest.listed(catalog)).hasSize(2);
            assertThat(catalog.doubts()).isEmpty();
            catalog.write(sql -> sql.run("UPDATE file SET size = 7 WHERE id = 1"));
            assertThat(ListedFilesTest.listed(catalog)).hasSize(1);
            assertThat(catalog.doubts().orElseThrow()).contains("One damaged row", "A scan");
            catalog.marks().tag(Synthetic.path(2), "mine");
            catalog.write(sql -> sql.run("UPDATE tag SET word = 'yours'"));
            assertThat(ListedFilesTest.listed(catalog).getFirst().tags()).isEmpty();
            assertThat(catalog.doubts().orElseThrow()).contains("2 damaged rows", "tags and notes");
        }
    }

    @Test
    void tellsThatWhatWasKnownOfTheBytesIsGone() {
        Path file = folder.resolve("contents.db");
        try (Catalog catalog = open(file)) {
            catalog.saveAll(List.of(Synthetic.entry(1), Synthetic.entry(2)));
            catalog.write(sql -> sql.run("DELETE FROM content WHERE id = 1"));
            assertThat(all(catalog)).extracting(one -> one.hashes().isEmpty()).contains(true);
            assertThat(catalog.doubts().orElseThrow()).contains("One damaged row");
        }
        try (Catalog catalog = open(file)) {
            assertThat(ListedFilesTest.listed(catalog)).hasSize(2);
            assertThat(catalog.doubts().orElseThrow()).contains("One damaged row");
        }
    }

    @Test
    void savesWhatItCanOfADamagedFileAndKeepsThatFile() throws IOException {
        Path file = folder.resolve("damaged.db");
        byte[] damaged = sound.clone();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 8192, (byte) 0x5A);
        Files.write(file, damaged);
        Rescue.remember(file);
        try (Catalog catalog = open(file)) {
            assertThat(catalog.recovery().orElseThrow()).contains("was damaged", "is kept as");
            assertThat(catalog.upkeep().info().files()).isBetween(FILES / 2L, (long) FILES);
            assertThat(catalog.upkeep().check(false).isSound()).isTrue();
            assertThat(catalog.entry(Synthetic.path(3)).orElseThrow().marks().tags())
                    .containsExactly("mine");
        }
        try (Stream<Path> kept = Files.list(folder)) {
            assertThat(kept.map(Path::toString)).anyMatch(one -> one.contains(".damaged-"));
        }
        try (Catalog catalog = open(file)) {
            assertThat(catalog.recovery()).isEmpty();
        }
    }

    @Test
    void savesEverythingWhenTheNameOfAColumnIsDamaged() throws IOException {
        Path file = folder.resolve("column.db");
        Files.write(file, sound);
        change(
                file,
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_master SET sql = replace(sql, 'id INTEGER PRIMARY', 'ie INTEGER PRIMARY')
                WHERE name = 'model'\
                """);
        try (Catalog catalog = open(file)) {
            assertThat(catalog.upkeep().check(false).structure()).hasSize(1);
            assertThatThrownBy(() -> all(catalog)).isInstanceOf(Trouble.Damaged.class);
        }
        try (Catalog catalog = open(file)) {
            assertThat(catalog.recovery().orElseThrow()).contains("was damaged", "is kept as");
            assertThat(all(catalog)).isEqualTo(whole);
            assertThat(catalog.upkeep().check(false).isSound()).isTrue();
        }
    }

    @Test
    void refusesAFileOfAnotherProgram() throws IOException {
        Path file = folder.resolve("other.db");
        OldCatalogs.schema(1, file, 0);
        change(file, "PRAGMA application_id = 7");
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("another program");
    }

    @Test
    void refusesANewerSchemaAndLeavesItAlone() throws IOException {
        Path file = folder.resolve("newer.db");
        OldCatalogs.schema(1, file, 0);
        change(file, "PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("newer Assay (schema 99");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static void change(Path file, String statement) {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leavesAFileAloneThatWasNeverACatalog() throws IOException {
        Path file = folder.resolve("model.safetensors");
        String text = "this was never a database, and is longer than its header\n".repeat(40);
        Files.writeString(file, text);

        assertThatThrownBy(() -> open(file)).hasMessageContaining("is no catalog");

        assertThat(file).hasContent(text);
    }

    @Test
    void saysThatTheDiskIsFullAndLosesNothing() {
        Path file = folder.resolve("full.db");
        try (Catalog catalog = open(file)) {
            catalog.read(sql -> sql.number("PRAGMA max_page_count = 120"));
            ScanSession scan = catalog.scan(Synthetic.ROOT);
            List<Integer> saved = new ArrayList<>();
            assertThatThrownBy(
                            () -> {
                                for (int number = 0; number < 10_000; number++) {
                                    scan.save(Synthetic.entry(number), List.of());
                                    saved.add(number);
                                }
                            })
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("disk is full")
                    .hasMessageContaining("safe");
            assertThat(saved).hasSizeGreaterThan(20);
            assertThat(saved).allMatch(number -> catalog.entry(Synthetic.path(number)).isPresent());
            catalog.read(sql -> sql.number("PRAGMA max_page_count = 100000"));
            scan.save(Synthetic.entry(10_000), List.of());
            assertThat(catalog.upkeep().check(false).isSound()).isTrue();
            Endurance.report("full disk after %d files, 0 lost".formatted(saved.size()));
        }
    }

    @Test
    void dropsRowsThatCannotBeBelievedWhenAskedTo() {
        Path file = folder.resolve("rows.db");
        try (Catalog catalog = open(file)) {
            catalog.saveAll(List.of(Synthetic.entry(1), Synthetic.entry(2)));
            catalog.write(sql -> sql.run("UPDATE digest SET value = x'00' WHERE hash = 'sha256'"));
            assertThat(catalog.upkeep().check(false).damagedRows()).containsEntry("digest", 2);
            assertThat(catalog.entry(Synthetic.path(1)).orElseThrow().digest(Synthetic.SHA256))
                    .isEmpty();
            catalog.upkeep().check(true);
            assertThat(catalog.upkeep().check(false).isSound()).isTrue();
        }
    }
}
