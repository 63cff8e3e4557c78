package dev.assay.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command that the documentation prints and compares what it says with what is printed
 * there. README's commands run as processes, and so does whatever is not {@code assay} alone; the
 * others do with {@code -Pdocs}, and else inside this JVM. What is run elsewhere or nowhere is
 * listed by {@link RunElsewhere}.
 */
class DocumentedCommandsTest {
    private static final boolean EVERYTHING = Boolean.getBoolean("assay.docs");
    private static final int BUG = 70;

    @TempDir private Path temp;

    @TestFactory
    Stream<DynamicTest> everyCommandPrintsWhatTheDocumentationShows() throws IOException {
        List<Session> sessions =
                Document.all().stream()
                        .filter(document -> !RunElsewhere.isPage(document.path()))
                        .map(Session::of)
                        .filter(session -> !session.steps().isEmpty())
                        .toList();
        assertThat(sessions).isNotEmpty();
        return sessions.stream()
                .map(session ->
                        DynamicTest.dynamicTest(
                                session.document().path().toString(), () -> run(session)));
    }

    @Test
    void whatIsNotRunHereStandsInTheDocumentationAndInTheScriptThatRunsIt() throws IOException {
        List<String> commands =
                Document.all().stream()
                        .flatMap(document -> Session.of(document).steps().stream())
                        .map(Session.Step::typed)
                        .toList();

        assertThat(commands).containsAll(RunElsewhere.commands());
        for (Map.Entry<String, String> page : RunElsewhere.pages().entrySet()) {
            assertThat(Document.ROOT.resolve(page.getKey())).exists();
            assertThat(Files.readString(Document.ROOT.resolve(page.getValue())))
                    .as(page.getValue())
                    .contains(page.getKey());
        }
    }

    private void run(Session session) throws IOException, InterruptedException {
        String name = session.document().path().toString();
        boolean processes =
                EVERYTHING
                        || name.equals("README.md")
                        || session.steps().stream().anyMatch(DocumentedCommandsTest::needsAShell);
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        int left = 0;
        try (Sandbox sandbox =
                new Sandbox(
                        Files.createDirectories(temp.resolve(name.replace('/', '_'))), session)) {
            Runner runner = new Runner(sandbox, processes);
            for (Session.Step step : session.steps()) {
                if (RunElsewhere.isCommand(step.typed())) {
                    left++;
                } else {
                    ran++;
                    wrong.addAll(check(step, runner.run(step.typed())));
                }
            }
        }
        System.out.printf(
                "%s: %d commands ran %s, %d are listed as run elsewhere%n",
                name, ran, processes ? "as processes" : "inside", left);
        assertThat(wrong).isEmpty();
    }

    private static boolean needsAShell(Session.Step step) {
        return !RunElsewhere.isCommand(step.typed()) && !Runner.runsInside(step.typed());
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
