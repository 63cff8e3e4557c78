package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.ListedFile;
import dev.assay.core.model.ModelType;
import dev.assay.core.query.Filter;
import dev.assay.core.query.Order;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedFilesTest {
    private static final int FILES = 600;

    @TempDir Path folder;
    private Catalog catalog;

    @BeforeEach
    void fill() {
        catalog = Catalog.open(folder.resolve("catalog.db"), Clock.systemUTC(), "1");
        catalog.saveAll(Stream.iterate(0, n -> n + 1).limit(FILES).map(Synthetic::entry).toList());
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    static List<ListedFile> listed(Catalog catalog) {
        return listed(catalog, Order.BY_PATH);
    }

    private static List<ListedFile> listed(Catalog catalog, Order order) {
        return listed(catalog, Filter.everything(), order);
    }

    private static List<ListedFile> listed(Catalog catalog, Filter filter, Order order) {
        try (Stream<ListedFile> all = catalog.files(filter, order)) {
            return all.toList();
        }
    }

    /** What lists should show, put together from everything. */
    static List<ListedFile> entries(Catalog catalog) {
        try (Stream<CatalogEntry> all = catalog.entries()) {
            return all.map(ListedFile::of).toList();
        }
    }

    private static ListedFile listed(Catalog catalog, int number) {
        return listed(catalog).stream()
                .filter(file -> file.path().equals(Synthetic.path(number)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysTheSameAsTheEntriesInTheSameOrder() {
        assertThat(listed(catalog)).hasSize(FILES).isEqualTo(entries(catalog));
    }

    @Test
    void saysTheSameOfFilesOfWhichMuchIsKnown() {
        Path file = Synthetic.path(1);
        catalog.saveIdentity(file, Samples.found("Mimic"));
        catalog.saveIdentity(Synthetic.path(2), state(Identity.State.PENDING));
        catalog.saveIdentity(
                Synthetic.path(3), Samples.found("Mismatch").withCandidates(probable()));
        catalog.saveIdentity(Synthetic.path(4), state(Identity.State.NOT_FOUND));
        catalog.saveIdentity(Synthetic.path(4), other(Samples.found("Other")));
        catalog.marks().tag(Synthetic.path(5), "mine");
        catalog.marks().note(Synthetic.path(6), "a \"note\"");
        assertThat(listed(catalog)).isEqualTo(entries(catalog));
        assertThat(listed(catalog, 1).said().address()).contains("4201@130072");
        assertThat(listed(catalog, 4).said().state()).isEqualTo(Identity.State.FOUND);
        assertThat(listed(catalog, 5).tags()).containsExactly("mine");
    }

    private static List<Candidate> probable() {
        return List.of(new Candidate(Samples.model("Probably"), Match.PROBABLE));
    }

    private static Identity state(Identity.State state) {
        return Identity.notAsked("civitai").withState(state);
    }

    private static Identity other(Identity said) {
        return Identity.notAsked("zoo").withCandidates(said.candidates()).withState(said.state());
    }

    @Test
    void saysTheSameOfHeadersThatSayLittleOrOddThings() {
        Classification odd =
                new Classification(
                        ModelType.UNKNOWN,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        java.util.OptionalLong.empty(),
                        java.util.OptionalInt.empty(),
                        Optional.empty(),
                        List.of("a \"quoted\" word", "a\\b", "c,d", ""),
                        Map.of(),
                        Confidence.UNKNOWN,
                        List.of(),
                        List.of(),
                        List.of());
        Inspection plain = Synthetic.entry(1).inspection();
        Inspection said =
                new Inspection(
                        plain.path(),
                        plain.size(),
                        plain.format(),
                        plain.state(),
                        plain.payloadOffset(),
                        odd,
                        plain.safety(),
                        plain.metadata(),
                        plain.problems(),
                        plain.bytesRead());
        catalog.saveAll(
                List.of(CatalogEntry.seen(Synthetic.stat(1), Synthetic.ROOT, said, Map.of())));
        assertThat(listed(catalog)).isEqualTo(entries(catalog));
        assertThat(listed(catalog, 1).triggerWords()).hasSize(4);
    }

    @Test
    void knowsAFileThatHasNoDigestButAnAutoV2() {
        HashId autov2 = HashId.of("autov2");
        CatalogEntry plain = Synthetic.entry(1);
        CatalogEntry known =
                CatalogEntry.seen(
                        plain.file(),
                        plain.root(),
                        plain.inspection(),
                        Map.of(autov2, new HashOutcome.Computed(new Digest(autov2, "0123456789"))));
        try (Catalog other = Catalog.open(folder.resolve("other.db"), Clock.systemUTC(), "1")) {
            other.saveAll(List.of(known));
            assertThat(listed(other).getFirst().autov2()).contains("0123456789");
        }
    }

    @Test
    void followsAFileThatMoves() {
        ScanSession scan = catalog.scan(Synthetic.ROOT);
        FileStat old = Synthetic.stat(1);
        FileStat moved =
                new FileStat(
                        Synthetic.ROOT.resolve("elsewhere.safetensors"),
                        old.size(),
                        old.modified(),
                        old.changed().map(time -> time.plus(Duration.ofDays(1))),
                        old.born(),
                        old.fileKey(),
                        old.volume(),
                        false);
        assertThat(scan.adopt(scan.lookUp(List.of(moved)).getFirst())).isPresent();
        List<ListedFile> listed = listed(catalog);
        assertThat(listed).isEqualTo(entries(catalog));
        assertThat(listed).extracting(ListedFile::path).contains(moved.path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE file SET type = 'vae' WHERE id = 7",
                "UPDATE file SET size = size + 1 WHERE id = 7",
                "UPDATE file SET content = 9 WHERE id = 7",
                "UPDATE file SET face = NULL WHERE id = 7",
                "UPDATE digest SET value = x'00' WHERE content = 7",
                "UPDATE model SET version = '13'",
                "UPDATE candidate SET match = 'MANUAL'",
                "UPDATE identity SET said = replace(said, 'FOUND', 'DENIED')"
            })
    void believesNoMoreOfADamagedCatalogThanTheEntriesDo(String damage) {
        catalog.saveIdentity(Synthetic.path(6), Samples.found("Mimic"));
        catalog.write(sql -> sql.run(damage));
        List<ListedFile> listed = listed(catalog);
        assertThat(listed).isEqualTo(entries(catalog)).hasSizeGreaterThanOrEqualTo(FILES - 1);
        assertThat(listed)
                .allMatch(file ->
                        file.sha256()
                                .map(Synthetic.sha256(Synthetic.number(file.path()))::equals)
                                .orElse(true));
    }

    @ParameterizedTest
    @EnumSource(Order.Field.class)
    void ordersByEverything(Order.Field field) {
        List<ListedFile> rising = listed(catalog, new Order(field, false));
        List<ListedFile> falling = listed(catalog, new Order(field, true));
        assertThat(rising).hasSameElementsAs(falling).hasSize(FILES);
    }

    @Test
    void goesThroughManyInTheOrderInWhichFewAreSorted() {
        fillWithAllKinds();
        Filter few =
                new Filter.Between(
                        Filter.NumberField.SIZE, OptionalLong.of(0), OptionalLong.empty());
        List<Order.Field> fields = new ArrayList<>(List.of(Order.Field.values()));
        fields.remove(Order.Field.NONE);
        for (Order.Field field : fields) {
            for (boolean falling : List.of(false, true)) {
                Order order = new Order(field, falling);
                assertThat(listed(catalog, order))
                        .as(order.toString())
                        .isEqualTo(listed(catalog, few, order))
                        .hasSize(FILES);
            }
        }
    }

    private void fillWithAllKinds() {
        for (int number = 1; number < 60; number += 3) {
            catalog.saveIdentity(Synthetic.path(number), Samples.found("Model " + number % 5));
            catalog.saveIdentity(Synthetic.path(number), other(Samples.found("Another")));
        }
        catalog.saveIdentity(Synthetic.path(2), state(Identity.State.PENDING));
        catalog.marks().tag(Synthetic.path(5), "mine");
        catalog.marks().note(Synthetic.path(6), "a note");
        catalog.change(sql -> {
            sql.run("UPDATE file SET type = 'vae', family = NULL, state = 'empty' WHERE id = 4");
            sql.run("UPDATE file SET format = 'gguf', precision = 'Q4' WHERE id IN (3, 7)");
            sql.run("UPDATE file SET safety = 'DANGEROUS', confidence = 'likely' WHERE id = 8");
            sql.run("UPDATE content SET sha256 = NULL, hashed = NULL WHERE id = 9");
        });
    }

    @Test
    void givesEachFileOnceWhateverIsWrittenMeanwhile() {
        List<Path> seen = new ArrayList<>();
        try (Stream<ListedFile> all =
                catalog.files(Filter.everything(), new Order(Order.Field.TYPE, false))) {
            all.forEach(file -> {
                seen.add(file.path());
                catalog.change(sql -> sql.run("UPDATE file SET type = 'vae' WHERE id > 1"));
            });
        }
        assertThat(seen).hasSize(FILES).doesNotHaveDuplicates();
    }

    @Test
    void findsANumberFormatHoweverItIsSpelled() {
        catalog.change(sql -> sql.run("UPDATE file SET precision = 'Q8_0' WHERE id = 3"));
        for (String spelling : List.of("Q8_0", "q80", "q8")) {
            Filter filter = new Filter.Kind(Filter.WordField.DTYPE, spelling);
            try (Stream<ListedFile> all = catalog.files(filter, Order.BY_PATH)) {
                assertThat(all).as(spelling).hasSize(1);
            }
        }
    }

    @Test
    void putsTheGreatestFirstWhenAskedTo() {
        assertThat(listed(catalog, new Order(Order.Field.SIZE, true)))
                .extracting(ListedFile::size)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }
}
