package dev.assay.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command that the documentation prints and compares what it says with what is printed
 * there. README's commands run as processes; the others do with {@code -Pdocs}, and else inside
 * this JVM as far as they are {@code assay} alone.
 */
class DocumentedCommandsTest {
    private static final boolean EVERYTHING = Boolean.getBoolean("assay.docs");
    private static final int BUG = 70;

    /** What is not run here, by the beginning of the line, and why. */
    private static final Map<String, String> ELSEWHERE = elsewhere();

    @TempDir private Path temp;

    private static Map<String, String> elsewhere() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("mvn ", "a build; .ci/run and .ci/examples run them");
        all.put(".ci/", "a build that starts this test");
        all.put("java ", "programs of docs/examples and the fake; .ci/examples runs them");
        all.put("docker ", "there is no docker here; .ci lints the Dockerfile");
        all.put("sudo ", "changes the system");
        all.put("sh -c ", "a shell's own");
        all.put("assay token set civitai", "asks at a prompt");
        all.put("assay shell", "waits for lines");
        return all;
    }

    @TestFactory
    Stream<DynamicTest> everyCommandPrintsWhatTheDocumentationShows() throws IOException {
        List<Session> sessions =
                Document.all().stream()
                        .filter(document -> !isRunElsewhere(document.path()))
                        .map(Session::of)
                        .filter(session -> !session.steps().isEmpty())
                        .toList();
        assertThat(sessions).isNotEmpty();
        return sessions.stream()
                .map(session ->
                        DynamicTest.dynamicTest(
                                session.document().path().toString(), () -> run(session)));
    }

    /**
     * The benchmarks' commands take hours; those of the examples are run by .ci/examples, and those
     * of the walk-through by its own test in a real terminal.
     */
    private static boolean isRunElsewhere(Path document) {
        return document.endsWith("walkthrough.md")
                || document.startsWith("docs/benchmarks")
                || document.startsWith("docs/examples");
    }

    private void run(Session session) throws IOException, InterruptedException {
        String name = session.document().path().toString();
        boolean processes = EVERYTHING || name.equals("README.md");
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        int left = 0;
        try (Sandbox sandbox =
                new Sandbox(
                        Files.createDirectories(temp.resolve(name.replace('/', '_'))), session)) {
            Runner runner = new Runner(sandbox, processes);
            for (Session.Step step : session.steps()) {
                Optional<Runner.Done> done =
                        isElsewhere(step.command()) ? Optional.empty() : runner.run(step.command());
                if (done.isPresent()) {
                    ran++;
                    wrong.addAll(check(step, done.get()));
                } else {
                    left++;
                }
            }
        }
        System.out.printf(
                "%s: %d commands ran %s, %d were left%n",
                name, ran, processes ? "as processes" : "inside", left);
        assertThat(wrong).isEmpty();
    }

    private static boolean isElsewhere(String command) {
        return command.equals("assay") || ELSEWHERE.keySet().stream().anyMatch(command::startsWith);
    }

    private static List<String> check(Session.Step step, Runner.Done done) {
        List<String> wrong =
                step.shows() ? Kind.differences(step.printed(), done.printed()) : List.of();
        boolean failed = step.shows() ? done.exit() == BUG : done.exit() != 0;
        if (wrong.isEmpty() && !failed) {
            return List.of();
        }
        return List.of(
                "%s: %s (exit %d)%n  %s%n  it printed:%n  %s%n"
                        .formatted(
                                step.place(),
                                step.command(),
                                done.exit(),
                                String.join("\n  ", wrong),
                                String.join("\n  ", done.printed())));
    }
}
