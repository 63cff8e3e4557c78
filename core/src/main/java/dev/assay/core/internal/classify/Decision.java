package dev.assay.core.internal.classify;

import dev.assay.core.model.Evidence;
import dev.assay.core.model.ModelType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the rules about the tensors of one file, in order, until one holds. */
final class Decision {
    private static final int ENOUGH_FOR_A_PART = 20;

    /** A part must be so large a share of the file, one in this many, for the file to be one. */
    private static final int SHARE = 3;

    private static final double NEAR = 0.5;
    private static final int NEAR_MISSES = 3;

    /** Where the parts of a checkpoint beside its denoiser start. */
    private static final List<String> OTHER_PARTS =
            List.of(
                    "first_stage_model.",
                    "vae.",
                    "pretransform.",
                    "autoencoder.",
                    "cond_stage_model.",
                    "conditioner.",
                    "text_encoders.",
                    "text_encoder.",
                    "text_encoder_2.",
                    "text_encoder_3.",
                    "te.");

    private final Contents contents;
    private final RuleBook book;
    private final Optional<AdapterModules> adapter;

    private Decision(Contents contents, RuleBook book) {
        this.contents = contents;
        this.book = book;
        this.adapter =
                Optional.of(AdapterModules.of(contents.whole().tensors()))
                        .filter(AdapterModules::isAdapter);
    }

    /** {@return what the tensors say} */
    static Verdict of(Contents contents, RuleBook book) {
        return new Decision(contents, book).decide();
    }

    private Verdict decide() {
        if (contents.isOnlyTrainingState()) {
            return Verdict.none(
                    List.of(seen("optimiser-state", "nothing but the state of a training")),
                    List.of());
        }
        for (RuleBook.Section section : book.sections()) {
            for (String prefix : section.prefixes()) {
                Optional<TensorIndex> view = view(section, prefix);
                if (view.isPresent()) {
                    for (Rule rule : section.index().touched(view.get())) {
                        if (rule.when().holds(view.get())) {
                            return verdict(section, prefix, rule, view.get());
                        }
                    }
                }
            }
        }
        return Verdict.none(List.of(), nearMisses(Optional.empty(), contents.whole(), false));
    }

    private Optional<TensorIndex> view(RuleBook.Section section, String prefix) {
        if (section.view() == RuleBook.View.MODULES) {
            return adapter.map(AdapterModules::index);
        }
        TensorIndex view = contents.view(prefix);
        boolean isMain = section.denoiser() || SHARE * view.size() >= contents.whole().size();
        return view.size() == 0 || !isMain ? Optional.empty() : Optional.of(view);
    }

    private Verdict verdict(RuleBook.Section section, String prefix, Rule rule, TensorIndex view) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(seen(rule.id(), words(rule.when(), view, prefix)));
        List<String> bases = bases(rule, view, prefix, evidence);
        ModelType type = section.denoiser() ? denoiserType(evidence) : rule.type();
        boolean isAdapter = section.view() == RuleBook.View.MODULES;
        return new Verdict(
                type,
                bases,
                variant(rule, view, prefix, evidence),
                evidence,
                nearMisses(Optional.of(rule), view, isAdapter),
                isAdapter ? adapter : Optional.empty(),
                section.denoiser() ? Optional.of(prefix) : Optional.empty());
    }

    private ModelType denoiserType(List<Evidence> evidence) {
        int others = contents.countBelow(OTHER_PARTS);
        if (others < ENOUGH_FOR_A_PART) {
            return ModelType.DIFFUSION_MODEL;
        }
        evidence.add(seen("checkpoint-parts", others + " tensors of a VAE or text encoder beside"));
        return ModelType.CHECKPOINT;
    }

    private static List<String> bases(
            Rule rule, TensorIndex view, String prefix, List<Evidence> evidence) {
        for (Rule.Case one : rule.cases()) {
            if (one.when().holds(view)) {
                evidence.add(
                        seen(
                                rule.id() + "/" + String.join("|", one.bases()),
                                words(one.when(), view, prefix)));
                return one.bases();
            }
        }
        return rule.otherwise();
    }

    private static Optional<String> variant(
            Rule rule, TensorIndex view, String prefix, List<Evidence> evidence) {
        List<String> names = new ArrayList<>();
        int axis = -1;
        for (Rule.Variant variant : rule.variants()) {
            if (variant.axis() != axis && variant.when().holds(view)) {
                axis = variant.axis();
                names.add(variant.name());
                evidence.add(
                        seen(
                                rule.id() + "/" + variant.name(),
                                words(variant.when(), view, prefix)));
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", names));
    }

    private static Evidence seen(String rule, String words) {
        return new Evidence(Evidence.Source.TENSORS, rule, words);
    }

    private static String words(Condition condition, TensorIndex view, String prefix) {
        return condition
                .seen(view)
                .distinct()
                .limit(4)
                .map(name -> prefix + name)
                .collect(Collectors.joining(", "));
    }

    private record Near(Rule rule, double met) {}

    /** Among the rules for names, in the view that decided or, when none did, the whole file. */
    private List<String> nearMisses(Optional<Rule> fired, TensorIndex view, boolean modules) {
        List<Near> near = new ArrayList<>();
        for (RuleBook.Section section : book.sections()) {
            if ((section.view() == RuleBook.View.MODULES) == modules) {
                addNear(near, section.index().touched(view), fired, view);
            }
        }
        near.sort(Comparator.comparingDouble(Near::met).reversed());
        return near.stream().limit(NEAR_MISSES).map(one -> sentence(one.rule(), view)).toList();
    }

    private static void addNear(
            List<Near> near, List<Rule> rules, Optional<Rule> fired, TensorIndex view) {
        for (Rule rule : rules) {
            double met = rule.when().met(view);
            if (met >= NEAR && met < 1 && (fired.isEmpty() || !fired.get().equals(rule))) {
                near.add(new Near(rule, met));
            }
        }
    }

    private static String sentence(Rule rule, TensorIndex view) {
        return rule.id()
                + ": lacks "
                + rule.when().missing(view).distinct().limit(4).collect(Collectors.joining("; "));
    }
}
