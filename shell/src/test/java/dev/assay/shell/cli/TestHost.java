package dev.assay.shell.cli;

import dev.assay.core.model.Cancellation;
import dev.assay.shell.config.AppDirs;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Session;
import dev.assay.shell.run.StandingOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs command lines inside the test, with streams and folders of their own. */
public final class TestHost {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Screen.Look look = Screen.Look.pipe();
    private Supplier<InputStream> input = InputStream::nullInputStream;

    /** Keeps everything below this folder. */
    public TestHost(Path folder) {
        this.folder = folder;
        environment.put("HOME", folder.toString());
    }

    /** What a command said and how it ended. */
    public record Result(ExitCode exit, String out, String err) {}

    /** {@return this host with a variable set} */
    public TestHost with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** {@return this host with standard input} */
    public TestHost typing(String text) {
        return typing(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return this host with these bytes as standard input} */
    TestHost typing(byte[] bytes) {
        return typing(() -> new ByteArrayInputStream(bytes));
    }

    /** {@return this host with standard input from there} */
    TestHost typing(Supplier<InputStream> in) {
        input = in;
        return this;
    }

    /** {@return this host with a terminal of this width for output} */
    public TestHost onTerminal(int width) {
        look = new Screen.Look(true, false, true, width);
        return this;
    }

    /** {@return this host with a terminal that can show this} */
    public TestHost looking(Screen.Look terminal) {
        look = terminal;
        return this;
    }

    /** {@return what came of a command line} */
    public Result run(String... words) {
        return run(new ByteArrayOutputStream(), words);
    }

    /** {@return what came of a command line that is interrupted as soon as it prints something} */
    Result interrupted(String... words) {
        try (Session session = session()) {
            return run(session, new Interrupting(session), words);
        }
    }

    private static final class Interrupting extends ByteArrayOutputStream {
        private final Session session;

        Interrupting(Session session) {
            this.session = session;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) {
            super.write(bytes, from, count);
            session.foreground().ifPresent(Cancellation::cancel);
        }
    }

    /** {@return the bytes that a command line gave} */
    byte[] bytes(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(out, words);
        return out.toByteArray();
    }

    private Session session() {
        return new Session(AppDirs.of(environment), new Cli());
    }

    private Result run(ByteArrayOutputStream out, String... words) {
        try (Session session = session()) {
            return run(session, out, words);
        }
    }

    private Result run(Session session, ByteArrayOutputStream out, String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Output errors = new Output(err);
        Host host =
                new Host(
                        environment,
                        folder,
                        input.get(),
                        false,
                        new Output(out),
                        look,
                        errors,
                        look,
                        StandingOptions.NONE);
        ExitCode exit = session.commands().run(session, host, List.of(words));
        errors.flush();
        return new Result(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
