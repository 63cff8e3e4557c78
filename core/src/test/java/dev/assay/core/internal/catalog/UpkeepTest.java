package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.CatalogException;
import dev.assay.core.model.CatalogFacts;
import dev.assay.core.model.CatalogOverview;
import dev.assay.core.model.FileGroup;
import dev.assay.core.model.Grouping;
import dev.assay.core.model.ImportedMarks;
import dev.assay.core.model.Root;
import dev.assay.core.query.Filter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpkeepTest {
    @TempDir Path folder;
    private Catalog catalog;

    @BeforeEach
    void fill() {
        catalog = open("catalog.db");
        catalog.saveAll(List.of(Synthetic.entry(1), Synthetic.entry(2), Synthetic.entry(3)));
        catalog.marks().tag(Synthetic.path(1), "mine");
        catalog.marks().note(Synthetic.path(2), "two\nlines");
        catalog.marks().decide(Synthetic.path(3), Samples.manual("By hand"));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Catalog open(String name) {
        return Catalog.open(folder.resolve(name), Clock.systemUTC(), "1");
    }

    private String exported() throws IOException {
        StringWriter out = new StringWriter();
        catalog.userData().export(out);
        return out.toString();
    }

    private static ImportedMarks take(Catalog into, String lines) throws IOException {
        return into.userData().read(new BufferedReader(new StringReader(lines)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine?cache_size=1.db", "x?synchronous=OFF", "a#b%41.db", "it's; é.db"})
    void keepsTheCatalogInTheFileOfThatName(String name) {
        try (Catalog named = open(name)) {
            named.saveAll(List.of(Synthetic.entry(7)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(name)
                    .allMatch(file -> file.startsWith(name) || file.startsWith("catalog.db"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        try (Catalog named = open(name)) {
            assertThat(named.entry(Synthetic.path(7))).isPresent();
        }
    }

    @Test
    void tellsTheCatalogInNumbers() {
        CatalogFacts info = catalog.upkeep().info();
        assertThat(info.files()).isEqualTo(3);
        assertThat(info.hashed()).isEqualTo(3);
        assertThat(info.identified()).isEqualTo(1);
        assertThat(info.journal()).isEqualTo("wal");
        assertThat(info.schema()).isEqualTo(Schema.VERSION);
    }

    @Test
    void findsNothingWrongWithASoundCatalog() {
        assertThat(catalog.upkeep().check(false).isSound()).isTrue();
    }

    @Test
    void bringsACopyBack() {
        Path copy = folder.resolve("copy.db");
        catalog.upkeep().backup(copy);
        catalog.saveAll(List.of(Synthetic.entry(4)));
        catalog.marks().untag(Synthetic.path(1), "mine");
        Path before = catalog.upkeep().restore(copy);
        assertThat(catalog.entry(Synthetic.path(4))).isEmpty();
        assertThat(catalog.entry(Synthetic.path(1)).orElseThrow().marks().tags())
                .containsExactly("mine");
        assertThat(before).exists();
        catalog.saveAll(List.of(Synthetic.entry(5)));
        assertThat(catalog.entry(Synthetic.path(5))).isPresent();
    }

    @Test
    void neverWritesACopyOverAnotherFile() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "x");
        assertThatThrownBy(() -> catalog.upkeep().backup(there))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("there already");
        assertThat(there).hasContent("x");
    }

    @Test
    void refusesToRestoreWhatIsNoCatalog() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no database at all".repeat(100));
        assertThatThrownBy(() -> catalog.upkeep().restore(text))
                .isInstanceOf(CatalogException.class);
        assertThat(catalog.entry(Synthetic.path(1))).isPresent();
    }

    @Test
    void forgetsMissingFilesButNotWhatTheUserMade() {
        catalog.write(sql -> sql.run("UPDATE file SET presence = 1"));
        assertThat(catalog.forgetting().prune(Filter.everything(), Instant.MAX)).isEqualTo(3);
        assertThat(catalog.upkeep().info().files()).isZero();
        catalog.saveAll(List.of(Synthetic.entry(1), Synthetic.entry(2)));
        assertThat(catalog.entry(Synthetic.path(1)).orElseThrow().marks().tags())
                .containsExactly("mine");
        assertThat(catalog.entry(Synthetic.path(2)).orElseThrow().marks().note())
                .contains("two\nlines");
    }

    @Test
    void carriesWhatTheUserMadeToAnEmptyCatalog() throws IOException {
        String lines = exported();
        try (Catalog other = open("other.db")) {
            assertThat(take(other, lines)).isEqualTo(new ImportedMarks(3, List.of()));
            other.saveAll(List.of(Synthetic.entry(1), Synthetic.entry(2), Synthetic.entry(3)));
            assertThat(other.entry(Synthetic.path(1)).orElseThrow().marks().tags())
                    .containsExactly("mine");
            assertThat(other.entry(Synthetic.path(2)).orElseThrow().marks().note())
                    .contains("two\nlines");
            assertThat(other.entry(Synthetic.path(3)).orElseThrow().identities())
                    .isEqualTo(catalog.entry(Synthetic.path(3)).orElseThrow().identities());
        }
    }

    @Test
    void takesTheSameLinesTwiceWithoutEffect() throws IOException {
        String lines = exported();
        take(catalog, lines);
        assertThat(exported()).isEqualTo(lines);
    }

    @Test
    void saysWhichLinesMakeNoSenseAndTakesTheOthers() throws IOException {
        String lines = exported() + "{}\nnot json\n";
        try (Catalog other = open("other.db")) {
            ImportedMarks imported = take(other, lines);
            assertThat(imported.taken()).isEqualTo(3);
            assertThat(imported.refused()).hasSize(2).first().asString().startsWith("line 4:");
        }
    }

    @Test
    void namesRootsAndCountsWhatLiesBelow() {
        catalog.roots().add(Synthetic.ROOT, "main", java.util.Optional.of("comfyui"));
        Root root = catalog.roots().all().getFirst();
        assertThat(root.name()).contains("main");
        assertThat(root.files()).isEqualTo(3);
        assertThat(root.online()).isFalse();
        assertThat(
                        catalog.statistics()
                                .total(new Filter.Kind(Filter.WordField.ROOT, "main"))
                                .files())
                .isEqualTo(3);
        assertThatThrownBy(() -> catalog.roots().add(folder, "main", java.util.Optional.empty()))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("is that of");
        assertThat(catalog.roots().rename("main", "comfy")).isTrue();
        assertThat(catalog.roots().remove("comfy")).isTrue();
        assertThat(catalog.roots().remove("comfy")).isFalse();
        assertThat(catalog.upkeep().info().files()).isEqualTo(3);
    }

    @Test
    void countsByEveryProperty() {
        for (Grouping by : Grouping.values()) {
            List<FileGroup> groups = catalog.statistics().groups(by, Filter.everything());
            assertThat(groups.stream().mapToLong(FileGroup::files).sum())
                    .as(by.name())
                    .isEqualTo(3);
        }
        assertThat(catalog.statistics().groups(Grouping.EXT, Filter.everything()).getFirst().key())
                .isEqualTo("safetensors");
        assertThat(
                        catalog.statistics()
                                .groups(Grouping.MONTH, Filter.everything())
                                .getFirst()
                                .key())
                .isEqualTo("2026-10");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void bringsEveryEarlierSchemaUpToDateAndKeepsACopy(int schema) {
        Path old = folder.resolve("old.db");
        OldCatalogs.schema(schema, old, 0);
        try (Catalog upgraded = Catalog.open(old, Clock.systemUTC(), "1")) {
            assertThat(upgraded.upkeep().info().files()).isEqualTo(40);
            assertThat(upgraded.upkeep().check(false).isSound()).isTrue();
            Path seventh = Path.of("/models/loras/file7.safetensors");
            assertThat(upgraded.entry(seventh).orElseThrow().marks().tags())
                    .containsExactly("mine");
            Filter named = new Filter.Contains(Filter.TextField.NAME, "file7");
            assertThat(upgraded.statistics().total(named).files()).isEqualTo(1);
            assertThat(ListedFilesTest.listed(upgraded))
                    .hasSize(40)
                    .isEqualTo(ListedFilesTest.entries(upgraded));
        }
        assertThat(folder.resolve("old.db.schema-" + schema)).exists();
    }

    @Test
    void forgetsOnlyWhatIsMissingForLong() {
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        catalog.write(sql -> sql.run("UPDATE file SET presence = 1, gone = ?", then));
        Filter first = new Filter.Contains(Filter.TextField.NAME, "file1.");
        assertThat(catalog.entry(Synthetic.path(1)).orElseThrow().marks().missingSince())
                .contains(then);
        assertThat(catalog.forgetting().prune(Filter.everything(), then)).isZero();
        assertThat(catalog.forgetting().prune(first, then.plusSeconds(1))).isEqualTo(1);
        assertThat(catalog.forgetting().prune(Filter.everything(), Instant.MAX)).isEqualTo(2);
    }

    @Test
    void answersFromACatalogThatMayOnlyBeReadAndLeavesItAlone() throws IOException {
        catalog.close();
        Path file = folder.resolve("catalog.db");
        byte[] before = Files.readAllBytes(file);
        try (Catalog readOnly = Catalog.openToRead(file, Clock.systemUTC(), "1");
                Stream<CatalogEntry> entries = readOnly.entries()) {
            assertThat(entries).hasSize(3);
            assertThat(readOnly.isReadOnly()).isTrue();
            assertThat(readOnly.upkeep().info().readOnly()).isTrue();
            assertThatThrownBy(() -> readOnly.marks().tag(Synthetic.path(1), "new"))
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("may only be read");
            assertThat(readOnly.entry(Synthetic.path(1)).orElseThrow().marks().tags())
                    .containsExactly("mine");
        }
        assertThat(file).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        catalog = open("catalog.db");
    }

    @Test
    void refusesAnOlderCatalogThatMayOnlyBeRead() {
        Path old = folder.resolve("old.db");
        OldCatalogs.schema(1, old, 0);
        assertThatThrownBy(() -> Catalog.openToRead(old, Clock.systemUTC(), "1"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("older Assay")
                .hasMessageContaining("--catalog");
    }

    @Test
    void tellsAllFilesInNumbers() {
        CatalogOverview all = catalog.statistics().overview(Filter.everything());
        assertThat(all.files()).isEqualTo(3);
        assertThat(all.hashed()).isEqualTo(3);
        assertThat(all.identified()).isEqualTo(1);
        assertThat(all.roots()).isEqualTo(1);
        assertThat(all.duplicateBytes()).isZero();
        assertThat(catalog.statistics().overview(new Filter.Any(List.of())).bytes()).isZero();
    }

    @Test
    void countsTheFilesOfEveryTag() {
        catalog.marks().tag(Synthetic.path(2), "mine");
        assertThat(catalog.marks().tags())
                .extracting(FileGroup::key, FileGroup::files)
                .containsExactly(tuple("mine", 2L));
    }
}
