package dev.assay.core.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.internal.catalog.Known;
import dev.assay.core.internal.hash.BlockCrcs;
import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.internal.hash.HashSettings;
import dev.assay.core.internal.hash.Hashing;
import dev.assay.core.internal.walk.Stats;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.RepairedFile;
import dev.assay.core.model.Safety;
import dev.assay.core.model.Subset;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.model.VerifiedFile.Verdict;
import dev.assay.core.model.VerifyRequest;
import dev.assay.core.model.VerifyRequest.Reference;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final HashId SHA256 = HashId.of("sha256");

    @TempDir Path folder;
    private Catalog catalog;
    private Hashing hashing;

    @BeforeEach
    void open() {
        catalog = Catalog.open(folder.resolve("catalog.db"), Clock.systemUTC(), "1");
        hashing = new Hashing(Map.of(SHA256, new Sha256()), HashSettings.defaults());
    }

    @AfterEach
    void close() {
        hashing.close();
        catalog.close();
    }

    private static final class Sha256 implements StreamHash {
        @Override
        public HashId id() {
            return SHA256;
        }

        @Override
        public int length() {
            return 32;
        }

        @Override
        public String purpose() {
            return "for tests";
        }

        @Override
        public Hasher newHasher() {
            MessageDigest digest = digest();
            return new Hasher() {
                @Override
                public void update(ByteBuffer bytes) {
                    digest.update(bytes);
                }

                @Override
                public byte[] finish() {
                    return digest.digest();
                }
            };
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A file of forty MiB less a bit: three blocks of 16 MiB. */
    private Path add(String name, int fill) throws IOException {
        Path file = folder.resolve(name);
        byte[] content = new byte[(40 << 20) - 5];
        java.util.Arrays.fill(content, (byte) fill);
        Files.write(file, content);
        FileHashes hashes =
                hashing.hash(
                        new HashJob(
                                file,
                                FileFacts.ofSize(content.length),
                                List.of(SHA256),
                                Workload.of(content.length)),
                        new Cancellation(),
                        bytes -> {});
        assertThat(hashes.outcomes())
                .containsExactly(
                        new HashOutcome.Computed(Digest.of(SHA256, digest().digest(content))));
        Inspection inspection =
                new Inspection(
                        file,
                        content.length,
                        Format.UNKNOWN,
                        FileState.OK,
                        OptionalLong.empty(),
                        Classification.unknown(),
                        new Safety(Safety.Verdict.CLEAN, List.of(), List.of(), ""),
                        Map.of(),
                        List.of(),
                        0);
        catalog.scan(folder)
                .save(
                        CatalogEntry.seen(
                                new Stats().file(file),
                                folder,
                                inspection,
                                Map.of(SHA256, hashes.outcomes().getFirst())),
                        hashes.blockCrcs());
        return file;
    }

    private VerifiedFile verify(Path file) {
        return verify(file, new Reference.Catalog());
    }

    private VerifiedFile verify(Path file, Reference against) {
        return verify(catalog.entry(file).orElseThrow(), against);
    }

    private VerifiedFile verify(CatalogEntry entry, Reference against) {
        return new Verification(
                        () -> catalog,
                        hashing,
                        new Verification.Terms(against, false, Workload.of(0)))
                .verify(entry, new Cancellation(), bytes -> {})
                .orElseThrow();
    }

    private static void turnABit(Path file, long at) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 4);
        }
        Files.setLastModifiedTime(file, before);
    }

    @Test
    void remembersWhenAFileWasFoundGood() throws IOException {
        Path file = add("a.pt", 1);
        assertThat(verify(file).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(catalog.entry(file).orElseThrow().marks().verified()).isPresent();
    }

    @Test
    void namesTheBadBlockOfARottenFileAndAGoodCopy() throws IOException {
        Path file = add("a.pt", 1);
        Path copy = add("copy.pt", 1);
        turnABit(file, (20L << 20) + 77);
        VerifiedFile result = verify(file);
        assertThat(result.verdict()).isEqualTo(Verdict.ROT);
        assertThat(result.firstBadByte()).hasValue(BlockCrcs.BLOCK);
        assertThat(result.copies()).containsExactly(copy);
        assertThat(result.now()).isPresent().get().isNotEqualTo(result.stored());
        assertThat(catalog.entry(file).orElseThrow().marks().verified()).isEmpty();
        assertThat(catalog.entry(file).orElseThrow().digest(SHA256).orElseThrow().hex())
                .isEqualTo(result.stored());
    }

    @Test
    void takesNoLinkToARottenFileForACopyOfIt() throws IOException {
        Path file = add("a.pt", 1);
        Path copy = add("copy.pt", 1);
        link(Files.createLink(folder.resolve("hard.pt"), file));
        link(Files.createSymbolicLink(folder.resolve("soft.pt"), file));
        turnABit(file, 99);
        assertThat(verify(file).copies()).containsExactly(copy);
    }

    private void link(Path name) throws IOException {
        CatalogEntry file = catalog.entry(folder.resolve("a.pt")).orElseThrow();
        FileStat stat = new Stats().file(name);
        catalog.scan(folder)
                .save(CatalogEntry.seen(stat, folder, file.inspection(), file.hashes()), List.of());
    }

    @Test
    void tellsAnEditFromRot() throws IOException {
        Path file = add("a.pt", 1);
        turnABit(file, 5);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        VerifiedFile result = verify(file);
        assertThat(result.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(result.now()).isEmpty();
    }

    @Test
    void tellsAMissingFile() throws IOException {
        Path file = add("a.pt", 1);
        Files.delete(file);
        assertThat(verify(file).verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void readsOnlyAPartWhenAskedTo() throws IOException {
        List<CatalogEntry> all =
                List.of(
                        catalog.entry(add("a.pt", 1)).orElseThrow(),
                        catalog.entry(add("b.pt", 2)).orElseThrow(),
                        catalog.entry(add("c.pt", 3)).orElseThrow(),
                        catalog.entry(add("d.pt", 4)).orElseThrow());
        assertThat(Subset.of("50%").orElseThrow().select(all)).hasSize(2);
        assertThat(Subset.of("1%").orElseThrow().select(all)).hasSize(1);
        assertThat(Subset.of("90M").orElseThrow().select(all)).hasSize(2);
        int sum = 0;
        for (int part = 1; part <= 3; part++) {
            sum += Subset.of(part + "/3").orElseThrow().select(all).size();
        }
        assertThat(sum).isEqualTo(4);
        assertThat(List.of("5", "0/3", "4/3", "x%", "200%", "0%", "00.0%", "0G"))
                .allMatch(one -> Subset.of(one).isEmpty());
    }

    @Test
    void tellsWhatAnotherListSaysFromRot() throws IOException {
        Path file = add("a.pt", 1);
        Digest other = Digest.of(SHA256, new byte[32]);
        VerifiedFile result = verify(file, new Reference.Digests(Map.of(file, other)));
        assertThat(result.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(result.stored()).isEqualTo(other.hex());
        assertThat(catalog.entry(file).orElseThrow().marks().verified()).isPresent();
    }

    @Test
    void putsAGoodCopyInThePlaceOfARottenFileAndKeepsThat() throws IOException {
        Path file = add("a.pt", 1);
        Path copy = add("copy.pt", 1);
        FileTime date = Files.getLastModifiedTime(file);
        turnABit(file, 99);
        byte[] rotten = Files.readAllBytes(file);

        RepairedFile repaired =
                new Repair(catalog, hashing).repair(verify(file), new Cancellation());

        assertThat(repaired.from()).contains(copy);
        assertThat(repaired.problem()).isEmpty();
        assertThat(file).hasSameBinaryContentAs(copy);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(date);
        assertThat(repaired.kept().orElseThrow()).hasBinaryContent(rotten);
        assertThat(verify(file).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(catalog.scan(folder).lookUp(List.of(new Stats().file(file))).getFirst())
                .isInstanceOf(Known.Unchanged.class);
    }

    @Test
    void leavesARottenFileAloneWhenItsCopyIsRottenToo() throws IOException {
        Path file = add("a.pt", 1);
        Path copy = add("copy.pt", 1);
        turnABit(file, 99);
        turnABit(copy, 77);
        byte[] before = Files.readAllBytes(file);

        RepairedFile repaired =
                new Repair(catalog, hashing).repair(verify(file), new Cancellation());

        assertThat(repaired.isRepaired()).isFalse();
        assertThat(repaired.problem().orElseThrow().message()).contains(copy.toString());
        assertThat(file).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("repair"));
        }
    }

    @Test
    void readsThoseFirstThatWereNotReadForTheLongestTime() throws IOException {
        Path first = add("a.pt", 1);
        Path second = add("b.pt", 2);
        verify(first);
        List<CatalogEntry> both =
                List.of(catalog.entry(first).orElseThrow(), catalog.entry(second).orElseThrow());
        assertThat(VerifyRequest.of(both).only(new Subset.All(), true).chosen())
                .extracting(one -> one.file().path())
                .containsExactly(second, first);
    }

    @Test
    void holdsAnEditedFileAgainstAListAllTheSame() throws IOException {
        Path file = add("a.pt", 1);
        Digest right = catalog.entry(file).orElseThrow().digest(SHA256).orElseThrow();
        Reference list = list(file, right);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThat(verify(file, list).verdict()).isEqualTo(Verdict.GOOD);
        Files.writeString(file, "x", StandardOpenOption.APPEND);
        VerifiedFile result = verify(file, list);
        assertThat(result.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(result.now()).isPresent();
    }

    @Test
    void holdsFilesAgainstAListThatTheCatalogDoesNotKnow() throws IOException {
        Path file = Files.writeString(folder.resolve("b.pt"), "hello");
        Path gone = folder.resolve("gone.pt");
        Digest right = Digest.of(SHA256, digest().digest(Files.readAllBytes(file)));
        Digest other = Digest.of(SHA256, new byte[32]);
        VerifyRequest request =
                VerifyRequest.of(
                                List.of(
                                        CatalogEntry.unknown(file, 5),
                                        CatalogEntry.unknown(gone, 0),
                                        CatalogEntry.unknown(folder.resolve("unlisted"), 0)))
                        .against(new Reference.Digests(Map.of(file, right, gone, other)));
        assertThat(request.chosen())
                .extracting(one -> verify(one, request.against()).verdict())
                .containsExactly(Verdict.GOOD, Verdict.MISSING);
        assertThat(verify(CatalogEntry.unknown(file, 5), list(file, other)).verdict())
                .isEqualTo(Verdict.MISMATCH);
    }

    private static Reference list(Path file, Digest digest) {
        return new Reference.Digests(Map.of(file, digest));
    }

    @Test
    void callsNoCopyGoodOfBytesThatTheListDoesNotName() throws IOException {
        Path file = add("a.pt", 1);
        add("copy.pt", 1);
        Digest other = Digest.of(SHA256, new byte[32]);
        assertThat(verify(file, list(file, other)).copies()).isEmpty();
    }
}
