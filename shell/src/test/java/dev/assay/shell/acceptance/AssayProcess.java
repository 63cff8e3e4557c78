package dev.assay.shell.acceptance;

import dev.assay.shell.ProgramPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program as its own process on the module path of this build, at home in a folder of the
 * test, with nothing of the developer's environment.
 */
public final class AssayProcess {
    private static final long MINUTES = 3;

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> jvm = new ArrayList<>();

    public AssayProcess(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("ASSAY_PROVIDERS_CIVITAI_INTERVAL", "0s");
    }

    /** What a run left behind. */
    public record Done(List<String> words, int exit, String out, String err) {
        public String all() {
            return out + err;
        }
    }

    public AssayProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public AssayProcess without(String variable) {
        environment.remove(variable);
        return this;
    }

    public AssayProcess jvmOption(String option) {
        jvm.add(option);
        return this;
    }

    public Done run(String... words) {
        return runWithInput("", words);
    }

    public Done runWithInput(String input, String... words) {
        try {
            Path out = Files.createTempFile(home.getParent(), "out", ".txt");
            Path err = Files.createTempFile(home.getParent(), "err", ".txt");
            Process process = start(out, err, words);
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(Arrays.toString(words) + " hangs:\n" + text(err));
            }
            return new Done(List.of(words), process.exitValue(), text(out), text(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts without waiting; standard output and error go to the two files. */
    public Process start(Path out, Path err, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dassay.tty="));
        command.addAll(jvm);
        command.addAll(List.of("-p", ProgramPath.modules()));
        command.addAll(List.of("-m", "dev.assay.shell/dev.assay.shell.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(home.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return builder.start();
    }

    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
