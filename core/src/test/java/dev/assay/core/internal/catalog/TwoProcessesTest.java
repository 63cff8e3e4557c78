package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
    @TempDir Path folder;

    @Test
    void writeAtOnceWithoutLossOrError() throws Exception {
        Path file = folder.resolve("catalog.db");
        int writes = Endurance.times(300, 10_000);
        List<Process> writers =
                List.of(
                        Child.start(
                                Writer.class, Map.of(), file.toString(), "scan", "0", "" + writes),
                        Child.start(
                                Writer.class,
                                Map.of(),
                                file.toString(),
                                "scan",
                                "" + writes,
                                "" + writes));
        for (Process writer : writers) {
            assertThat(Child.output(writer).lines().filter(line -> line.matches("[0-9]+")))
                    .hasSize(writes);
            assertThat(writer.waitFor()).isZero();
        }
        try (Catalog catalog = Catalog.open(file, Clock.systemUTC(), "1")) {
            assertThat(catalog.upkeep().info().files()).isEqualTo(2L * writes);
            assertThat(catalog.upkeep().check(false).isSound()).isTrue();
        }
        Endurance.report("two processes x %,d writes, 0 lost, 0 errors".formatted(writes));
    }
}
