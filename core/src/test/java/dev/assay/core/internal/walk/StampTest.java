package dev.assay.core.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.internal.linux.LinuxCalls;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
    @TempDir private Path folder;

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "hello world");
    }

    private static Stamp ofLinux(Path file) {
        assumeTrue(LinuxCalls.work(), "no calls of Linux here");
        StatxByPath asker = StatxByPath.HERE.get();
        assertThat(asker.ask(file)).isTrue();
        return asker.answer().stamp();
    }

    @Test
    void saysTheSameOfAFileWhoeverIsAsked() throws IOException {
        Path plain = file("a.safetensors");
        Path named = file("h\u00e9llo w\u00f6rld 100%.bin");
        Path link = Files.createSymbolicLink(folder.resolve("link.pt"), plain);

        assertThat(ofLinux(plain)).isEqualTo(Stamp.ofJava(plain));
        assertThat(ofLinux(named)).isEqualTo(Stamp.ofJava(named));
        assertThat(ofLinux(link)).isEqualTo(Stamp.ofJava(plain));
        assertThat(ofLinux(folder)).isEqualTo(Stamp.ofJava(folder));
        assertThat(ofLinux(Path.of("/dev/null"))).isEqualTo(Stamp.ofJava(Path.of("/dev/null")));
    }

    @Test
    void noticesAnEditWhoseTimeWasSetBack() throws IOException {
        Path file = file("a.bin");
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, time);
        Stamp before = Stamp.of(file);

        while (Stamp.of(file).isSame(before)) {
            Files.writeString(file, "HELLO WORLD");
            Files.setLastModifiedTime(file, time);
        }

        assertThat(Stamp.of(file).modified()).isEqualTo(before.modified());
        assertThat(Stamp.of(file).size()).isEqualTo(before.size());
    }

    @Test
    void asksLinuxOfNoFileOfAnotherFileSystem() throws IOException {
        Path hidden = Path.of("/dev/null");
        ofLinux(hidden);
        try (FileSystem zip =
                FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            Path packed = zip.getPath("/dev/null");
            Files.createDirectory(zip.getPath("/dev"));
            Files.writeString(packed, "hello world");

            assertThat(Stamp.of(packed).size()).isEqualTo(11);
            assertThat(Stamp.of(packed).regular()).isTrue();
        }
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> Stamp.of(folder.resolve("gone")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
