package dev.assay.shell.welcome;

import dev.assay.core.model.DetectedRoot;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

/**
 * A model folder with what lies in it, by names alone.
 *
 * @param root the folder
 * @param models files that are called like models
 * @param bytes of them together
 * @param complete whether the whole folder was looked through
 */
record FoundFolder(DetectedRoot root, long models, long bytes, boolean complete) {
    /** A welcome that takes long is none; what is beyond counts as "more". */
    private static final int MOST_FILES = 50_000;

    private static final List<String> ENDINGS =
            List.of(
                    ".safetensors",
                    ".sft",
                    ".ckpt",
                    ".pt",
                    ".pt2",
                    ".pth",
                    ".bin",
                    ".pkl",
                    ".gguf",
                    ".onnx");

    static FoundFolder count(DetectedRoot root) {
        Counter counter = new Counter();
        try {
            Files.walkFileTree(root.path(), counter);
        } catch (IOException e) {
            counter.complete = false;
        }
        return new FoundFolder(root, counter.models, counter.bytes, counter.complete);
    }

    private static final class Counter extends SimpleFileVisitor<Path> {
        private int seen;
        private long models;
        private long bytes;
        private boolean complete = true;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (ENDINGS.stream().anyMatch(name::endsWith)) {
                models++;
                bytes += attributes.size();
            }
            seen++;
            complete = seen < MOST_FILES;
            return complete ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}
