package dev.assay.core.internal.walk;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.internal.linux.LinuxCalls;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LinuxEntriesTest {
    @TempDir Path folder;
    private final Stats stats = new Stats();

    @BeforeEach
    void callsMayBeMade() {
        assertThat(LinuxCalls.work()).isTrue();
    }

    private record Seen(String name, Optional<Stats.Named> named) {}

    private List<Seen> seen(FolderEntries entries, boolean follow) throws IOException {
        List<Seen> seen = new ArrayList<>();
        try (entries) {
            while (entries.next()) {
                seen.add(new Seen(entries.name(), look(entries, follow)));
            }
        }
        return seen;
    }

    private static Optional<Stats.Named> look(FolderEntries entries, boolean follow) {
        try {
            return Optional.of(entries.look(follow));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void tellsTheSameAsJava(Path where) throws IOException {
        for (boolean follow : new boolean[] {true, false}) {
            var linux = LinuxEntries.open(where, stats, new LinuxEntries.Memory());
            assertThat(linux).isInstanceOf(LinuxEntries.class);
            assertThat(seen(linux, follow))
                    .isEqualTo(seen(new JavaEntries(where, stats), follow))
                    .isNotEmpty();
        }
    }

    @Test
    void tellsTheSameAsJavaOfEveryKindOfEntry() throws Exception {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "bytes");
        Files.createLink(folder.resolve("second name"), file);
        Files.createDirectories(folder.resolve("below/further"));
        Files.createSymbolicLink(folder.resolve("to file"), file);
        Files.createSymbolicLink(folder.resolve("to folder"), folder.resolve("below"));
        Files.createSymbolicLink(folder.resolve("to nothing"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("to itself"), folder.resolve("to itself"));
        Files.writeString(folder.resolve(".hidden"), "");
        Files.writeString(folder.resolve("..more"), "");
        Process pipe = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
        assumeTrue(pipe.waitFor() == 0);
        tellsTheSameAsJava(folder);
    }

    @Test
    void tellsTheSameAsJavaOfNamesOfAnyBytes() throws IOException {
        for (String name :
                List.of("h%C3%A9llo", "%E9", "%FF%FE.pt", "100%25", "a%0Ab%1B", "%F0%9F%8E%A8")) {
            Files.writeString(Path.of(URI.create(folder.toUri() + name)), name);
        }
        tellsTheSameAsJava(folder);
        Path odd = Files.createDirectory(Path.of(URI.create(folder.toUri() + "%E9%FF")));
        Files.writeString(odd.resolve("inside"), "x");
        Files.writeString(Path.of(URI.create(odd.toUri() + "%E9")), "x");
        tellsTheSameAsJava(odd);
    }

    @Test
    void tellsTheSameAsJavaOfGreatSizesAndOddTimes() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("a").toFile(), "rw")) {
            sparse.setLength(200L << 30);
        }
        for (String moment :
                List.of(
                        "1901-12-14T00:00:00.5Z",
                        "1969-12-31T23:59:59.999999999Z",
                        "1970-01-01T00:00:00Z",
                        "2200-01-01T00:00:00.000000001Z")) {
            Path file = Files.writeString(folder.resolve(moment), "x");
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(moment)));
        }
        tellsTheSameAsJava(folder);
    }

    @Test
    void tellsTheSameKindsAsJavaOfDevices() throws IOException {
        Path devices = Path.of("/dev");
        assertThat(kinds(LinuxEntries.open(devices, stats, new LinuxEntries.Memory())))
                .isEqualTo(kinds(new JavaEntries(devices, stats)))
                .containsEntry("null", Optional.of(Stats.Kind.SPECIAL));
    }

    /** Without links: those of this process itself come and go. */
    private Map<String, Optional<Stats.Kind>> kinds(FolderEntries entries) throws IOException {
        return seen(entries, false).stream()
                .collect(toMap(Seen::name, one -> one.named().map(Stats.Named::kind)));
    }

    @Test
    void seesEveryEntryOfALargeFolder() throws IOException {
        for (int i = 0; i < 3_000; i++) {
            Files.writeString(folder.resolve("a rather long name of a file " + i), "x");
        }
        tellsTheSameAsJava(folder);
    }

    @Test
    void goesOnInJavasWayWhereACallFails() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e".repeat(100), "f".repeat(100), "g")) {
            Files.writeString(folder.resolve(name), name);
        }
        // A record of a long name does not fit, which getdents64 calls an error.
        var entries = LinuxEntries.open(folder, stats, new LinuxEntries.Memory(64));
        assertThat(seen(entries, true)).isEqualTo(seen(new JavaEntries(folder, stats), true));
    }

    @Test
    void saysThatAnEntryVanished() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "x");
        try (var entries = LinuxEntries.open(folder, stats, new LinuxEntries.Memory())) {
            assertThat(entries.next()).isTrue();
            assertThat(entries.isSurelyFile()).isTrue();
            Files.delete(file);
            assertThatThrownBy(() -> entries.look(true)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void saysThatThereIsNoFolder() {
        assertThatThrownBy(() ->
                        LinuxEntries.open(folder.resolve("no"), stats, new LinuxEntries.Memory()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readsDeviceNumbersAsTheSystemWritesThem() {
        for (int[] device : new int[][] {{8, 1}, {0, 57}, {259, 300}, {4095, 1 << 19}, {5000, 3}}) {
            assertThat(Volumes.majorMinor(Volumes.device(device[0], device[1])))
                    .isEqualTo(device[0] + ":" + device[1]);
        }
    }
}
