package dev.assay.core.internal.inspect;

import dev.assay.core.model.Inspection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program that inspects every file of a folder and prints one line of figures at the end. */
final class InspectEverything {

    private InspectEverything() {}

    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of(arguments[0]))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Inspector inspector = new Inspector();
        long slowest = 0;
        for (Path file : files) {
            long start = System.nanoTime();
            Inspection inspection = inspector.inspect(file);
            long millis = (System.nanoTime() - start) / 1_000_000;
            slowest = Math.max(slowest, millis);
            System.out.println(inspection.safety().verdict() + " " + file.getFileName());
        }
        System.out.println(
                "files=%d slowest=%d processes=%d"
                        .formatted(
                                files.size(),
                                slowest,
                                ProcessHandle.current().descendants().count()));
    }
}
