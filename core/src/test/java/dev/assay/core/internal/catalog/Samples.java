package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.Stats;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.Evidence;
import dev.assay.core.model.FileProblem;
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
import dev.assay.provider.spi.License;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Makes entries of real files for the tests of the catalog. */
final class Samples {
    static final HashId SHA256 = HashId.of("sha256");
    static final HashId AUTOV1 = HashId.of("autov1");
    static final HashId EDGES = HashId.of("edges8k");

    private Samples() {}

    static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileStat stat(Path file) {
        try {
            return new Stats().file(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An entry as a scan makes it: header and fingerprint, no full digest. */
    static CatalogEntry light(Path root, Path file) {
        return CatalogEntry.seen(
                stat(file),
                root,
                inspection(file, ModelType.LORA),
                Map.of(EDGES, digest(EDGES, file)));
    }

    /** An entry with a SHA-256, and one hash that is undefined. */
    static CatalogEntry hashed(Path root, Path file) {
        Map<HashId, HashOutcome> hashes = new HashMap<>();
        hashes.put(EDGES, digest(EDGES, file));
        hashes.put(SHA256, digest(SHA256, file));
        hashes.put(AUTOV1, new HashOutcome.Undefined(AUTOV1, "smaller than 2 MiB"));
        return CatalogEntry.seen(stat(file), root, inspection(file, ModelType.LORA), hashes);
    }

    static HashOutcome digest(HashId id, Path file) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return new HashOutcome.Computed(Digest.of(id, sum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static Inspection inspection(Path file, ModelType type) {
        return new Inspection(
                file,
                stat(file).size(),
                Format.SAFETENSORS,
                FileState.OK,
                OptionalLong.of(8),
                classification(type),
                new Safety(Safety.Verdict.CLEAN, List.of("torch Tensor"), List.of(), "2026-01-01"),
                Map.of("ss_network_dim", "16"),
                List.of(
                        new FileProblem(
                                file, FileProblem.Stage.HEADER, "odd", "Nothing to be done")),
                4096);
    }

    static Classification classification(ModelType type) {
        return new Classification(
                type,
                Optional.of("SDXL"),
                List.of("SDXL"),
                Optional.empty(),
                Optional.of("F16"),
                OptionalLong.of(114_200_000),
                OptionalInt.of(2166),
                Optional.of(
                        new Classification.Adapter(
                                "lora", OptionalInt.of(16), OptionalDouble.of(8.5))),
                List.of("ohwx woman"),
                Map.of("epochs", "10"),
                Confidence.CERTAIN,
                List.of(new Evidence(Evidence.Source.TENSORS, "lora.sdxl", "lora_te2_ keys")),
                List.of(),
                List.of());
    }

    static Identity found(String name) {
        return Identity.notAsked("civitai")
                .withCandidates(List.of(new Candidate(model(name), Match.EXACT)))
                .withState(Identity.State.FOUND);
    }

    /** What a person said of who a file is. */
    static Identity manual(String name) {
        return Identity.notAsked("civitai")
                .withCandidates(List.of(new Candidate(model(name), Match.MANUAL)))
                .withState(Identity.State.FOUND);
    }

    static ModelInfo model(String name) {
        return new ModelInfo(
                "4201",
                "130072",
                Optional.of(name),
                Optional.of("v1.0"),
                Optional.of("lora"),
                Optional.of("loras"),
                Optional.of("SDXL 1.0"),
                Optional.of("A description"),
                List.of("style", "anime"),
                List.of("mimic style"),
                Optional.of(false),
                Optional.of("kohya"),
                Optional.empty(),
                Optional.of(Instant.parse("2025-01-02T03:04:05Z")),
                Optional.of(URI.create("https://example.org/file")),
                List.of(),
                Map.of("downloadCount", 5000L),
                Optional.of(
                        new License(
                                Optional.of(true),
                                List.of("Image"),
                                Optional.empty(),
                                Optional.empty())),
                Optional.empty(),
                List.of(),
                "{\"id\": 130072, \"unknown to us\": [1, 2]}");
    }

    static Set<String> names(List<CatalogEntry> entries) {
        return Set.copyOf(
                entries.stream().map(one -> one.file().path().getFileName().toString()).toList());
    }
}
