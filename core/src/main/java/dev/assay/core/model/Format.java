package dev.assay.core.model;

import java.util.Locale;

/** What container a file is, by its bytes and never by its name. */
public enum Format {
    /** Hugging Face safetensors. */
    SAFETENSORS,
    /** GGUF, versions 1 to 3. */
    GGUF,
    /** The formats before GGUF: ggml, ggmf, ggjt. */
    GGML,
    /** What torch.save writes since 1.6: a zip with a data.pkl. */
    TORCH_ZIP,
    /** A zip with TorchScript code. */
    TORCH_SCRIPT,
    /** What torch.save wrote before 1.6: five pickles and raw storages. */
    TORCH_LEGACY,
    /** What torch.save wrote before that: a tar. */
    TORCH_TAR,
    /** A bare pickle. */
    PICKLE,
    /** A numpy array, or a zip of them. */
    NUMPY,
    /** ONNX protobuf. */
    ONNX,
    /** HDF5. */
    HDF5,
    /** A zip, tar, gzip, 7z or the like that is none of the above. */
    ARCHIVE,
    /** None of these. */
    UNKNOWN;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** {@return the name in JSON and towards plugins: lower case} */
    public String id() {
        return id;
    }
}
