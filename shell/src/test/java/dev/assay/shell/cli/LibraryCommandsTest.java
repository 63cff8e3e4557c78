package dev.assay.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.cli.TestHost.Result;
import dev.assay.shell.error.ExitCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Roots, upkeep, verification, marks and statistics at the command line. */
class LibraryCommandsTest {
    @TempDir Path folder;
    private Path models;
    private Path lora;
    private Path copy;
    private TestHost assay;

    @BeforeEach
    void begin() throws IOException {
        models = Files.createDirectories(folder.resolve("ComfyUI/models"));
        lora = Models.lora(models.resolve("loras/add_detail_v2.safetensors"));
        copy = Models.lora(models.resolve("old/detail copy.safetensors"));
        Models.dangerous(
                Files.createDirectories(models.resolve("checkpoints")).resolve("evil.ckpt"));
        assay = new TestHost(folder).with("ASSAY_SESSION", "test");
        assay.run("root", "add", models.toString(), "comfy");
        assay.run("scan", "comfy:", "--hash");
    }

    private Result ok(String... words) {
        Result result = assay.run(words);
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.OK);
        return result;
    }

    private Result fails(ExitCode exit, String... words) {
        Result result = assay.run(words);
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        return result;
    }

    private JsonNode json(String... words) {
        return JsonMapper.shared().readTree(assay.run(words).out());
    }

    @Test
    void findsFilesByTheNameOfARoot() {
        assertThat(ok("ls", "comfy:loras", "-o", "paths").out()).isEqualTo(lora + "\n");
        assertThat(ok("ls", "comfy:", "--count").out()).isEqualTo("3\n");
        assertThat(ok("hash", "comfy:loras/add_detail_v2.safetensors").out()).contains("add_det");
        assertThat(ok("inspect", "comfy:checkpoints", "-o", "ids").err()).isEmpty();
    }

    @Test
    void refusesAFilterThatNamesWhatNobodyKnows() {
        assertThat(fails(ExitCode.USAGE, "tag", "add", "todo", "no:nots").err())
                .contains("No no:nots. Did you mean no:note?")
                .contains("[bad_filter]");
        assertThat(ok("ls", "tag:todo", "--count").out()).isEqualTo("0\n");
        assertThat(fails(ExitCode.USAGE, "ls", "has:prevew").err())
                .contains("Did you mean has:preview?");
        assertThat(fails(ExitCode.USAGE, "ls", "not-has:nots").err()).contains("[bad_filter]");
        assertThat(fails(ExitCode.USAGE, "ls", "no:hash:sha265").err())
                .contains("Did you mean no:hash:sha256?");
        assertThat(fails(ExitCode.USAGE, "ls", "root:comfi").err())
                .contains("No root:comfi. Did you mean root:comfy? There are: comfy");
        assertThat(fails(ExitCode.USAGE, "ls", "--where", "type = lorra").err())
                .contains("No type lorra. Did you mean lora?");
        assertThat(fails(ExitCode.USAGE, "ls", "--where", "size > 0 and no nots").err())
                .contains("Did you mean no:note?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type:bogus, There are: checkpoint",
                "not-type:bogus, There are: checkpoint",
                "type:loras, Did you mean lora?",
                "format:xx, There are: safetensors",
                "base:bogus, assay stats --by base",
                "base:sdlx, Did you mean sdxl?",
                "dtype:xx, assay stats --by dtype"
            })
    void refusesAKindThatNoFileCanBe(String line) {
        String[] parts = line.split(", ");
        assertThat(fails(ExitCode.USAGE, "ls", parts[0]).err())
                .contains("No ", parts[1], "[bad_filter]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type:Lycoris",
                "type:pickle",
                "type:unknown",
                "base:SD-1.5",
                "base:pony",
                "base:flux1d",
                "base:wan22",
                "base:t5",
                "dtype:fp8",
                "dtype:float16",
                "dtype:q8_0",
                "dtype:Q4",
                "format:gguf"
            })
    void takesAKindThatAFileCouldBe(String filter) {
        assertThat(ok("ls", filter, "--count").err()).isEmpty();
    }

    @Test
    void takesAFilterThatNamesWhatIsInstalled() {
        assertThat(ok("ls", "no:civitai", "--count").out()).isEqualTo("3\n");
        assertThat(ok("ls", "has:hash:sha256", "--count").out()).isEqualTo("3\n");
        assertThat(ok("ls", "root:comfy", "--count").out()).isEqualTo("3\n");
        assertThat(ok("ls", "--where", "no civitai and type = lora", "--count").out())
                .isEqualTo("2\n");
    }

    @Test
    void missesANamedFileOrHashButNotWhatFiltersLeaveOut() {
        for (String name :
                List.of("nosuch", "sha256:0123456789", "comfy:loras/no.safetensors", "civitai:1")) {
            assertThat(fails(ExitCode.NOT_FOUND, "ls", name).err()).contains("[no_match]");
        }
        assertThat(ok("ls", "type:vae").out()).isEmpty();
        assertThat(ok("ls", "not-type:lora", "type:vae", "--count").out()).isEqualTo("0\n");
    }

    @Test
    void breaksLinesBetweenWordsOnANarrowTerminal() {
        TestHost narrow = new TestHost(folder).onTerminal(40);
        for (String[] line : new String[][] {{"stats"}, {"show", "evil"}, {"show", "add_detail"}}) {
            assertThat(narrow.run(line).out().lines())
                    .as(String.join(" ", line))
                    .isNotEmpty()
                    .allMatch(one -> one.length() <= 40 || isOneWordBehindItsLabel(one));
        }
    }

    private static boolean isOneWordBehindItsLabel(String line) {
        return line.strip().split(" {2,}").length <= 2
                && !line.substring(Math.min(16, line.length())).strip().contains(" ");
    }

    @Test
    void namesRootsAndKeepsTheirFilesWhenTheNameGoes() {
        JsonNode root = json("root", "ls", "--json").get(0);
        assertThat(root.get("schema").asString()).isEqualTo("assay.root/1");
        assertThat(root.get("name").asString()).isEqualTo("comfy");
        assertThat(root.get("files").asInt()).isEqualTo(3);
        assertThat(fails(ExitCode.USAGE, "root", "add", folder.toString(), "comfy").err())
                .contains("[name_taken]");
        assertThat(fails(ExitCode.USAGE, "root", "add", folder.toString(), "Not A Name").err())
                .contains("[bad_value]");
        ok("root", "rename", "comfy", "sd");
        assertThat(ok("ls", "sd:loras", "--count").out()).isEqualTo("1\n");
        assertThat(fails(ExitCode.NOT_FOUND, "root", "rm", "sdd").err())
                .contains("Did you mean sd?");
        ok("root", "rm", "sd");
        assertThat(ok("ls", "--count").out()).isEqualTo("3\n");
    }

    @Test
    void takesANameFromAFolderThatIsNotThereNow() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        ok("root", "add", drive.toString(), "stick");
        Files.delete(drive);
        assertThat(ok("root", "rm", drive.toString()).err()).contains("stick is no name any more");
    }

    @Test
    void findsTheFoldersOfKnownPrograms() throws IOException {
        Files.createFile(folder.resolve("ComfyUI/folder_paths.py"));
        assertThat(json("root", "detect", "--json").get(0).get("layout").asString())
                .isEqualTo("comfyui");
        assertThat(ok("root", "add", "--detected", "-n").err()).contains("would be named comfy");
    }

    @Test
    void takesGlobsWhereNoShellExpandedThem() {
        assertThat(ok("ls", "*detail*", "--count").out()).isEqualTo("2\n");
        assertThat(ok("ls", "*.ckpt", "--count").out()).isEqualTo("1\n");
        assertThat(ok("ls", "ComfyUI/*/l*", "--count").out()).isEqualTo("1\n");
        assertThat(ok("ls", "detail*", "type:lora", "--count").out()).isEqualTo("1\n");
        assertThat(ok("hash", "ComfyUI/models/*/*.safetensors").out().lines()).hasSize(2);
        assertThat(ok("hash", "comfy:*/*detail*").out().lines()).hasSize(2);
    }

    @Test
    void takesSelectorsWhereverFilesAreWanted() {
        String hash = ok("hash", lora.toString()).out().substring(0, 10);
        for (String command : new String[] {"inspect", "hash", "note", "verify", "stats"}) {
            ok(command, hash, "--jsonl");
            ok(command, "type:lora", "base:sd15", "--jsonl");
            ok("ls", "type:lora");
            ok(command, "%1", "--jsonl");
            ok(command, "_", "--jsonl", "--quiet");
        }
        assertThat(ok("hash", "type:lora").out().lines()).hasSize(2);
        ok("show", hash, "--all");
        ok("ls", "type:lora", "-q");
        ok("show", "%2", "--json");
        ok("tag", "add", "keep", "%1-2");
        assertThat(ok("ls", "tag:keep", "--count").out()).isEqualTo("2\n");
    }

    @Test
    void namesEveryWordOfAFilterThatMakesNoSense() {
        String err = fails(ExitCode.USAGE, "ls", "type:lorra", "size:2GG").err();
        assertThat(err)
                .contains("2 words")
                .contains("  type:lorra size:2GG\n")
                .contains("\n       ^^^^^ No type lorra. Did you mean lora?\n")
                .contains("\n                  ^^^ ");
    }

    @Test
    void readsFilesAgainAndTellsRotFromAnEdit() throws IOException {
        assertThat(ok("verify", "--jsonl").out().lines().toList().getLast())
                .contains("\"schema\":\"assay.summary/1\"", "\"good\":3");
        turnABit(lora);
        JsonNode rot = json("verify", "type:lora", "--json");
        assertThat(rot.findValuesAsString("verdict")).containsExactlyInAnyOrder("rot", "good");
        Result told = fails(ExitCode.NO, "verify", "-o", "list", "--combined", "all.txt");
        assertThat(told.out())
                .contains("* " + lora)
                .contains("ROT: same size and date")
                .contains("a good copy: " + copy);
        assertThat(folder.resolve("all.txt")).content().contains("* " + lora, "= " + copy);
        Files.writeString(lora, "edited");
        assertThat(ok("verify", "-o", "list").out()).contains("~ " + lora);
    }

    @Test
    void keepsWhatItFoundWhenItIsInterrupted() throws IOException {
        turnABit(lora);
        Result told = assay.interrupted("verify", "-o", "list", "--repair", "--combined", "all");
        assertThat(told.exit()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(told.out()).contains("* " + lora);
        assertThat(told.err())
                .contains("2 files read again, 1 good, 1 rotten, 1 not reached. Stopped; ")
                .contains("all was not written, since not every file was read");
        assertThat(folder.resolve("all")).doesNotExist();
        Result rows = assay.interrupted("verify", "-o", "jsonl");
        assertThat(rows.out().lines()).hasSize(2).last().asString().contains("\"cancelled\":true");
    }

    @Test
    void repairsRotFromACopyOnceSomebodyAgreed() throws IOException {
        turnABit(lora);
        fails(ExitCode.REFUSED, "verify", "--repair");
        fails(ExitCode.NO, "verify", "--repair", "--yes");
        assertThat(lora).hasSameBinaryContentAs(copy);
        assertThat(Path.of(lora + ".rotten-1")).exists();
    }

    @Test
    void namesTheRottenFileAsTheNextCommandCan() throws IOException {
        Files.delete(models.resolve("checkpoints/evil.ckpt"));
        turnABit(copy);
        assertThat(fails(ExitCode.NO, "verify", "-o", "list").err())
                .contains("assay verify --repair '" + copy + "'\n");
        assertThat(assay.onTerminal(300).run("verify").err()).contains("assay verify --repair %2");
    }

    @Test
    void readsNothingAgainOfWhatIsNotThere() throws IOException {
        Files.move(models, folder.resolve("unplugged"));
        assertThat(fails(ExitCode.UNREADABLE, "verify").err())
                .contains("no file read again, 3 missing");
    }

    @Test
    void showsALinkAsOneMoreNameAndNoCopy() throws IOException {
        Path link = Files.createLink(models.resolve("old/link.safetensors"), lora);
        assay.run("scan", "comfy:", "--hash");
        assertThat(ok("show", lora.toString()).out())
                .containsPattern("Link +" + link)
                .containsPattern("Copy +" + copy);
    }

    /** Same size, same date, other bytes. */
    private static void turnABit(Path file) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 5);
            bytes.write(1);
        }
        Files.setLastModifiedTime(file, before);
    }

    @Test
    void verifiesAgainstAListOfChecksums() throws IOException {
        String line = ok("hash", lora.toString()).out();
        Files.writeString(folder.resolve("good.sha256"), line);
        assertThat(ok("verify", "--against", "good.sha256", "-o", "tsv").out()).startsWith("good");
        Files.writeString(folder.resolve("other.sha256"), "0".repeat(64) + "  " + lora + "\n");
        assertThat(fails(ExitCode.NO, "verify", "--against", "other.sha256", "-o", "tsv").out())
                .startsWith("mismatch");
        assertThat(fails(ExitCode.USAGE, "verify", "--against", "catlog").err())
                .contains("Did you mean catalog?");
        assertThat(fails(ExitCode.USAGE, "verify", "--subset", "5/3").err()).contains("5%");
        assertThat(ok("verify", "--subset", "1/2", "-n").err()).contains("would be read");
    }

    @Test
    void forgetsWhatIsGoneOnlyWhenToldTo() throws IOException {
        Files.delete(lora);
        assay.run("scan", "comfy:");
        assertThat(ok("prune").err()).contains("1 missing file, none of them for 90d");
        assertThat(ok("prune", "--gone", "0d", "-n", "--json").out()).contains("assay.plan/1");
        fails(ExitCode.REFUSED, "prune", "--gone", "0d");
        assertThat(ok("ls", "is:missing", "--count").out()).isEqualTo("1\n");
        ok("prune", lora.toString(), "--gone", "0d", "--yes");
        assertThat(ok("ls", "is:missing", "--count").out()).isEqualTo("0\n");
        fails(ExitCode.USAGE, "prune", "--gone", "soon");
    }

    @Test
    void keepsTagsAndNotesWithTheBytes() {
        ok("tag", "add", "keep", "add_detail");
        ok("note", "add_detail", "-m", "best at 0.6");
        JsonNode both = json("ls", "tag:keep", "--json");
        assertThat(both.findValuesAsString("user_note"))
                .containsExactly("best at 0.6", "best at 0.6");
        assertThat(ok("search", "best", "0.6", "-o", "paths").out()).contains(copy.toString());
        assertThat(json("tag", "ls", "--json").get(0).get("files").asInt()).isEqualTo(2);
        assertThat(ok("show", copy.toString()).out()).contains("My tags", "keep", "best at 0.6");
        assertThat(ok("note", "-o", "csv", "-F", "note").out()).contains("best at 0.6");
        ok("note", "add_detail", "--rm");
        ok("tag", "rm", "keep", "type:lora");
        assertThat(ok("ls", "tag:keep", "--count").out()).isEqualTo("0\n");
        assertThat(ok("note", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void countsByWhateverIsAskedFor() {
        JsonNode stats = json("stats", "--by", "type,ext", "--json");
        assertThat(stats.get("files").asInt()).isEqualTo(3);
        assertThat(stats.get("by_ext").size()).isEqualTo(2);
        assertThat(ok("stats", "-o", "list").out()).contains("3 models", "By type", "lora");
        assertThat(ok("stats", "comfy:loras", "-o", "tsv").out()).startsWith("type\tlora\t1\t");
        assertThat(fails(ExitCode.USAGE, "stats", "--by", "typ").err())
                .contains("Did you mean type?");
    }

    @Test
    void looksAfterTheCatalog() throws IOException {
        assertThat(json("catalog", "info", "--json").get("files").asInt()).isEqualTo(3);
        assertThat(ok("catalog", "-o", "list").out()).contains("hashed          ");
        assertThat(json("catalog", "check", "--json").get("sound").asBoolean()).isTrue();
        ok("catalog", "compact");
        ok("catalog", "backup", "copy.db");
        assertThat(fails(ExitCode.REFUSED, "catalog", "backup", "copy.db").err())
                .contains("[output_failed]");
        ok("tag", "add", "keep", "evil");
        ok("catalog", "export", "mine.jsonl");
        assertThat(Files.readAllLines(folder.resolve("mine.jsonl"))).hasSize(1);
        assertThat(ok("catalog", "export", "-").out()).contains("assay.userdata/1");
        fails(ExitCode.REFUSED, "catalog", "restore", "copy.db");
        ok("catalog", "restore", "copy.db", "--yes");
        assertThat(json("tag", "ls", "--json").size()).isZero();
        ok("catalog", "import", "mine.jsonl");
        assertThat(json("tag", "ls", "--json").size()).isEqualTo(1);
        Files.writeString(folder.resolve("bad.jsonl"), "no json\n");
        assertThat(fails(ExitCode.UNREADABLE, "catalog", "import", "bad.jsonl").err())
                .contains("[bad_line]");
    }

    @Test
    void saysWhatIsThereBeforeTheFirstScan() {
        TestHost fresh =
                new TestHost(folder).with("XDG_DATA_HOME", folder.resolve("no").toString());
        for (String[] words :
                new String[][] {
                    {"catalog"}, {"catalog", "check"}, {"stats"}, {"catalog", "export", "-"}
                }) {
            assertThat(fresh.run(words).exit()).isEqualTo(ExitCode.NOT_FOUND);
        }
        for (String[] words :
                new String[][] {{"root", "ls"}, {"tag"}, {"note"}, {"verify"}, {"prune"}}) {
            assertThat(fresh.run(words).exit()).isEqualTo(ExitCode.OK);
        }
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void readsEveryFileOfAListWhateverTheCatalogKnows() throws IOException {
        Path fresh = Models.lora(folder.resolve("elsewhere/fresh.safetensors"));
        String sums = ok("hash", lora.toString(), fresh.toString()).out();
        Files.writeString(folder.resolve("sums"), sums);
        assertThat(ok("verify", "--against", "sums", "-o", "tsv").out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("good"));
        Files.writeString(lora, "x", StandardOpenOption.APPEND);
        Files.delete(fresh);
        Result told = fails(ExitCode.NO, "verify", "--against", "sums", "-o", "list");
        assertThat(told.out()).contains("* " + lora, "- " + fresh).doesNotContain("edited");
        assertThat(told.err()).contains("1 file read again, 1 different, 1 missing");
        Files.delete(lora);
        fails(ExitCode.NO, "verify", "--against", "sums");
    }

    @Test
    void readsOfAListWhatTheSelectorsMean() throws IOException {
        Path fresh = Models.lora(folder.resolve("elsewhere/fresh.safetensors"));
        String sums = ok("hash", lora.toString(), fresh.toString()).out();
        Files.writeString(folder.resolve("sums"), sums);
        assertThat(ok("verify", "elsewhere/", "--against", "sums", "-o", "paths").out())
                .isEqualTo(fresh + "\n");
        Result some = ok("verify", "type:lora", "--against", "sums", "-o", "paths");
        assertThat(some.out()).isEqualTo(lora + "\n");
        assertThat(some.err()).contains("not in the list and passed by: 1 file");
        assertThat(fails(ExitCode.NOT_FOUND, "verify", "nowhere/", "--against", "sums").err())
                .contains("the list names no file of nowhere/");
        assertThat(ok("verify", "-n", "--against", "sums").err()).contains("2 files");
    }

    @Test
    void refusesAListThatSaysTwoThingsOfAFile() throws IOException {
        Files.writeString(
                folder.resolve("sums"),
                ok("hash", lora.toString()).out() + "0".repeat(64) + "  " + lora + "\n");
        assertThat(fails(ExitCode.USAGE, "verify", "--against", "sums").err())
                .contains("sums has two different SHA-256 of " + lora);
    }

    @Test
    void makesNoCatalogToHoldFilesAgainstAList() throws IOException {
        Path home = Files.createDirectory(folder.resolve("new"));
        TestHost fresh = new TestHost(home);
        Files.writeString(home.resolve("a.pt"), "hello");
        Files.writeString(home.resolve("sums"), fresh.run("hash", "a.pt").out());
        Result result = fresh.run("verify", "--against", "sums", "-o", "tsv");
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).startsWith("good");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".db"));
        }
    }

    @Test
    void replacesNoFileByAReportUnasked() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "= /what I want to keep\n# x");
        Result refused = fails(ExitCode.REFUSED, "verify", "--combined", "notes.txt");
        assertThat(refused.err()).contains("is there already and was not replaced");
        assertThat(refused.out()).isEmpty();
        assertThat(notes).content().contains("keep");
        ok("verify", "--combined", "notes.txt", "-y");
        assertThat(notes).content().contains("= " + copy).doesNotContain("keep");
        ok("verify", "--combined", "notes.txt");
    }

    @Test
    void neverReplacesAModelByAReport() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), lora);
        for (Path file : new Path[] {lora, link}) {
            Result refused = fails(ExitCode.REFUSED, "verify", "-y", "--combined", file.toString());
            assertThat(refused.err()).contains("is in the catalog and is never replaced");
        }
        Path other = Files.createLink(folder.resolve("hard.txt"), lora);
        ok("verify", "-y", "--combined", other.toString());
        assertThat(lora).hasSameBinaryContentAs(copy);
    }

    @Test
    void isSilentWhenToldToBeQuietAndAllIsWell() throws IOException {
        for (String form : List.of("auto", "list", "table", "csv", "md", "jsonl", "ids")) {
            Result good = ok("verify", "-q", "-o", form);
            assertThat(good.out() + good.err()).as(form).isEmpty();
        }
        assertThat(ok("verify", "-q", "--json").out()).isEqualTo("[]\n");
        turnABit(lora);
        assertThat(fails(ExitCode.NO, "verify", "-q").out().lines())
                .singleElement()
                .asString()
                .startsWith("rot\t" + lora);
        assertThat(fails(ExitCode.NO, "verify", "-q", "--jsonl").out().lines())
                .hasSize(2)
                .noneMatch(line -> line.contains("\"verdict\":\"good\""));
    }
}
