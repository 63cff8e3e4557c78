package dev.assay.core.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found out about one file, with nothing remembered and nobody asked: text, numbers and
 * lists alone, so that it can be sent between processes by any engine. The texts are those of the
 * JSON documents. Empty text stands for what is not known, since {@link Optional} cannot be sent.
 *
 * @param name its path or address
 * @param size in bytes
 * @param format the container by {@link Format#id}
 * @param state whether it is what it should be, by {@link FileState#id}
 * @param type what loads it, by {@link ModelType#id}
 * @param base the family, or empty
 * @param bases every family that the evidence allows
 * @param precision the number format of most elements, or empty
 * @param parameters number of parameters, -1 when not known
 * @param confidence by {@link Confidence#id}
 * @param verdict of {@link Safety}
 * @param imports what caused the verdict
 * @param digests lower-case hexadecimal by hash id
 * @param missing why a digest that was asked for is not there, by hash id
 * @param problems what is wrong with the file, in sentences; may hold text of it, not trusted
 */
public record FileReport(
        String name,
        long size,
        String format,
        String state,
        String type,
        String base,
        List<String> bases,
        String precision,
        long parameters,
        String confidence,
        String verdict,
        List<String> imports,
        Map<String, String> digests,
        Map<String, String> missing,
        List<String> problems)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** Copies the collections. */
    public FileReport {
        bases = List.copyOf(bases);
        imports = List.copyOf(imports);
        digests = Map.copyOf(digests);
        missing = Map.copyOf(missing);
        problems = List.copyOf(problems);
    }
}
