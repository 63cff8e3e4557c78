package dev.assay.shell.cli;

import dev.assay.shell.ProgramPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the program as users do: a JVM of its own, on the module path. */
final class RealProcess {
    private final Path home;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    RealProcess(Path home) {
        this.home = home;
    }

    record Result(int exit, String out, String err) {}

    RealProcess with(String option) {
        options.add(option);
        return this;
    }

    RealProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Process start(String... words) throws IOException {
        return start(List.of(), words);
    }

    /** Starts it with interrupts honoured, whatever this JVM inherited from a background shell. */
    Process startInterruptible(String... words) throws IOException {
        return start(List.of("env", "--default-signal=INT"), words);
    }

    /** {@return whether this system can do that} */
    static boolean canBeInterruptible() throws IOException, InterruptedException {
        return new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0;
    }

    /** Starts it as the last words of another program. */
    Process start(List<String> prefix, String... words) throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dassay.tty="));
        line.add(
                "--enable-native-access=org.jline.terminal.ffm,org.jline.nativ,org.xerial.sqlitejdbc");
        line.addAll(options);
        line.addAll(
                List.of("-p", ProgramPath.modules(), "-m", "dev.assay.shell/dev.assay.shell.Main"));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("XDG_") || name.startsWith("CIVITAI"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    Result run(String... words) throws IOException, InterruptedException {
        Process process = start(words);
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(end(process), out, err);
    }

    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The program did not end within a minute");
        }
        return process.exitValue();
    }

    static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }
}
