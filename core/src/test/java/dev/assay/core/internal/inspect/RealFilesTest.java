package dev.assay.core.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.model.FileState;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Inspects small genuine models, where they are at hand beside the project. */
class RealFilesTest {

    private static final Path FILES = Path.of("../../shared/fixtures/files");

    @Test
    void callsNoGenuineModelSuspicious() throws IOException {
        assumeTrue(Files.isDirectory(FILES), "the real files are not at hand");
        try (Stream<Path> files = Files.list(FILES)) {
            List<Inspection> inspections = files.sorted().map(new Inspector()::inspect).toList();
            System.out.println("real files: " + inspections.size() + " cases");
            assertThat(inspections)
                    .filteredOn(inspection -> inspection.state() == FileState.OK)
                    .hasSizeGreaterThan(4)
                    .allSatisfy(inspection ->
                            assertThat(inspection.safety().verdict()).isEqualTo(Verdict.CLEAN));
        }
    }
}
