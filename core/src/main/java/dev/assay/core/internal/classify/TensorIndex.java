package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tensors by name, made for questions that survive missing ones. A <b>key</b> names a tensor or the
 * start of one, at a separator: {@code double_blocks.#.img_attn.qkv}. A part {@code #} stands for
 * any number, so that one block of many is enough; a number written out means just that one.
 */
final class TensorIndex {
    private static final TensorIndex NONE = of(List.of(), '.');

    private final char separator;
    private final NavigableMap<String, Tensor> byName = new TreeMap<>();
    private final Map<String, Tensor> samples = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> highest = new HashMap<>();
    private final Set<String> starts = new HashSet<>();
    private boolean hasSign;

    private TensorIndex(char separator) {
        this.separator = separator;
    }

    /** {@return the tensors by name, parts of a name separated by this character} */
    static TensorIndex of(Collection<Tensor> tensors, char separator) {
        TensorIndex index = new TensorIndex(separator);
        tensors.forEach(index::add);
        return index;
    }

    private void add(Tensor tensor) {
        String name = tensor.name();
        byName.put(name, tensor);
        String pattern = pattern(name);
        if (counts.merge(pattern, 1, Integer::sum) == 1) {
            addStarts(pattern);
            samples.put(pattern, tensor);
        } else if (isPacked(samples.get(pattern)) && !isPacked(tensor)) {
            samples.put(pattern, tensor);
        }
    }

    private static boolean isPacked(@Nullable Tensor tensor) {
        return tensor != null && tensor.dtype().equals("U8");
    }

    private void addStarts(String pattern) {
        for (int end = pattern.indexOf(separator);
                end >= 0;
                end = pattern.indexOf(separator, end + 1)) {
            starts.add(pattern.substring(0, end));
        }
        starts.add(pattern);
    }

    /** Turns the numbers of a name into #, and remembers the highest that stood in each place. */
    private String pattern(String name) {
        StringBuilder pattern = new StringBuilder(name.length());
        boolean signed = name.indexOf('#') >= 0;
        hasSign |= signed;
        int start = 0;
        while (start <= name.length()) {
            int end = name.indexOf(separator, start);
            int stop = end < 0 ? name.length() : end;
            int number = number(name, start, stop);
            if (number < 0) {
                // A name may hold a # of its own, which must not pass for a number.
                pattern.append(
                        signed
                                ? name.substring(start, stop).replace('#', '?')
                                : name.substring(start, stop));
            } else {
                highest.merge(pattern.toString(), number, Math::max);
                pattern.append('#');
            }
            if (end < 0) {
                break;
            }
            pattern.append(separator);
            start = stop + 1;
        }
        return pattern.toString();
    }

    private static int number(String name, int start, int stop) {
        if (start == stop || stop - start > 6) {
            return -1;
        }
        int value = 0;
        for (int at = start; at < stop; at++) {
            char digit = name.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = 10 * value + digit - '0';
        }
        return value;
    }

    /** {@return how many tensors there are} */
    int size() {
        return byName.size();
    }

    /** {@return the tensors, by name} */
    Collection<Tensor> tensors() {
        return byName.values();
    }

    /** {@return the different names, with # for numbers} */
    Set<String> patterns() {
        return counts.keySet();
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
        return new TensorIndex(separator).pattern(key.replace('#', '0'));
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
            return (byName.containsKey(key) ? 1 : 0)
                    + byName.subMap(key + separator, key + (char) (separator + 1)).size();
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
        return Optional.ofNullable(isLiteral(name) ? byName.get(name) : samples.get(name));
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
        return byName.values().stream().filter(tensor -> fits(tensor.name(), pattern));
    }

    private boolean fits(String name, String pattern) {
        int at = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '#') {
                int end = name.indexOf(separator, at);
                end = end < 0 ? name.length() : end;
                if (at > name.length() || number(name, at, end) < 0) {
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
        Tensor exact = byName.get(key);
        if (exact != null) {
            return Optional.of(exact);
        }
        Map.Entry<String, Tensor> next = byName.ceilingEntry(key + separator);
        return next != null && next.getKey().startsWith(key + separator)
                ? Optional.of(next.getValue())
                : Optional.empty();
    }

    private boolean isLiteral(String key) {
        for (int start = 0; start >= 0 && start < key.length(); ) {
            int end = key.indexOf(separator, start);
            if (number(key, start, end < 0 ? key.length() : end) >= 0) {
                return true;
            }
            start = end < 0 ? -1 : end + 1;
        }
        return false;
    }

    /** {@return the tensors whose name starts so, that start cut off} */
    TensorIndex below(String prefix) {
        String first = byName.ceilingKey(prefix);
        if (first == null || !first.startsWith(prefix)) {
            return NONE;
        }
        List<Tensor> inside = new ArrayList<>();
        for (Tensor tensor : byName.tailMap(prefix, true).values()) {
            if (!tensor.name().startsWith(prefix)) {
                break;
            }
            inside.add(
                    new Tensor(
                            tensor.name().substring(prefix.length()),
                            tensor.dtype(),
                            tensor.shape()));
        }
        return of(inside, separator);
    }
}
