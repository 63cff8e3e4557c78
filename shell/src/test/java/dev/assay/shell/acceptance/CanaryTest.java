package dev.assay.shell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Fault;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.RequestLog;
import dev.assay.fake.civitai.Route;
import dev.assay.fake.civitai.Synthetic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real token in real processes: afterwards it is in the one file made for it, in the one request
 * that needs it, and nowhere else. The short form is part of every build; {@code
 * -Dassay.acceptance=full} runs every command against every failure.
 */
class CanaryTest {
    @TempDir Path folder;

    private FakeCivitai fake;
    private Synthetic library;
    private Path home;
    private Path models;
    private Path out;
    private AssayProcess assay;
    private final Canary canary = new Canary();

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start().accept(Canary.TOKEN);
        library = Synthetic.library(fake, 11, 6, 3);
        home = Files.createDirectory(folder.resolve("home"));
        models = Files.createDirectory(folder.resolve("models"));
        out = Files.createDirectory(folder.resolve("out"));
        for (int i = 0; i < 8; i++) {
            Files.write(models.resolve("model" + i + ".safetensors"), library.content(i));
        }
        assay = new AssayProcess(home).with("ASSAY_CIVITAI_BASE_URL", fake.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    /** Runs a command, and searches what it says and what can be seen of its process. */
    private AssayProcess.Done run(String... words) {
        AssayProcess.Done done = assay.run(words);
        canary.search("stdout of " + List.of(words), done.out());
        canary.search("stderr of " + List.of(words), done.err());
        return done;
    }

    private void searchWhatIsLeft() throws IOException {
        canary.searchFiles(folder, home.resolve(".config/assay/tokens.toml"));
        for (RequestLog.Entry entry : fake.log().all()) {
            if (entry.route() != Route.ME) {
                canary.search("request to " + entry.request().path(), entry.sent());
            } else {
                canary.search("address of a request", entry.request().rawQuery());
            }
        }
        System.out.printf("Canary: %d hits in %d texts%n", canary.hits().size(), canary.searched());
        assertThat(canary.hits()).isEmpty();
    }

    @Test
    void theSearchFindsATokenThatIsThere() throws IOException {
        Files.writeString(out.resolve("leak"), "x" + Canary.TOKEN + "y");
        canary.searchFiles(folder, folder.resolve("none"));
        canary.search(
                "base64",
                "QzRu "
                        + Base64.getEncoder()
                                .encodeToString(Canary.TOKEN.getBytes(StandardCharsets.UTF_8)));
        assertThat(canary.hits()).hasSize(2);
    }

    @Test
    void aStoredTokenIsReadableByItsOwnerOnlyAndNowhereElse() throws IOException {
        AssayProcess.Done set =
                assay.runWithInput(Canary.TOKEN + "\n", "token", "set", "civitai", "--stdin");
        assertThat(set.exit()).as(set.err()).isZero();
        canary.search("token set", set.all());
        Path file = home.resolve(".config/assay/tokens.toml");
        assertThat(Files.readString(file)).contains(Canary.TOKEN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        AssayProcess.Done test = run("token", "test", "civitai");
        assertThat(test.exit()).as(test.all()).isZero();
        assertThat(fake.log().count(Route.ME)).isEqualTo(1);
        AssayProcess.Done scan =
                run(
                        "-vvv",
                        "--log-file",
                        out.resolve("log.txt").toString(),
                        "scan",
                        models.toString(),
                        "--identify",
                        "all",
                        "--json");
        assertThat(scan.exit()).as(scan.all()).isZero();
        assertThat(fake.log().count(Route.BY_HASH_IDS)).isEqualTo(1);
        assertThat(Files.size(out.resolve("log.txt"))).isPositive();
        assertThat(run("token", "rm", "civitai").exit()).isZero();
        assertThat(Files.readString(file)).doesNotContain(Canary.TOKEN);
        searchWhatIsLeft();
    }

    @Test
    void aTokenInThePlaceOfAnotherWordIsNotRepeated() throws IOException {
        // The words of a command line are the user's own doing; what we say and keep is ours.
        assertThat(run("token", "set", "civitai", Canary.TOKEN).exit()).isNotZero();
        assertThat(run("config", "set", "providers.civitai.token", Canary.TOKEN).exit())
                .isNotZero();
        searchWhatIsLeft();
    }

    @Test
    void aTokenWhereSettingsAreIsNotShown() throws IOException {
        assay.with("ASSAY_PROVIDERS_CIVITAI_TOKEN", Canary.TOKEN);
        run("config", "show");
        assay.without("ASSAY_PROVIDERS_CIVITAI_TOKEN");
        assay.with("ASSAY_CIVITAI_BASE_URL", "http://user:" + Canary.TOKEN + "@127.0.0.1:1/");
        run("-vv", "token", "test");
        searchWhatIsLeft();
    }

    @Test
    void aTokenWithOddCharactersIsRefusedWithoutBeingRepeated() throws IOException {
        assay.with("CIVITAI_TOKEN", Canary.TOKEN + "\u00e9 \u0001x");
        AssayProcess.Done done = run("-vvv", "token", "test", "civitai");
        assertThat(done.exit()).isNotZero();
        searchWhatIsLeft();
    }

    @Test
    void aServerThatSendsUsElsewhereGetsNoTokenThere() throws IOException {
        assay.with("CIVITAI_TOKEN", Canary.TOKEN);
        fail(Faults.redirect(307, fake.storageUrl() + "/api/v1/me"));
        searchWhatIsLeft();
        assertThat(fake.log().of(Route.STORAGE)).isEmpty();
    }

    private void fail(Fault fault) {
        fake.faults().clear();
        fake.faults().everywhere(fault);
        run("-vvv", "token", "test", "civitai");
        run("-vvv", "scan", "--identify", "all", "--refresh", models.toString());
    }

    private Map<String, Fault> faults() {
        Map<String, Fault> all = new LinkedHashMap<>();
        all.put(
                "401",
                Faults.reply(
                        dev.assay.fake.civitai.Reply.json(401, "{\"error\":\"Unauthorized\"}")));
        all.put("redirect", Faults.redirect(302, fake.storageUrl() + "/file/1/x"));
        all.put("redirect 308", Faults.redirect(308, fake.storageUrl() + "/api/v1/me"));
        all.put("reset", Faults.reset());
        all.put("close", Faults.closeAtOnce());
        all.put("half", Faults.halfBody());
        all.put("challenge", Faults.challenge());
        all.put("html", Faults.html200());
        all.put("null", Faults.nullBody());
        all.put("451", Faults.regionBlocked());
        all.put("429", Faults.tooMany("1500"));
        all.put("500", Faults.error500());
        all.put("503", Faults.gateway(503));
        all.put("slow", Faults.delay(Duration.ofMillis(300)));
        all.put(
                "echo",
                (request, _) ->
                        dev.assay.fake.civitai.Reply.json(
                                400,
                                "{\"error\":\""
                                        + request.header("authorization").orElse("")
                                        + "\"}"));
        return all;
    }

    @Test
    @EnabledIfSystemProperty(named = "assay.acceptance", matches = "full")
    void noCommandUnderAnyFailureTurnsTheTokenOut() throws IOException {
        assay.with("CIVITAI_TOKEN", Canary.TOKEN);
        for (Map.Entry<String, Fault> fault : faults().entrySet()) {
            fail(fault.getValue());
        }
        fake.faults().clear();
        assay.with("ASSAY_CIVITAI_BASE_URL", fake.baseUrl() + "/?token=" + Canary.TOKEN);
        run("-vv", "identify", models.toString(), "--anonymous");
        assay.with("ASSAY_CIVITAI_BASE_URL", fake.baseUrl());
        String one = models.resolve("model1.safetensors").toString();
        for (String[] words : commands(models.toString(), one)) {
            run(words);
        }
        crash();
        searchWhatIsLeft();
    }

    private static List<String[]> commands(String folder, String file) {
        return Stream.of(
                        "--version",
                        "help",
                        "help token",
                        "scan " + folder,
                        "scan --json --identify all " + folder,
                        "scan -o csv " + folder,
                        "inspect " + folder,
                        "hash " + file,
                        "identify",
                        "identify --refresh --json",
                        "identify --quick " + file,
                        "identify -n",
                        "ls",
                        "ls --json",
                        "ls -o tsv",
                        "ls -o csv",
                        "show " + file,
                        "show --json " + file,
                        "algo ls",
                        "provider ls",
                        "provider info civitai",
                        "provider ls --json",
                        "config show",
                        "config show --json",
                        "config path",
                        "token ls",
                        "token ls --json",
                        "token test",
                        "doctor",
                        "verify " + folder,
                        "token set " + Canary.TOKEN,
                        "token test " + Canary.TOKEN,
                        "dupes",
                        "report --json",
                        "stats",
                        "nonsense",
                        "shell",
                        "scan /nowhere",
                        "token nonsense",
                        "token rm civitai")
                .map(line -> ("-vvv " + line).split(" "))
                .toList();
    }

    /** A JVM that dies of a signal writes a file with much of what it knew. */
    private void crash() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        fake.faults()
                .everywhere((_, healthy) -> {
                    asked.countDown();
                    return healthy.get().after(Duration.ofMinutes(5));
                });
        assay.jvmOption("-XX:-CreateCoredumpOnCrash");
        Path crashOut = out.resolve("crash.out");
        Process process = assay.start(crashOut, out.resolve("crash.err"), "token", "test");
        try {
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            Path commandLine = Path.of("/proc/" + process.pid() + "/cmdline");
            if (Files.exists(commandLine)) {
                canary.search("process list", Files.readAllBytes(commandLine));
            }
            String pid = String.valueOf(process.pid());
            new ProcessBuilder("kill", "-SEGV", pid).start().waitFor();
            process.waitFor();
            try (Stream<Path> files = Files.list(home)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .anyMatch(name -> name.startsWith("hs_err"));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
