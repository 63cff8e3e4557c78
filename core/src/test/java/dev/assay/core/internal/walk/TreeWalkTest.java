package dev.assay.core.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TreeWalkTest {
    @TempDir Path root;
    private final List<FileStat> files = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();

    private final WalkSink sink =
            new WalkSink() {
                @Override
                public void files(List<FileStat> found) {
                    files.addAll(found);
                }

                @Override
                public void problem(FileProblem problem) {
                    problems.add(problem);
                }
            };

    private void walk(WalkOptions options) {
        TreeWalk.walk(root, options, sink, new Cancellation());
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        files.forEach(file -> names.add(root.relativize(file.path()).toString()));
        return names;
    }

    @Test
    void findsModelFilesByTheirNames() throws IOException {
        for (String name :
                List.of(
                        "a.safetensors",
                        "b.SFT",
                        "c/d.ckpt",
                        "e.gguf",
                        "f.7z",
                        "g.json",
                        "h",
                        "i.png")) {
            file(name);
        }
        walk(WalkOptions.models());
        assertThat(names()).containsExactly("a.safetensors", "b.SFT", "c/d.ckpt", "e.gguf", "f.7z");
    }

    @Test
    void findsEveryRegularFileWhenAskedTo() throws IOException {
        file("a.safetensors");
        file("g.json");
        file("h");
        walk(WalkOptions.models().everyFile(true));
        assertThat(names()).containsExactly("a.safetensors", "g.json", "h");
    }

    @Test
    void takesASingleFileWhateverItsName() throws IOException {
        Path file = file("readme");
        TreeWalk.walk(file, WalkOptions.models(), sink, new Cancellation());
        assertThat(files).extracting(FileStat::path).containsExactly(file);
    }

    @Test
    void saysWhatARootThatIsNotThereMeans() {
        TreeWalk.walk(root.resolve("no"), WalkOptions.models(), sink, new Cancellation());
        assertThat(files).isEmpty();
    }

    @Test
    void tellsSizeTimesAndInode() throws IOException {
        Path file = file("a.safetensors");
        walk(WalkOptions.models());
        FileStat stat = files.getFirst();
        assertThat(stat.size()).isEqualTo(13);
        assertThat(stat.modified()).isEqualTo(Files.getLastModifiedTime(file).toInstant());
        assertThat(stat.fileKey()).contains(Files.getAttribute(file, "unix:ino").toString());
        assertThat(stat.changed()).isPresent();
        assertThat(stat.volume()).isPresent();
    }

    @Test
    void stopsAtTheDepthAskedFor() throws IOException {
        file("0.pt");
        file("a/1.pt");
        file("a/b/2.pt");
        walk(WalkOptions.models().atMost(1));
        assertThat(names()).containsExactly("0.pt", "a/1.pt");
        files.clear();
        walk(WalkOptions.models().atMost(0));
        assertThat(names()).containsExactly("0.pt");
    }

    @Test
    @Timeout(20)
    void survivesFiftyLoops() throws IOException {
        for (int i = 0; i < 50; i++) {
            file("folder" + i + "/a.pt");
            Files.createSymbolicLink(root.resolve("folder" + i + "/up"), root);
            Files.createSymbolicLink(
                    root.resolve("folder" + i + "/next"), root.resolve("folder" + (i + 1) % 50));
        }
        Files.createSymbolicLink(root.resolve("self"), root.resolve("self"));
        walk(WalkOptions.models());
        assertThat(files).hasSize(50);
        assertThat(problems)
                .extracting(FileProblem::message)
                .containsExactly("Is a link that leads back to itself");
    }

    @Test
    void findsAFolderUnderItsOwnNameBeforeALinkToIt() throws IOException {
        file("z/real/a.pt");
        Files.createSymbolicLink(root.resolve("a-link"), root.resolve("z/real"));
        walk(WalkOptions.models());
        assertThat(names()).containsExactly("z/real/a.pt");
    }

    @Test
    void followsLinksOutOfTheRootOnlyWhenAskedTo(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("o.pt"), "x");
        Files.createSymbolicLink(root.resolve("folder"), elsewhere);
        Files.createSymbolicLink(root.resolve("l.pt"), outside);
        walk(WalkOptions.models());
        assertThat(names()).containsExactly("folder/o.pt", "l.pt");
        assertThat(files).filteredOn(FileStat::symbolicLink).hasSize(1);
        files.clear();
        walk(WalkOptions.models().following(false));
        assertThat(files).isEmpty();
    }

    @Test
    void reportsALinkToNothing() throws IOException {
        Files.createSymbolicLink(root.resolve("gone.pt"), root.resolve("nothing"));
        walk(WalkOptions.models());
        assertThat(problems)
                .singleElement()
                .satisfies(one ->
                        assertThat(one.message())
                                .isEqualTo("Is a link to something that is not there"));
    }

    @Test
    void listsEveryNameOfAHardLink() throws IOException {
        Files.createLink(root.resolve("b.pt"), file("a.pt"));
        walk(WalkOptions.models());
        assertThat(names()).containsExactly("a.pt", "b.pt");
        assertThat(files.get(0).sameFileAs(files.get(1))).isTrue();
    }

    @Test
    @Timeout(20)
    void opensNoPipeAndNoSocket() throws Exception {
        file("a.pt");
        assumeTrue(run("mkfifo", root.resolve("pipe.safetensors").toString()));
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(root.resolve("socket.ckpt")));
            walk(WalkOptions.models());
        }
        assertThat(names()).containsExactly("a.pt");
        assertThat(problems)
                .extracting(FileProblem::message)
                .containsExactly(
                        "Is a pipe, socket or device and was not opened",
                        "Is a pipe, socket or device and was not opened");
    }

    @Test
    void reportsDownloadsThatHaveNotEnded() throws IOException {
        for (String end : List.of("part", "crdownload", "aria2", "download")) {
            file("m.safetensors." + end);
        }
        walk(WalkOptions.models());
        assertThat(files).isEmpty();
        assertThat(problems).hasSize(4).allMatch(one -> one.message().contains("download"));
    }

    @Test
    void walksATreeAsDeepAsTheSystemAllows() throws IOException {
        Path deep = root;
        while (deep.toString().length() < 3800) {
            deep = Files.createDirectory(deep.resolve("d".repeat(20)));
        }
        Files.writeString(deep.resolve("a.pt"), "x");
        walk(WalkOptions.models());
        assertThat(files).hasSize(1);
        assertThat(problems).isEmpty();
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        file("a.pt");
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> TreeWalk.walk(root, WalkOptions.models(), sink, cancellation))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void listsAFolderOfManyFilesInLots() throws IOException {
        for (int i = 0; i < 1200; i++) {
            file(i + ".pt");
        }
        walk(WalkOptions.models());
        assertThat(names()).hasSize(1200);
    }

    @Test
    @Timeout(30)
    void givesUpWhatDoesNotAnswerAndGoesOn() throws IOException {
        file("ok/a.pt");
        file("ok/z.pt");
        for (String name : List.of("b", "c", "d", "e")) {
            file("ok/" + name + ".pt");
        }
        file("dead/x.pt");
        file("fine/y.pt");
        HangingFileSystem hanging =
                new HangingFileSystem(root.getFileSystem(), Set.of("ok/c.pt", "dead"));
        Path within = hanging.wrap(root);
        try {
            TreeWalk.walk(
                    within,
                    WalkOptions.models().givingUpAfter(Duration.ofMillis(300)),
                    sink,
                    new Cancellation());
        } finally {
            hanging.release();
        }
        Set<String> names = new TreeSet<>();
        files.forEach(file -> names.add(within.relativize(file.path()).toString()));
        assertThat(names)
                .containsExactly(
                        "fine/y.pt", "ok/a.pt", "ok/b.pt", "ok/d.pt", "ok/e.pt", "ok/z.pt");
        assertThat(problems).hasSize(2).allMatch(one -> one.message().startsWith("Did not answer"));
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
