package dev.assay.shell.docs;

import dev.assay.shell.ProgramPath;
import dev.assay.shell.cli.TestHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the commands of one document after each other in its sandbox. Inside this JVM only lines of
 * {@code assay} alone can be run; as processes of a system shell every line can.
 */
final class Runner {
    static final int WIDTH = 110;

    private static final Pattern OURS = Pattern.compile("(?:\\./)?assay(?: (.*))?");
    private static final Pattern SHELL_SIGNS = Pattern.compile("[|<>&;$*`(]");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final int SECONDS = 60;

    private final Sandbox sandbox;
    private final boolean processes;
    private final Map<String, String> environment;

    /**
     * Runs in this sandbox.
     *
     * @param processes whether as processes
     */
    Runner(Sandbox sandbox, boolean processes) throws IOException {
        this.sandbox = sandbox;
        this.processes = processes;
        this.environment = sandbox.environment();
        if (processes) {
            installProgram();
        }
    }

    /** What came of a command. */
    record Done(int exit, List<String> printed) {}

    /** {@return what came of it} */
    Done run(String command) throws IOException, InterruptedException {
        if (processes) {
            return process(command);
        }
        Matcher ours = OURS.matcher(command);
        if (!ours.matches()) {
            throw new IllegalArgumentException("takes a system shell: " + command);
        }
        return inside(ours.group(1) == null ? "" : ours.group(1));
    }

    /** {@return whether a command needs no system shell} */
    static boolean runsInside(String command) {
        return OURS.matcher(command).matches() && !SHELL_SIGNS.matcher(unquoted(command)).find();
    }

    private static String unquoted(String command) {
        return command.replaceAll("'[^']*'|\"[^\"]*\"", "");
    }

    private Done inside(String arguments) {
        TestHost host = new TestHost(sandbox.home()).onTerminal(WIDTH);
        environment.forEach(host::with);
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(arguments);
        while (word.find()) {
            words.add(
                    word.group(1) != null
                            ? word.group(1)
                            : word.group(2) != null ? word.group(2) : word.group(3));
        }
        TestHost.Result result = host.run(words.toArray(String[]::new));
        return new Done(
                result.exit().number(), (result.out() + "\n" + result.err()).lines().toList());
    }

    private Done process(String command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("assay-docs", ".txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", remembering(command));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(sandbox.home().toFile()).redirectErrorStream(true);
        Process process = builder.redirectOutput(out.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("hangs: " + command);
        }
        List<String> lines = Files.readString(out, StandardCharsets.UTF_8).lines().toList();
        Files.delete(out);
        remember();
        return new Done(
                process.exitValue(),
                lines.stream().filter(line -> !line.contains("incubator module")).toList());
    }

    /** Variables that a command exports hold for the next ones too, as in one shell. */
    private String remembering(String command) {
        return command + "\nstatus=$?\nenv >.exported\nexit $status";
    }

    private void remember() throws IOException {
        for (String line : Files.readAllLines(sandbox.home().resolve(".exported"))) {
            int equals = line.indexOf('=');
            if (line.startsWith("ASSAY_") || line.startsWith("CIVITAI_")) {
                environment.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }

    private void installProgram() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String script =
                """
                #!/bin/sh
                tty=e
                [ -p /dev/stdout ] || tty=oe
                exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dassay.tty=$tty" \
                '-Dassay.size=40 %d' -Dassay.locale=C.UTF-8 \
                --enable-native-access=org.xerial.sqlitejdbc,org.jline.terminal.ffm,org.jline.nativ \
                -p '%s' -m dev.assay.shell/dev.assay.shell.Main "$@"
                """
                        .formatted(java, WIDTH, ProgramPath.modules());
        Path program = Files.writeString(sandbox.home().resolve("assay"), script);
        program.toFile().setExecutable(true);
        environment.put("PATH", sandbox.home() + ":" + System.getenv("PATH"));
    }
}
