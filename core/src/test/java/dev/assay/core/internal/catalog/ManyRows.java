package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.ModelType;
import dev.assay.core.model.Safety;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Fills a catalog with files that are nowhere, for {@code docs/benchmarks/listing}: a library as it
 * might be, of any size, the same every time. Half of the files have digests, and a fifth of those
 * were found at CivitAI.
 *
 * <p>{@code java -cp ... dev.assay.core.internal.catalog.ManyRows FILE NUMBER}
 */
public final class ManyRows {
    private static final int BATCH = 5_000;
    private static final int A_FOLDER = 400;
    private static final HashId AUTOV2 = HashId.of("autov2");
    private static final List<String> FIRST =
            List.of("midnight", "amber", "velvet", "neon", "quiet", "paper", "glass", "wild");
    private static final List<String> SECOND =
            List.of("portrait", "landscape", "detail", "anime", "photo", "ink", "robot", "garden");
    private static final List<ModelType> TYPES =
            List.of(
                    ModelType.LORA,
                    ModelType.LORA,
                    ModelType.LORA,
                    ModelType.CHECKPOINT,
                    ModelType.EMBEDDING,
                    ModelType.VAE,
                    ModelType.CONTROLNET,
                    ModelType.UPSCALER);
    private static final List<String> BASES =
            List.of("SD1", "SDXL", "SDXL", "Pony", "Flux.1-dev", "SD3.5");
    private static final Path ROOT = Path.of("/models");

    private final Random random = new Random(6);

    private ManyRows() {}

    /** Fills the file named first with as many rows as the second argument says. */
    public static void main(String[] arguments) {
        int rows = Integer.parseInt(arguments[1]);
        try (Catalog catalog = Catalog.open(Path.of(arguments[0]), Clock.systemUTC(), "1")) {
            new ManyRows().fill(catalog, rows);
        }
    }

    private void fill(Catalog catalog, int rows) {
        for (int from = 0; from < rows; from += BATCH) {
            List<CatalogEntry> batch = new ArrayList<>();
            for (int number = from; number < Math.min(rows, from + BATCH); number++) {
                batch.add(entry(number));
            }
            catalog.saveAll(batch);
            identify(catalog, batch);
        }
        catalog.upkeep().compact();
    }

    private CatalogEntry entry(int number) {
        ModelType type = TYPES.get(number / A_FOLDER % TYPES.size());
        Path folder = ROOT.resolve(type.category().id()).resolve("set" + number / A_FOLDER);
        Path file = folder.resolve(name(number));
        long size = 1L << 20 + random.nextInt(12) | random.nextInt(1 << 20);
        return CatalogEntry.seen(
                stat(file, number, size),
                ROOT,
                inspection(file, type, size),
                number % 2 == 0 ? digests(number) : Map.of());
    }

    private String name(int number) {
        String ending =
                switch (random.nextInt(20)) {
                    case 0 -> ".ckpt";
                    case 1 -> ".pt";
                    default -> ".safetensors";
                };
        return "%s_%s_v%d-%06d%s"
                .formatted(
                        FIRST.get(random.nextInt(FIRST.size())),
                        SECOND.get(random.nextInt(SECOND.size())),
                        random.nextInt(9),
                        number,
                        ending);
    }

    private FileStat stat(Path file, int number, long size) {
        Instant modified =
                Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(60_000_000));
        return new FileStat(
                file,
                size,
                modified,
                Optional.of(modified),
                Optional.of(modified),
                Optional.of(Integer.toString(1000 + number)),
                Optional.of("ext4:UUID=1"),
                false);
    }

    private Inspection inspection(Path file, ModelType type, long size) {
        return new Inspection(
                file,
                size,
                Format.SAFETENSORS,
                random.nextInt(500) == 0 ? FileState.TRUNCATED : FileState.OK,
                OptionalLong.of(4096),
                classification(type),
                new Safety(Safety.Verdict.CLEAN, List.of(), List.of(), "2026-01-01"),
                Map.of("ss_network_dim", "16"),
                List.of(),
                4096);
    }

    private Classification classification(ModelType type) {
        Classification plain = Samples.classification(type);
        String base = BASES.get(random.nextInt(BASES.size()));
        return new Classification(
                type,
                Optional.of(base),
                List.of(base),
                Optional.empty(),
                plain.precision(),
                plain.parameters(),
                OptionalInt.of(2166),
                type == ModelType.LORA ? plain.adapter() : Optional.empty(),
                type == ModelType.LORA ? List.of("trigger" + random.nextInt(1000)) : List.of(),
                Map.of(),
                plain.confidence(),
                plain.evidence(),
                List.of(),
                List.of());
    }

    private static Map<HashId, HashOutcome> digests(int number) {
        String sha256 = Synthetic.sha256(number);
        Map<HashId, HashOutcome> digests = new HashMap<>();
        digests.put(
                Synthetic.SHA256, new HashOutcome.Computed(new Digest(Synthetic.SHA256, sha256)));
        digests.put(AUTOV2, new HashOutcome.Computed(new Digest(AUTOV2, sha256.substring(0, 10))));
        return digests;
    }

    private void identify(Catalog catalog, List<CatalogEntry> batch) {
        catalog.change(sql -> {
            for (CatalogEntry entry : batch) {
                boolean found = !entry.hashes().isEmpty() && random.nextInt(5) == 0;
                Optional<FileRow> row = catalog.files().at(sql, entry.file().path());
                if (found && row.isPresent()) {
                    catalog.identities().put(sql, row.get().content(), identity());
                }
            }
        });
    }

    private Identity identity() {
        int number = random.nextInt(20_000);
        ModelInfo model =
                ModelInfo.builder(Integer.toString(number), Integer.toString(100_000 + number))
                        .modelName(SECOND.get(number % SECOND.size()) + " model " + number)
                        .versionName("v1")
                        .creator("creator" + number % 500)
                        .tags(List.of("style", "tag" + number % 100))
                        .trainedWords(List.of("trigger" + number % 1000))
                        .raw("{\"answer\": \"%s\"}".formatted("x".repeat(2_000)))
                        .build();
        return Identity.notAsked("civitai")
                .withCandidates(List.of(new Candidate(model, Match.EXACT)))
                .withState(Identity.State.FOUND);
    }
}
