package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.Evidence;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.ModelType;
import dev.assay.core.model.Safety;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionJsonTest {
    private static final Path PATH = Path.of("/models/a \"b\"\n.safetensors");

    /** Every field has a value, so that one which is not read is missed. */
    private static final Inspection FULL =
            new Inspection(
                    PATH,
                    123_456_789_012L,
                    Format.TORCH_ZIP,
                    FileState.TRUNCATED,
                    OptionalLong.of(396),
                    new Classification(
                            ModelType.LORA,
                            Optional.of("SDXL"),
                            List.of("SDXL", "PONY"),
                            Optional.of("inpainting"),
                            Optional.of("F16"),
                            OptionalLong.of(5_000_000_000L),
                            OptionalInt.of(722),
                            Optional.of(
                                    new Classification.Adapter(
                                            "lokr", OptionalInt.of(16), OptionalDouble.of(0.5))),
                            List.of("a word", "ein Wört, \u4e2d\u6587"),
                            Map.of("ss_network_dim", "16"),
                            Confidence.LIKELY,
                            List.of(new Evidence(Evidence.Source.METADATA, "rule", "seen")),
                            List.of("near"),
                            List.of("conflict")),
                    new Safety(
                            Safety.Verdict.DANGEROUS,
                            List.of("os.system"),
                            List.of("calls"),
                            "2026-11-24"),
                    Map.of("modelspec.title", "T", "empty", ""),
                    List.of(new FileProblem(PATH, FileProblem.Stage.HEADER, "short", "again")),
                    928);

    @Test
    void readsEveryFieldThatIsWritten() {
        assertThat(InspectionJson.read(InspectionText.of(FULL), PATH)).contains(FULL);
    }

    @Test
    void passesByWhatANewerVersionWrote() {
        String newer =
                InspectionText.of(FULL)
                        .replaceFirst("\\{", "{\"new\":{\"a\":[1,{}]},\"also\":null,");

        assertThat(InspectionJson.read(newer, PATH)).contains(FULL);
    }

    @Test
    void takesWhatAnOlderVersionDidNotWriteForEmpty() {
        Optional<Inspection> old =
                InspectionJson.read("{\"size\":5,\"safety\":{\"verdict\":\"CLEAN\"}}", PATH);

        assertThat(old.orElseThrow().classification()).isEqualTo(Classification.unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"size\":5",
                "{\"size\":\"five\",\"safety\":{\"verdict\":\"CLEAN\"}}",
                "{\"safety\":{\"verdict\":\"PERFECT\"}}",
                "{\"metadata\":[],\"safety\":{\"verdict\":\"CLEAN\"}}"
            })
    void takesNonsenseForNothing(String json) {
        assertThat(InspectionJson.read(json, PATH)).isEmpty();
    }
}
