package dev.assay.core.internal.format;

import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a reader got out of a file: enough to classify it, whatever its container.
 *
 * @param format the container
 * @param state whether it is what it should be; a truncated file still has its tensors here
 * @param payloadOffset where the tensor data starts
 * @param tensors in file order
 * @param metadata text metadata of the container ({@code __metadata__}, GGUF key-values, scalars of
 *     a pickled dict under their dotted path); not trusted
 * @param globals what a pickle imports, as {@code module name}
 * @param remarks what is wrong or odd, a sentence each; not trusted
 */
public record Header(
        Format format,
        FileState state,
        OptionalLong payloadOffset,
        List<Tensor> tensors,
        Map<String, String> metadata,
        List<String> globals,
        List<String> remarks) {

    /** Copies the collections. */
    public Header {
        tensors = List.copyOf(tensors);
        metadata = Map.copyOf(metadata);
        globals = List.copyOf(globals);
        remarks = List.copyOf(remarks);
    }

    /** {@return this with another state, for which there is this reason} */
    public Header as(FileState otherState, String reason) {
        List<String> all = new ArrayList<>(remarks);
        all.addFirst(reason);
        return new Header(format, otherState, payloadOffset, tensors, metadata, globals, all);
    }

    /** {@return this with another remark at the end} */
    Header withRemark(String remark) {
        List<String> all = new ArrayList<>(remarks);
        all.add(remark);
        return new Header(format, state, payloadOffset, tensors, metadata, globals, all);
    }
}
