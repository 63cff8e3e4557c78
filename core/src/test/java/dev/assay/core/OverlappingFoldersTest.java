package dev.assay.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlappingFoldersTest {
    @TempDir Path folder;

    @Test
    void scansAFolderOnceThatIsNamedTwice() throws IOException {
        Path outer = Files.createDirectories(folder.resolve("outer"));
        Files.writeString(outer.resolve("a.pt"), "one");
        Path inner = Files.createDirectories(outer.resolve("loras"));
        Files.writeString(inner.resolve("b.pt"), "two");
        try (Library library =
                Library.builder()
                        .catalog(folder.resolve("twice.db"))
                        .hashPlugin(new TestHashes())
                        .open()) {
            library.roots().add(inner, "inner", Optional.empty());
            ScanReport report =
                    library.scan(
                            ScanRequest.of(outer, outer.resolve("loras/..")),
                            JobListener.NONE,
                            new Cancellation());
            assertThat(report.summary().fresh()).isEqualTo(2);
            assertThat(report.summary().unchanged()).isZero();
            assertThat(library.roots().all())
                    .filteredOn(root -> root.name().isPresent())
                    .singleElement()
                    .satisfies(root -> assertThat(root.files()).isEqualTo(1));
        }
    }
}
