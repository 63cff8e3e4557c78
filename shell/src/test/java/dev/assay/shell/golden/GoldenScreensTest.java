package dev.assay.shell.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost;
import dev.assay.shell.render.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the main commands print, on terminals of four widths with UTF-8 and with ASCII, with colour
 * and in a pipe, against files that were looked at by a person. Renewed with {@code
 * -Dassay.renew=true}; the difference is to be read before it is committed.
 */
class GoldenScreensTest {
    private static final Path GOLDEN =
            Path.of("src", "test", "resources", "dev", "assay", "shell", "golden");
    private static final List<Integer> WIDTHS = List.of(60, 80, 100, 140);

    /** What is never wider than the screen. Digests, paths and settings are shown whole instead. */
    private static final List<String> FITTING =
            List.of("scan", "ls", "ls-filtered", "error-filter", "error-command", "error-setting");

    @TempDir Path home;

    /** A line of words, and the name of the file with its screens. */
    record Shot(String name, List<String> words) {
        static Shot of(String name, String line) {
            return new Shot(name, List.of(line.split(" ", -1)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shot> shots() {
        return Stream.of(
                Shot.of("scan", "scan models"),
                Shot.of("ls", "ls"),
                Shot.of("ls-filtered", "ls type:lora --sort size:desc --limit 2"),
                Shot.of("show", "show a-rather-long"),
                Shot.of("hash", "hash models/loras/style.safetensors -a sha256,autov3,crc32"),
                Shot.of("help-topic", "help exit-codes"),
                Shot.of("error-filter", "ls type:lorra"),
                Shot.of("error-command", "shwo"),
                Shot.of("error-setting", "config set scan.thread 8"),
                Shot.of("doctor", "doctor"));
    }

    @BeforeEach
    void scan() throws IOException {
        ModelShelf.fill(home.resolve("models"));
        new TestHost(home).run("scan", "models");
    }

    @ParameterizedTest
    @MethodSource("shots")
    void looksAsItDidWhenAPersonLooked(Shot shot) throws IOException {
        String seen = screens(shot);
        Path golden = GOLDEN.resolve(shot.name() + ".txt");
        if (Boolean.getBoolean("assay.renew")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, seen);
        }
        assertThat(seen).isEqualTo(Files.readString(golden));
    }

    private String screens(Shot shot) {
        StringBuilder all = new StringBuilder();
        for (int width : WIDTHS) {
            all.append(screen(shot, width + " columns", look(width, false, true)));
            all.append(screen(shot, width + " columns, ASCII", look(width, false, false)));
            all.append(screen(shot, width + " columns, colour", look(width, true, true)));
        }
        return all.append(screen(shot, "pipe", Screen.Look.pipe())).toString();
    }

    private static Screen.Look look(int width, boolean colour, boolean unicode) {
        return new Screen.Look(true, colour, unicode, width);
    }

    private String screen(Shot shot, String title, Screen.Look look) {
        TestHost.Result result =
                new TestHost(home).looking(look).run(shot.words().toArray(String[]::new));
        String seen = Stable.of(result.out(), home) + Stable.of(result.err(), home);
        if (look.terminal() && FITTING.contains(shot.name())) {
            assertThat(seen.lines()).as(title).allMatch(line -> Stable.fits(line, look.width()));
        }
        return "=== " + title + ", exit " + result.exit().number() + "\n" + seen;
    }
}
