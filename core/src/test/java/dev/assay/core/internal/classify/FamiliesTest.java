package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.format.Header;
import dev.assay.core.internal.format.Tensor;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.Evidence;
import dev.assay.core.model.Format;
import dev.assay.core.model.ModelType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every family that is claimed, on the least of a header that tells it. */
class FamiliesTest {
    private static final Path NEUTRAL = Path.of("file-0001");
    private static final List<Case> CASES = cases();

    /** One block of {@code families.txt}. */
    private record Case(
            String title, ModelType type, List<String> bases, String variant, Header header) {}

    private static List<Case> cases() {
        try (InputStream text =
                Objects.requireNonNull(FamiliesTest.class.getResourceAsStream("families.txt"))) {
            List<Case> cases = new ArrayList<>();
            String title = "";
            List<String> tensors = new ArrayList<>();
            for (String line :
                    new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("= ")) {
                    add(cases, title, tensors);
                    title = line.substring(2);
                    tensors.clear();
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    tensors.add(line);
                }
            }
            add(cases, title, tensors);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<Case> cases, String title, List<String> tensors) {
        if (!title.isEmpty()) {
            String[] words = title.split(" ", 3);
            cases.add(
                    new Case(
                            title,
                            ModelType.valueOf(words[0]),
                            words[1].equals("-") ? List.of() : List.of(words[1].split("\\|", -1)),
                            words.length > 2 ? words[2] : "",
                            Headers.of(tensors.toArray(String[]::new))));
        }
    }

    private static Classification classify(Header header) {
        return Classifier.classify(header, NEUTRAL);
    }

    @TestFactory
    List<DynamicTest> tells() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.title(), () -> check(one)))
                .toList();
    }

    private static void check(Case expected) {
        Classification answer = classify(expected.header());
        assertThat(answer.type()).isEqualTo(expected.type());
        assertThat(answer.bases()).isEqualTo(expected.bases());
        if (!expected.variant().isEmpty()) {
            assertThat(answer.variant()).hasValue(expected.variant());
        }
        assertThat(answer.confidence()).isEqualTo(confidence(expected));
    }

    private static Confidence confidence(Case expected) {
        if (expected.type() == ModelType.UNKNOWN) {
            return Confidence.UNKNOWN;
        }
        if (expected.bases().isEmpty()) {
            return Set.of(ModelType.DETECTION, ModelType.LLM).contains(expected.type())
                    ? Confidence.CERTAIN
                    : Confidence.LIKELY;
        }
        return expected.bases().size() > 1 ? Confidence.AMBIGUOUS : Confidence.CERTAIN;
    }

    @Test
    void passesOverNoRuleOfWhichAnythingIsMet() {
        assertThat(CASES)
                .allSatisfy(one ->
                        assertThat(RuleIndexTest.passedOver(one.header()))
                                .as(one.title())
                                .isEmpty());
    }

    @Test
    void leavesNoRuleWithoutAHeaderThatItTells() {
        Set<String> unproven = new TreeSet<>();
        RuleBook.standard().rules().forEach(rule -> unproven.add(rule.id()));
        for (Case one : CASES) {
            classify(one.header()).evidence().stream()
                    .filter(evidence -> evidence.source() == Evidence.Source.TENSORS)
                    .map(Evidence::rule)
                    .forEach(unproven::remove);
        }
        assertThat(unproven).isEmpty();
    }

    @Test
    void tellsADenoiserBehindEveryPrefixThatFrameworksWrite() {
        List<String> prefixes =
                List.of(
                        "model.diffusion_model.",
                        "diffusion_model.",
                        "net.",
                        "transformer.",
                        "unet.",
                        "model.",
                        "module.",
                        "_orig_mod.",
                        "module.diffusion_model.",
                        "state_dict.model.diffusion_model.");
        for (Case one : CASES) {
            if (one.type() == ModelType.DIFFUSION_MODEL && isBare(one)) {
                for (String prefix : prefixes) {
                    Classification answer = classify(prefixed(one.header(), prefix));
                    assertThat(answer.type()).as(prefix + one.title()).isEqualTo(one.type());
                    assertThat(answer.bases()).as(prefix + one.title()).isEqualTo(one.bases());
                }
            }
        }
    }

    private static boolean isBare(Case one) {
        String name = one.header().tensors().getFirst().name();
        return !name.startsWith("model.")
                && !name.startsWith("net.")
                && !name.startsWith("diffusion_model.")
                && !name.startsWith("unet.");
    }

    private static Header prefixed(Header header, String prefix) {
        List<Tensor> tensors =
                header.tensors().stream()
                        .map(one -> new Tensor(prefix + one.name(), one.dtype(), one.shape()))
                        .toList();
        return Headers.of(Format.SAFETENSORS, tensors, Map.of());
    }
}
