package dev.assay.core.internal.classify;

import dev.assay.core.model.ModelType;
import java.util.ArrayList;
import java.util.List;

/**
 * One architecture: how to know it, and how to tell its families and variants apart.
 *
 * @param id short, stable, shown to users
 * @param type what such a file is; for a denoiser the file's other parts may make it a checkpoint
 * @param when what must hold
 * @param cases the families, the first that holds wins
 * @param otherwise the families left when no case holds, the usual one first; may be none
 * @param variants finer kinds; of each axis the first that holds wins
 */
record Rule(
        String id,
        ModelType type,
        Condition when,
        List<Case> cases,
        List<String> otherwise,
        List<Variant> variants) {

    Rule {
        cases = List.copyOf(cases);
        otherwise = List.copyOf(otherwise);
        variants = List.copyOf(variants);
    }

    /** Families, and what tells them. */
    record Case(List<String> bases, Condition when) {
        Case {
            bases = List.copyOf(bases);
        }
    }

    /** A finer kind, and what tells it. */
    record Variant(int axis, String name, Condition when) {}

    /** Starts a rule. */
    static Builder of(String id, ModelType type, Condition when) {
        return new Builder(id, type, when);
    }

    /** Writes a rule down. */
    static final class Builder {
        private final String id;
        private final ModelType type;
        private final Condition when;
        private final List<Case> cases = new ArrayList<>();
        private final List<Variant> variants = new ArrayList<>();
        private int axis;

        private Builder(String id, ModelType type, Condition when) {
            this.id = id;
            this.type = type;
            this.when = when;
        }

        /** It is this family when that holds. */
        Builder base(String base, Condition when) {
            return bases(List.of(base), when);
        }

        /** It is one of these families when that holds, most likely the first. */
        Builder bases(List<String> bases, Condition when) {
            cases.add(new Case(bases, when));
            return this;
        }

        /** It is this variant when that holds and no earlier one of this axis did. */
        Builder variant(String name, Condition when) {
            variants.add(new Variant(axis, name, when));
            return this;
        }

        /** The variants that follow are of another kind and stand beside the earlier ones. */
        Builder and() {
            axis++;
            return this;
        }

        /** Ends the rule: otherwise it is one of these families, most likely the first. */
        Rule otherwise(String... bases) {
            return new Rule(id, type, when, cases, List.of(bases), variants);
        }
    }
}
