package dev.assay.shell.walkthrough;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A real terminal: a pane of a tmux server of its own. What is typed goes through the terminal's
 * line discipline, what is read is what a person would see.
 */
final class Pane implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private final Path socket;

    private Pane(Path socket) {
        this.socket = socket;
    }

    /** {@return whether tmux is on this machine} */
    static boolean isPossible() {
        return runs("tmux", "-V");
    }

    /** {@return whether this program is on this machine} */
    static boolean runs(String... words) {
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return a pane of this size with {@code sh} in it} */
    static Pane open(Path home, int columns, int rows, Map<String, String> environment) {
        return open(home, columns, rows, environment, List.of("sh"));
    }

    /** {@return a pane whose program has nothing of the developer's environment} */
    static Pane open(
            Path home,
            int columns,
            int rows,
            Map<String, String> environment,
            List<String> program) {
        Pane pane = new Pane(home.resolveSibling("t"));
        List<String> words = new ArrayList<>(List.of("new-session", "-d"));
        words.addAll(List.of("-x", String.valueOf(columns), "-y", String.valueOf(rows)));
        words.addAll(List.of("-c", home.toString(), "env", "-i"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(program);
        pane.tmux(words);
        pane.tmux(List.of("set", "-g", "status", "off"));
        pane.until(screen -> !screen.isBlank(), "the first prompt");
        return pane;
    }

    /** Types a text as it is. */
    void type(String text) {
        tmux(List.of("send-keys", "-l", text));
    }

    /** Presses a key by tmux's name for it, such as {@code Enter}, {@code Tab} or {@code C-c}. */
    void press(String key) {
        tmux(List.of("send-keys", key));
    }

    /** Types a line and ends it. */
    void line(String text) {
        type(text);
        press("Enter");
    }

    void resize(int columns, int rows) {
        tmux(List.of("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows)));
    }

    /** {@return the screen, once it holds this text} */
    String until(String text) {
        return until(screen -> screen.contains(text), text);
    }

    /** {@return the screen, once its last line with anything on it begins with this text} */
    String untilPrompt(String prompt) {
        return until(screen -> lastLine(screen).equals(prompt), prompt + " as the last line");
    }

    /** {@return the screen, once it is as wanted} */
    String until(Predicate<String> wanted, String what) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            String screen = screen();
            if (wanted.test(screen)) {
                return screen;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError(what + " did not come:\n" + screen());
    }

    private static String lastLine(String screen) {
        return screen.lines().filter(line -> !line.isBlank()).reduce("", (one, next) -> next);
    }

    /** {@return what is on the screen now, without blanks at the ends of lines} */
    String screen() {
        return tmux(List.of("capture-pane", "-p")).stripTrailing();
    }

    /** {@return what is on the screen now, with the escapes that colour it} */
    String colours() {
        return tmux(List.of("capture-pane", "-p", "-e"));
    }

    private String tmux(List<String> words) {
        List<String> command =
                new ArrayList<>(List.of("tmux", "-S", socket.toString(), "-f", "/dev/null"));
        command.addAll(words);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().remove("TMUX");
            Process process = builder.start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + out);
            }
            return out;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        tmux(List.of("kill-server"));
    }
}
