package dev.assay.core.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.model.FileState;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Inspects other people's hostile files, where they are at hand beside the project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSetTest {

    private static final Path SET = Path.of("../../shared/fixtures/hostile");

    @TempDir private static Path folder;

    private final Map<String, Inspection> inspections = new TreeMap<>();
    private final Map<String, String> expected = new TreeMap<>();

    @BeforeAll
    void inspectAll() throws IOException {
        if (!Files.isReadable(SET.resolve("hostile.zip"))) {
            System.out.println("hostile set: 0 cases, not at hand");
            return;
        }
        for (String line : Files.readAllLines(SET.resolve("expected.tsv"))) {
            String[] fields = line.split("\t", -1);
            if (fields.length > 3 && fields[0].contains("/") && !fields[0].startsWith("http/")) {
                expected.put(fields[0], fields[3]);
            }
        }
        try (ZipFile zip = new ZipFile(SET.resolve("hostile.zip").toFile())) {
            for (String name : expected.keySet()) {
                inspections.put(name, new Inspector().inspect(unpacked(zip, name)));
            }
        }
        System.out.println("hostile set: " + inspections.size() + " cases");
    }

    private static Path unpacked(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        Path file = folder.resolve(name);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
        return file;
    }

    @Test
    void judgesEveryPickleAndZipAsExpected() {
        assertThat(differences(HostileSetTest::isScanned, HostileSetTest::judged)).isEmpty();
    }

    @Test
    void judgesEveryContainerLikeItsReferenceImplementation() {
        assertThat(differences(name -> !isScanned(name), HostileSetTest::structured)).isEmpty();
    }

    @Test
    void readsNoFileMuchMoreOftenThanOnce() {
        assumeTrue(!inspections.isEmpty(), "the hostile set is not at hand");
        assertThat(inspections.values())
                .allSatisfy(inspection ->
                        assertThat(inspection.bytesRead())
                                .isLessThan(3 * inspection.size() + (1 << 16)));
    }

    private interface Judge {
        boolean accepts(String expected, Inspection inspection);
    }

    private List<String> differences(java.util.function.Predicate<String> chosen, Judge judge) {
        assumeTrue(!inspections.isEmpty(), "the hostile set is not at hand");
        List<String> differences = new ArrayList<>();
        inspections.forEach((name, inspection) -> {
            String wanted = expected.getOrDefault(name, "");
            if (chosen.test(name) && !judge.accepts(wanted, inspection)) {
                differences.add(
                        "%s: wanted %s, got %s %s %s"
                                .formatted(
                                        name,
                                        wanted,
                                        inspection.state(),
                                        inspection.safety(),
                                        inspection.problems()));
            }
        });
        return differences;
    }

    private static boolean isScanned(String name) {
        return !name.startsWith("gguf/") && !name.startsWith("safetensors/");
    }

    private static boolean judged(String wanted, Inspection inspection) {
        Verdict verdict = inspection.safety().verdict();
        return switch (wanted) {
            case "NOT_DANGEROUS" -> verdict != Verdict.DANGEROUS;
            case "NOT_CRASH", "NO_CRASH", "POLICY" -> true;
            default -> List.of(wanted.split("\\|")).contains(verdict.name());
        };
    }

    private static boolean structured(String wanted, Inspection inspection) {
        FileState state = inspection.state();
        if (wanted.equals("OK")) {
            return state == FileState.OK;
        }
        if (wanted.equals("NOT_A_MODEL") || wanted.equals("MALFORMED")) {
            return state != FileState.OK;
        }
        if (wanted.equals("MALFORMED_OR_WARN")) {
            return state != FileState.OK || !inspection.problems().isEmpty();
        }
        if (wanted.equals("MALFORMED:truncated")) {
            return state == FileState.TRUNCATED;
        }
        if (wanted.startsWith("MALFORMED:")) {
            return state != FileState.OK
                    && inspection
                            .problems()
                            .getFirst()
                            .message()
                            .startsWith(wanted.substring("MALFORMED:".length()));
        }
        return true;
    }
}
