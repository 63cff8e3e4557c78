package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tensors by name, made for questions that survive missing ones. A <b>key</b> names a tensor or the
 * start of one, at a separator: {@code double_blocks.#.img_attn.qkv}. A part {@code #} stands for
 * any number, so that one block of many is enough; a number written out means just that one.
 */
final class TensorIndex {
    private static final Comparator<Tensor> BY_NAME = Comparator.comparing(Tensor::name);

    private static final TensorIndex NONE = of(List.of(), '.');

    private final char separator;
    private final List<Tensor> sorted;
    private final Map<String, Tensor> samples = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> highest = new HashMap<>();
    private final Set<String> starts = new HashSet<>();
    private final boolean hasSign;

    private TensorIndex(Collection<Tensor> tensors, char separator) {
        this.separator = separator;
        this.sorted = sorted(tensors);
        NamePatterns patterns = new NamePatterns(separator);
        tensors.forEach(patterns::add);
        patterns.each(taker());
        this.hasSign = patterns.hasSign();
    }

    /** {@return the tensors by name, parts of a name separated by this character} */
    static TensorIndex of(Collection<Tensor> tensors, char separator) {
        return new TensorIndex(tensors, separator);
    }

    /** {@return the tensors by name, of those with the same name the last} */
    private static List<Tensor> sorted(Collection<Tensor> tensors) {
        List<Tensor> all = new ArrayList<>(tensors);
        all.sort(BY_NAME);
        boolean twice = false;
        for (int i = 1; i < all.size(); i++) {
            twice |= all.get(i).name().equals(all.get(i - 1).name());
        }
        return twice ? lastOfEach(all) : all;
    }

    private static List<Tensor> lastOfEach(List<Tensor> sorted) {
        List<Tensor> kept = new ArrayList<>();
        for (Tensor tensor : sorted) {
            if (!kept.isEmpty() && kept.getLast().name().equals(tensor.name())) {
                kept.removeLast();
            }
            kept.add(tensor);
        }
        return kept;
    }

    private NamePatterns.Taker taker() {
        return new NamePatterns.Taker() {
            @Override
            public void pattern(String pattern, int count, Tensor sample) {
                counts.put(pattern, count);
                samples.put(pattern, sample);
            }

            @Override
            public void start(String start) {
                starts.add(start);
            }

            @Override
            public void highest(String start, int number) {
                highest.put(start, number);
            }
        };
    }

    /** {@return the place of the first tensor whose name is this or greater} */
    private int ceiling(String name) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).name().compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<Tensor> named(String name) {
        int place = ceiling(name);
        return place < sorted.size() && sorted.get(place).name().equals(name)
                ? Optional.of(sorted.get(place))
                : Optional.empty();
    }

    /** {@return how many tensors there are} */
    int size() {
        return sorted.size();
    }

    /** {@return the tensors, by name} */
    Collection<Tensor> tensors() {
        return Collections.unmodifiableList(sorted);
    }

    /** {@return the different names, with # for numbers, in the order of the file} */
    Set<String> patterns() {
        return samples.keySet();
    }

    /** {@return every key of a tensor, with # for numbers} */
    Set<String> starts() {
        return starts;
    }

    /** {@return whether a name holds a # of its own, which some keys take for theirs} */
    boolean hasSign() {
        return hasSign;
    }

    /** {@return a key with # for the numbers in it} */
    static String withoutNumbers(String key, char separator) {
        return NamePatterns.pattern(key.replace('#', '0'), separator);
    }

    /** {@return whether a tensor has this key} */
    boolean has(Key key) {
        return (key.mayHoldNumber() && isLiteral(key.text()))
                ? first(key.text()).isPresent()
                : starts.contains(key.text());
    }

    /** {@return how many tensors have this key} */
    int count(String key) {
        if (isLiteral(key)) {
            return (named(key).isPresent() ? 1 : 0)
                    + ceiling(key + (char) (separator + 1))
                    - ceiling(key + separator);
        }
        String below = key + separator;
        int count = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getKey().equals(key) || entry.getKey().startsWith(below)) {
                count += entry.getValue();
            }
        }
        return count;
    }

    /** {@return the highest number that follows this key, -1 when none does} */
    int highest(String key) {
        return highest.getOrDefault(key + separator, -1);
    }

    /** {@return a tensor with just this name, numbers in it being # or themselves} */
    Optional<Tensor> sample(String name) {
        return isLiteral(name) ? named(name) : Optional.ofNullable(samples.get(name));
    }

    /** {@return one tensor of each different name below this key} */
    Stream<Tensor> samplesBelow(String key) {
        String start = key + separator;
        return samples.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start) || entry.getKey().equals(key))
                .map(Map.Entry::getValue);
    }

    /** {@return all tensors whose name fits this pattern; looks at every one} */
    Stream<Tensor> matching(String pattern) {
        return sorted.stream().filter(tensor -> fits(tensor.name(), pattern));
    }

    private boolean fits(String name, String pattern) {
        int at = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '#') {
                int end = name.indexOf(separator, at);
                end = end < 0 ? name.length() : end;
                if (at > name.length() || NamePatterns.number(name, at, end) < 0) {
                    return false;
                }
                at = end;
            } else if (at >= name.length() || name.charAt(at++) != pattern.charAt(i)) {
                return false;
            }
        }
        return at == name.length();
    }

    private Optional<Tensor> first(String key) {
        Optional<Tensor> exact = named(key);
        if (exact.isPresent()) {
            return exact;
        }
        int next = ceiling(key + separator);
        return next < sorted.size() && sorted.get(next).name().startsWith(key + separator)
                ? Optional.of(sorted.get(next))
                : Optional.empty();
    }

    private boolean isLiteral(String key) {
        for (int start = 0; start >= 0 && start < key.length(); ) {
            int end = key.indexOf(separator, start);
            if (NamePatterns.number(key, start, end < 0 ? key.length() : end) >= 0) {
                return true;
            }
            start = end < 0 ? -1 : end + 1;
        }
        return false;
    }

    /** {@return the tensors whose name starts so, that start cut off} */
    TensorIndex below(String prefix) {
        List<Tensor> inside = new ArrayList<>();
        for (int i = ceiling(prefix); i < sorted.size(); i++) {
            Tensor tensor = sorted.get(i);
            if (!tensor.name().startsWith(prefix)) {
                break;
            }
            String name = tensor.name().substring(prefix.length());
            inside.add(new Tensor(name, tensor.dtype(), tensor.shape()));
        }
        return inside.isEmpty() ? NONE : of(inside, separator);
    }
}
