package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.internal.walk.Glimpse;
import dev.assay.core.internal.walk.Stats;
import dev.assay.core.internal.walk.TreeWalk;
import dev.assay.core.internal.walk.WalkOptions;
import dev.assay.core.internal.walk.WalkSink;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.ModelType;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietTest {
    @TempDir Path folder;
    private Path models;
    private Catalog catalog;

    @BeforeEach
    void scanTwoFolders() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        for (String name : List.of("a", "b")) {
            Files.createDirectories(models.resolve(name));
            Files.writeString(models.resolve(name + "/one.pt"), name + 1);
            Files.writeString(models.resolve(name + "/two.pt"), name + 2);
        }
        catalog = Catalog.open(folder.resolve("catalog.db"), Clock.systemUTC(), "1");
        assertThat(scan(catalog))
                .isEqualTo(new Scanned(0, 4, new Swept(Set.of(), 0, Optional.empty())));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    /** How many files were in quiet folders, how many were looked up, and what was gone. */
    private record Scanned(int quiet, int lookedUp, Swept swept) {}

    private Scanned scan(Catalog into) {
        ScanSession session = into.scan(models);
        List<FileStat> lookedUp = new ArrayList<>();
        TreeWalk.walk(
                models,
                WalkOptions.models(),
                new WalkSink() {
                    @Override
                    public void folder(List<Glimpse> files, boolean whole) {
                        if (!whole || !session.isUnchanged(files)) {
                            WalkSink.super.folder(files, whole);
                        }
                    }

                    @Override
                    public void files(List<FileStat> files) {
                        lookedUp.addAll(files);
                        session.lookUp(files).forEach(known -> save(session, known));
                    }

                    @Override
                    public void problem(FileProblem problem) {
                        throw new AssertionError(problem.toString());
                    }
                },
                new Cancellation());
        Swept swept = session.finish();
        return new Scanned(session.quiet().size(), lookedUp.size(), swept);
    }

    private void save(ScanSession session, Known known) {
        switch (known) {
            case Known.New(var file) -> session.save(entry(file), List.of());
            case Known.Changed(var file, var _) -> session.save(entry(file), List.of());
            case Known.Unchanged(var _, var held) -> {
                if (held.missing()) {
                    session.adopt(known);
                }
            }
            case Known.Moved _, Known.Linked _ -> session.adopt(known);
        }
    }

    private CatalogEntry entry(FileStat file) {
        Inspection inspection = Samples.inspection(file.path(), ModelType.LORA);
        return CatalogEntry.seen(file, models, inspection, Map.of());
    }

    @Test
    void looksUpNoFileOfAFolderInWhichNothingChanged() {
        assertThat(scan(catalog).quiet()).isEqualTo(4);
        assertThat(scan(catalog).lookedUp()).isZero();
    }

    @Test
    void looksUpAllFilesOfAFolderInWhichOneChanged() throws IOException {
        Files.writeString(models.resolve("a/one.pt"), "other");
        assertThat(scan(catalog).lookedUp()).isEqualTo(2);
        assertThat(scan(catalog).lookedUp()).isZero();
    }

    @Test
    void noticesAnEditWithSizeAndTimeSetBack() throws IOException {
        Path file = models.resolve("a/one.pt");
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, "A1");
        Files.setLastModifiedTime(file, before);
        assertThat(scan(catalog))
                .extracting(Scanned::quiet, Scanned::lookedUp)
                .containsExactly(2, 2);
    }

    @Test
    void noticesTwoFilesThatChangedNames() throws IOException {
        Path one = models.resolve("a/one.pt");
        Files.move(one, models.resolve("a/three"));
        Files.move(models.resolve("a/two.pt"), one);
        Files.move(models.resolve("a/three"), models.resolve("a/two.pt"));
        assertThat(scan(catalog).lookedUp()).isEqualTo(2);
    }

    @Test
    void findsWhatIsGoneFromAFolderAndKeepsCountingIt() throws IOException {
        Files.delete(models.resolve("a/one.pt"));
        assertThat(scan(catalog).swept().missing()).hasSize(1);
        Scanned again = scan(catalog);
        assertThat(again.quiet()).isEqualTo(3);
        assertThat(again.swept().missing()).hasSize(1);
    }

    @Test
    void looksAgainWhenARowTurnedOutToBeDamaged() {
        assertThat(scan(catalog).lookedUp()).isZero();
        catalog.write(sql -> sql.run("UPDATE file SET sum = sum + 1 WHERE name = 'one.pt'"));
        try (var entries = catalog.entries()) {
            assertThat(entries.count()).isEqualTo(2);
        }
        assertThat(scan(catalog).lookedUp()).isEqualTo(4);
        try (var entries = catalog.entries()) {
            assertThat(entries.count()).isEqualTo(4);
        }
    }

    @Test
    void looksAgainWhenTheRulesForHeadersChanged() {
        catalog.close();
        catalog = Catalog.open(folder.resolve("catalog.db"), Clock.systemUTC(), "2");
        assertThat(scan(catalog).lookedUp()).isEqualTo(4);
    }

    @Test
    void looksAgainAtAFileThatCouldNotBeReadUntilItCan() throws IOException {
        Path silent = models.resolve("a/one.pt");
        FileStat file = new Stats().file(silent);
        Inspection none = Inspector.unreadable(silent, file.size(), "no answer");
        catalog.saveAll(List.of(CatalogEntry.seen(file, models, none, Map.of())));
        for (int time = 0; time < 2; time++) {
            assertThat(scan(catalog).lookedUp()).isEqualTo(2);
        }
        assertThat(catalog.scan(models).lookUp(List.of(file)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Known.Unchanged.class,
                        known -> assertThat(known.held().headerCurrent()).isFalse());
        catalog.saveAll(List.of(entry(file)));
        assertThat(scan(catalog).lookedUp()).isEqualTo(2);
        assertThat(scan(catalog).lookedUp()).isZero();
    }

    @Test
    void looksAgainWhenAnotherProgramForgotAFile() {
        catalog.write(sql -> sql.run("DELETE FROM file WHERE name = 'two.pt'"));
        assertThat(scan(catalog))
                .extracting(Scanned::quiet, Scanned::lookedUp)
                .containsExactly(0, 4);
    }

    @Test
    void tellsWhichQuietFilesLackAHash() {
        ScanSession session = catalog.scan(models);
        TreeWalk.walk(
                models,
                WalkOptions.models(),
                new WalkSink() {
                    @Override
                    public void folder(List<Glimpse> files, boolean whole) {
                        assertThat(session.isUnchanged(files)).isTrue();
                    }

                    @Override
                    public void files(List<FileStat> files) {
                        throw new UncheckedIOException(new IOException("not quiet"));
                    }

                    @Override
                    public void problem(FileProblem problem) {}
                },
                new Cancellation());
        assertThat(session.quiet().lacking(List.of(HashId.of("sha256")))).hasSize(4);
        assertThat(session.quiet().all()).hasSize(4);
        assertThat(session.quiet().troubled()).hasSize(4);
        List<CatalogEntry> entries = new ArrayList<>();
        session.quiet().entries(entries::add);
        assertThat(entries).hasSize(4);
    }
}
