package dev.assay.shell.walkthrough;

import dev.assay.shell.ProgramPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A command {@code assay} that starts the program of this build, as the project's launcher does.
 */
final class Launcher {
    private Launcher() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path script = folder.resolve("assay");
        Files.writeString(
                script,
                """
                #!/bin/sh
                tty=
                [ -t 0 ] && tty=i
                [ -t 1 ] && tty=${tty}o
                [ -t 2 ] && tty=${tty}e
                size=$(stty size 2>/dev/null </dev/tty)
                exec %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${ASSAY_JAVA_OPTS-} \\
                  "-Dassay.tty=$tty" "-Dassay.size=$size" \\
                  --enable-native-access=org.jline.terminal.ffm,org.jline.nativ,org.xerial.sqlitejdbc \\
                  -p '%s' -m dev.assay.shell/dev.assay.shell.Main "$@"
                """
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                ProgramPath.modules()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
