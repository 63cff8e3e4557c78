package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Header;
import dev.assay.core.internal.format.Tensor;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Makes headers for tests. */
final class Headers {
    private Headers() {}

    /** {@return a header with these tensors and metadata} */
    static Header of(Format format, List<Tensor> tensors, Map<String, String> metadata) {
        return new Header(
                format,
                FileState.OK,
                OptionalLong.empty(),
                tensors,
                metadata,
                List.of(),
                List.of());
    }

    /** {@return a safetensors header of tensors written as {@code name 320x4x3x3}, in F16} */
    static Header of(String... tensors) {
        return of(Format.SAFETENSORS, tensors(tensors), Map.of());
    }

    /**
     * {@return tensors written as {@code name 320x4x3x3}; {@code blocks.[0-2].x} stands for three}
     */
    static List<Tensor> tensors(String... written) {
        List<Tensor> tensors = new ArrayList<>();
        for (String one : written) {
            int space = one.lastIndexOf(' ');
            String name = space < 0 ? one : one.substring(0, space);
            List<Long> shape = space < 0 ? List.of() : shape(one.substring(space + 1));
            expanded(name).forEach(full -> tensors.add(new Tensor(full, "F16", shape)));
        }
        return tensors;
    }

    private static List<Long> shape(String written) {
        return Arrays.stream(written.split("x")).map(Long::valueOf).toList();
    }

    private static List<String> expanded(String name) {
        int open = name.indexOf('[');
        if (open < 0) {
            return List.of(name);
        }
        int close = name.indexOf(']', open);
        String[] ends = name.substring(open + 1, close).split("-");
        List<String> all = new ArrayList<>();
        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[1]); i++) {
            all.addAll(expanded(name.substring(0, open) + i + name.substring(close + 1)));
        }
        return all;
    }
}
