package dev.assay.core.internal.classify;

import java.util.Arrays;
import java.util.List;

/** The words that rules are written in. */
final class Conditions {

    private Conditions() {}

    /** {@return one of these keys is there} */
    static Condition has(String... keys) {
        return new NameCondition.Has(Key.all(keys));
    }

    /** {@return at least so many of these keys are there} */
    static Condition some(int least, String... keys) {
        return new NameCondition.Some(least, Key.all(keys));
    }

    /** {@return a name contains this} */
    static Condition contains(String text) {
        return new NameCondition.Contains(text);
    }

    /** {@return none of these keys is there} */
    static Condition lacks(String... keys) {
        return new CompoundCondition.Not(has(keys));
    }

    /** {@return all of these hold} */
    static Condition all(Condition... parts) {
        return new CompoundCondition.All(List.of(parts));
    }

    /** {@return one of these holds} */
    static Condition any(Condition... parts) {
        return new CompoundCondition.Any(List.of(parts));
    }

    /** {@return this does not hold} */
    static Condition not(Condition part) {
        return new CompoundCondition.Not(part);
    }

    /** {@return any tensor with this name has this size on this axis; for small files} */
    static Condition anywhere(String name, int axis, long size) {
        return new ShapeCondition.Anywhere(name, axis, size);
    }

    /** {@return some tensor below this key takes in one of these widths} */
    static Condition below(String key, long... widths) {
        return new ShapeCondition.Below(key, 1, Arrays.stream(widths).boxed().toList());
    }

    /** {@return there are at least so many tensors, all with one of these names} */
    static Condition only(int least, String... names) {
        return new NameCondition.Only(least, List.of(names));
    }

    /** {@return so many tensors at most} */
    static Condition few(int most) {
        return new CountCondition.Few(most);
    }

    /** {@return the highest number after this key lies in this range} */
    static Condition highest(int least, int most, String... keys) {
        return new CountCondition.Highest(List.of(keys), least, most);
    }

    /** {@return the first of these tensors that is there has so many axes} */
    static Condition axes(int axes, String... names) {
        return new ShapeCondition.Axes(List.of(names), axes);
    }

    /** Names of tensors, to be asked for a size. */
    static Sized size(String... names) {
        return new Sized(List.of(names));
    }

    /** A size that is being asked for. */
    record Sized(List<String> names) {

        /** {@return whether the outermost axis has one of these sizes} */
        Condition out(long... sizes) {
            return on(0, sizes);
        }

        /** {@return whether the second axis, the inputs of a weight, has one of these sizes} */
        Condition in(long... sizes) {
            return on(1, sizes);
        }

        /** {@return whether the largest axis has one of these sizes, whichever way round} */
        Condition largest(long... sizes) {
            return on(-1, sizes);
        }

        private Condition on(int axis, long... sizes) {
            return new ShapeCondition.Size(names, axis, Arrays.stream(sizes).boxed().toList());
        }
    }

    /** {@return so many tensors at least} */
    static Condition many(int least) {
        return new CountCondition.Many(least);
    }

    /** {@return so many tensors at most, one of which is named after its token} */
    static Condition token(int most) {
        return new NameCondition.Token(most);
    }
}
