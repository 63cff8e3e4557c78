package dev.assay.core.internal.walk;

import java.util.Locale;
import java.util.Set;

/** Tells model files and unfinished downloads by their names. */
public final class ModelFiles {
    private static final Set<String> MODELS =
            Set.of(
                    "safetensors",
                    "sft",
                    "ckpt",
                    "pt",
                    "pt2",
                    "pth",
                    "bin",
                    "pkl",
                    "gguf",
                    "onnx",
                    "zip",
                    "tar",
                    "gz",
                    "7z");

    /** Firefox and yt-dlp, Chrome, aria2's control file, Safari and LoRA managers. */
    private static final Set<String> UNFINISHED = Set.of("part", "crdownload", "aria2", "download");

    private ModelFiles() {}

    /** {@return whether a file of this name is taken for a model} */
    static boolean isModel(String name) {
        return MODELS.contains(extension(name));
    }

    /** {@return whether a download program keeps what it has so far under this name} */
    static boolean isUnfinished(String name) {
        return UNFINISHED.contains(extension(name));
    }

    /** {@return the part after the last dot, in lower case; empty without a dot} */
    public static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
