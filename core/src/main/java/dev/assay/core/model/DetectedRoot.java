package dev.assay.core.model;

import java.nio.file.Path;

/**
 * A folder that looks like one with models.
 *
 * @param path the folder to scan
 * @param name a name for it that is free among the others found
 * @param layout whose it is: {@code comfyui, a1111, forge, stability-matrix, huggingface, extra}
 * @param managed whether another program keeps order in it, so that it is best left alone
 */
public record DetectedRoot(Path path, String name, String layout, boolean managed) {}
