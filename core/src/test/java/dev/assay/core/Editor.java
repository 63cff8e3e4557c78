package dev.assay.core;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Another program that edits the files of a folder in turns, one byte at a time, until it is
 * killed; after every second edit it sets the file's date back.
 */
final class Editor {
    private Editor() {}

    /** Takes the folder, and says so before it begins. */
    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        Random random = new Random(6);
        System.out.println("editing");
        for (int turn = 0; ; turn++) {
            Path file = files.get(random.nextInt(files.size()));
            FileTime before = Files.getLastModifiedTime(file);
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.seek((long) (random.nextDouble() * bytes.length()));
                bytes.write(random.nextInt());
            }
            if (turn % 2 == 0) {
                Files.setLastModifiedTime(file, before);
            }
        }
    }
}
