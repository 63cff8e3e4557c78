package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The name of a file is bytes; a catalog made in one locale must open it in every other. */
class NastyNamesTest {
    private static final List<String> NAMES =
            List.of(
                    "h%C3%A9llo", // UTF-8
                    "h%E9llo", // Latin-1
                    "%FF%FE", // no text at all
                    "cut%C3", // UTF-8 that ends early
                    "%C0%AF", // overlong
                    "two%0Alines",
                    "%1B%5B31mred",
                    "tab%09and%20space%20",
                    "-rf%20--",
                    "%E2%80%AEltr", // right-to-left override
                    "%F0%9F%8E%A8",
                    "100%2541%25",
                    "quote%22%27%5C%60%24(x)",
                    "l" + "o".repeat(242));

    @TempDir Path folder;

    @Test
    void reopensEveryNameUnderEveryLocale() throws Exception {
        Path root = Files.createDirectory(folder.resolve("models"));
        // A walk that has seen some folders looks at the next ones in Linux's way, not in Java's.
        for (int i = 0; i < 600; i++) {
            Files.createFile(root.resolve("note" + i));
        }
        Path below = Files.createDirectory(root.resolve("below"));
        int number = 0;
        for (String name : NAMES) {
            Path file = Path.of(URI.create(below.toUri() + name + ".safetensors"));
            Files.writeString(file, Integer.toString(number));
            number++;
        }
        int reopened = 0;
        for (String writer : List.of("C", "C.UTF-8")) {
            Path catalog = folder.resolve(writer + ".db");
            assertThat(run(writer, "scan", root, catalog)).hasSize(14).containsOnly("New");
            assertThat(run(writer, "whole", root, folder.resolve(writer + "-whole.db")))
                    .hasSize(14)
                    .containsOnly("entry");
            for (String reader : List.of("C", "C.UTF-8")) {
                assertThat(run(reader, "scan", root, catalog))
                        .hasSize(14)
                        .containsOnly("Unchanged");
                List<String> lines = run(reader, "reopen", root, catalog);
                assertThat(lines)
                        .noneMatch(line -> line.equals("lost") || line.endsWith("HAS CONTROLS"));
                assertThat(lines)
                        .filteredOn(line -> line.startsWith("read "))
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, 14).mapToObj(i -> "read " + i).toList());
                reopened += 14;
            }
        }
        Endurance.report("%d of 56 nasty names reopened under C and C.UTF-8".formatted(reopened));
    }

    private static List<String> run(String locale, String mode, Path root, Path catalog)
            throws Exception {
        Process child =
                Child.start(
                        NamesChild.class,
                        Map.of("LC_ALL", locale),
                        mode,
                        root.toString(),
                        catalog.toString());
        List<String> lines = Child.output(child).lines().toList();
        assertThat(child.waitFor()).isZero();
        return lines;
    }
}
