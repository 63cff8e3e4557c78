package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.core.internal.classify.LabelledHeaders.Row;
import dev.assay.core.internal.format.Header;
import dev.assay.core.internal.format.Tensor;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.ModelType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scores the rules on headers that other people labelled, by where the labels come from. */
class LabelledHeadersTest {
    private static final Path NEUTRAL = Path.of("folder", "file-0001");
    private static final List<String> MADE_UP = List.of("COMPOSED", "SYNTH-LORA", "EXPANDED");
    private static final List<Row> ROWS = LabelledHeaders.rows();

    /** How many rows of a kind, and how many were answered rightly. */
    private static final class Score {
        int rows;
        int types;
        int bases;
        int inSet;
        int confidentWrong;

        void add(Row row, Classification answer) {
            boolean type = answer.type().name().equals(row.type());
            boolean base = answer.base().orElse("UNKNOWN").equals(row.base());
            rows++;
            types += type ? 1 : 0;
            bases += type && base ? 1 : 0;
            inSet += type && (base || answer.bases().contains(row.base())) ? 1 : 0;
            confidentWrong += answer.confidence() == Confidence.CERTAIN && !(type && base) ? 1 : 0;
        }

        @Override
        public String toString() {
            return "%4d rows, type %d, base %d, base in the answer set %d, certain and wrong %d"
                    .formatted(rows, types, bases, inSet, confidentWrong);
        }
    }

    @BeforeAll
    static void tellHowManyRowsThereAre() {
        System.out.println("Labelled headers: " + ROWS.size() + " rows");
        assumeFalse(ROWS.isEmpty(), "no labelled headers beside the project");
    }

    @Test
    void knowsTypeAndFamilyOfEveryRealHeaderAndNearlyAllOthers() {
        Map<String, Score> scores = new TreeMap<>();
        Score real = new Score();
        Score all = new Score();
        for (Row row : ROWS) {
            Classification answer = Classifier.classify(row.header(), NEUTRAL);
            scores.computeIfAbsent(row.provenance(), _ -> new Score()).add(row, answer);
            all.add(row, answer);
            if (row.isReal()) {
                real.add(row, answer);
            }
        }
        scores.forEach((name, score) -> System.out.println("  %-14s%s".formatted(name, score)));
        System.out.println("  all real      " + real + "\n  all           " + all);
        assertThat(real.types).isEqualTo(real.rows);
        assertThat(real.bases).isEqualTo(real.rows);
        assertThat(real.confidentWrong).isZero();
        assertThat(all.types).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * all.rows));
        assertThat(all.bases).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * all.rows));
        assertThat(all.confidentWrong).isLessThanOrEqualTo((int) (0.005 * all.rows));
    }

    @Test
    void givesNoTypeToWhatIsNoModel() {
        assertThat(ROWS)
                .filteredOn(row -> row.type().equals("UNKNOWN"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(Classifier.classify(row.header(), NEUTRAL).type())
                                .isEqualTo(ModelType.UNKNOWN));
    }

    @Test
    void countsParametersAndTellsThePrecisionExactlyWhereTheTypesAreReal() {
        assertThat(ROWS)
                .filteredOn(Row::dtypesReal)
                .isNotEmpty()
                .allSatisfy(row -> {
                    Classification answer = Classifier.classify(row.header(), NEUTRAL);
                    assertThat(answer.parameters()).hasValue(row.parameters());
                    assertThat(answer.tensors()).hasValue(row.tensors());
                    assertThat(List.of(row.dtypes().split("\\+")))
                            .contains(answer.precision().orElseThrow());
                });
    }

    @Test
    void keepsItsAnswersWhenEveryTenthTensorIsGone() {
        Score score = new Score();
        Map<String, Integer> lost = new TreeMap<>();
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            for (Row row : ROWS) {
                List<Tensor> left = new ArrayList<>();
                row.header().tensors().stream()
                        .filter(_ -> random.nextDouble() >= 0.1)
                        .forEach(left::add);
                if (!left.isEmpty()) {
                    Classification answer = Classifier.classify(with(row, left), NEUTRAL);
                    score.add(row, answer);
                    if (!answer.type().name().equals(row.type())) {
                        lost.merge(row.id(), 1, Integer::sum);
                    }
                }
            }
        }
        System.out.println("  a tenth dropped " + score + ", types lost of " + lost);
        assertThat(score.types).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * score.rows));
        assertThat(score.confidentWrong).isLessThanOrEqualTo((int) (0.01 * score.rows));
    }

    @Test
    void passesOverNoRuleOfWhichAnythingIsMet() {
        assertThat(ROWS)
                .allSatisfy(row ->
                        assertThat(RuleIndexTest.passedOver(row.header())).as(row.id()).isEmpty());
    }

    private static Header with(Row row, List<Tensor> tensors) {
        return Headers.of(row.header().format(), tensors, row.header().metadata());
    }

    /**
     * Takes each rule out in turn and asks again about the rows that it answered. What a rule alone
     * carries is told, and above all what it carries only of headers that somebody made up.
     */
    @Test
    void failsSafelyOnRealHeadersWhenAnyRuleIsTakenOut() {
        Map<String, List<Row>> carried = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int others = 0;
        for (Row row : ROWS) {
            Classification answer = Classifier.classify(row.header(), NEUTRAL);
            if (answer.type() == ModelType.UNKNOWN) {
                continue;
            }
            String rule = answer.evidence().getFirst().rule();
            RuleBook without = RuleBook.standard().without(rule);
            Classification left = Classifier.classify(row.header(), NEUTRAL, without);
            if (left.type() == answer.type() && left.bases().equals(answer.bases())) {
                others++;
            } else {
                carried.computeIfAbsent(rule, _ -> new ArrayList<>()).add(row);
                if (row.isReal() && left.confidence() == Confidence.CERTAIN) {
                    wrong.add(row.id() + " without " + rule + ": " + left.type() + left.bases());
                }
            }
        }
        tell(carried, others);
        System.out.println("  real rows certain and wrong without their rule: " + wrong);
        assertThat(carried).isNotEmpty();
        assertThat(wrong.size()).isLessThanOrEqualTo(ROWS.size() / 50);
    }

    private static void tell(Map<String, List<Row>> carried, int others) {
        Map<String, List<String>> madeUp = new TreeMap<>();
        carried.forEach((rule, rows) -> {
            if (rows.stream().allMatch(row -> MADE_UP.contains(row.provenance()))) {
                madeUp.put(rule, rows.stream().map(Row::id).toList());
            }
        });
        long rules = RuleBook.standard().rules().count();
        System.out.printf(
                "  %d of %d rules carry rows alone, %d rows have another rule too%n",
                carried.size(), rules, others);
        System.out.println("  rules that carry only made-up rows: " + madeUp);
    }
}
