package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.CatalogEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes at random moments; the page cache survives, so this is not a power cut. */
class CrashTest {
    private static final int KNOWN = 400;

    @TempDir Path folder;
    private final Random random = new Random(61);

    private Catalog open(Path file) {
        return Catalog.open(file, Clock.systemUTC(), "1");
    }

    @Test
    void losesNothingThatWasAcknowledgedWhenScansAreKilled() throws Exception {
        Path file = folder.resolve("scan.db");
        int kills = Endurance.times(2, 80);
        int acknowledged = 0;
        for (int kill = 0; kill < kills; kill++) {
            List<Integer> saved = killed("scan", file, acknowledged, random.nextInt(120));
            acknowledged =
                    Math.max(acknowledged, saved.stream().mapToInt(n -> n + 1).max().orElse(0));
            try (Catalog catalog = open(file)) {
                assertThat(catalog.recovery()).isEmpty();
                for (int number = 0; number < acknowledged; number++) {
                    assertThat(hash(catalog, number)).contains(Synthetic.sha256(number));
                }
            }
        }
        Endurance.report(
                "%d kills of scans, %d rows acknowledged, 0 lost, 0 unopenable"
                        .formatted(kills, acknowledged));
    }

    @Test
    void losesNothingThatWasAcknowledgedWhenLookUpsAreKilled() throws Exception {
        Path file = folder.resolve("identify.db");
        fill(file, KNOWN);
        int kills = Endurance.times(2, 60);
        int sum = 0;
        for (int kill = 0; kill < kills; kill++) {
            List<Integer> saved = killed("identify", file, 0, random.nextInt(KNOWN));
            sum += saved.size();
            try (Catalog catalog = open(file)) {
                for (int number : saved) {
                    CatalogEntry entry = catalog.entry(Synthetic.path(number)).orElseThrow();
                    assertThat(entry.identity("civitai")).isPresent();
                    assertThat(entry.marks().tags()).contains("tag" + number);
                }
            }
        }
        Endurance.report(
                "%d kills of look-ups and tags, %d acknowledged, 0 lost".formatted(kills, sum));
    }

    @Test
    void keepsEveryRowWhenMigrationsAreKilled() throws Exception {
        Path old = folder.resolve("old.db");
        OldCatalogs.schema(1, old, Endurance.times(2_000, 20_000));
        long rows = OldCatalogs.rows(old);
        int kills = Endurance.times(2, 60);
        int inTheMiddle = 0;
        for (int kill = 0; kill < kills; kill++) {
            Path file = folder.resolve("migrate" + kill + ".db");
            Files.copy(old, file);
            inTheMiddle += killedWhileOpening(file) ? 1 : 0;
            try (Catalog catalog = open(file)) {
                assertThat(catalog.recovery()).isEmpty();
                assertThat(catalog.upkeep().info().files()).isEqualTo(rows);
                assertThat(catalog.upkeep().check(false).isSound()).isTrue();
            }
        }
        Endurance.report(
                "%d kills while migrating %d rows, %d of them before the end, 0 lost"
                        .formatted(kills, rows, inTheMiddle));
    }

    /** {@return the numbers that a writer had acknowledged when it was killed} */
    private List<Integer> killed(String mode, Path file, int from, int after) throws Exception {
        Process writer =
                Child.start(Writer.class, Map.of(), file.toString(), mode, "" + from, "" + KNOWN);
        List<Integer> saved = new ArrayList<>();
        try (BufferedReader lines = Child.output(writer)) {
            String line = lines.readLine();
            while (line != null && !line.equals("done")) {
                if (Character.isDigit(line.charAt(0))) {
                    saved.add(Integer.valueOf(line));
                }
                if (saved.size() > after) {
                    // A kill between two lines, not only right after one.
                    writer.waitFor(random.nextInt(3), TimeUnit.MILLISECONDS);
                    writer.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return saved;
    }

    /** {@return whether the process was killed before it had opened the catalog} */
    private boolean killedWhileOpening(Path file) throws Exception {
        Process writer = Child.start(Writer.class, Map.of(), file.toString(), "scan", "0", "0");
        boolean opened = false;
        try (BufferedReader lines = Child.output(writer)) {
            assertThat(lines.readLine()).isEqualTo("opening");
            writer.waitFor(random.nextInt(Endurance.times(200, 700)), TimeUnit.MILLISECONDS);
            writer.toHandle().destroyForcibly();
            String line = lines.readLine();
            while (line != null) {
                opened |= line.equals("open");
                line = lines.readLine();
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return !opened;
    }

    private void fill(Path file, int count) {
        try (Catalog catalog = open(file)) {
            List<CatalogEntry> entries = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                entries.add(Synthetic.entry(number));
            }
            catalog.saveAll(entries);
        }
    }

    private static Optional<String> hash(Catalog catalog, int number) throws IOException {
        return catalog.entry(Synthetic.path(number))
                .flatMap(entry -> entry.digest(Synthetic.SHA256))
                .map(digest -> digest.hex());
    }
}
