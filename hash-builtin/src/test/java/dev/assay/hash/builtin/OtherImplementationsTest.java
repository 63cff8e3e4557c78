package dev.assay.hash.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every digest against code of another hand. */
class OtherImplementationsTest {
    private static final int LENGTH = 100_003;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha1", "sha256", "sha512", "sha3-256", "sha3-512"})
    void agreesWithBouncyCastle(String id) {
        Digest other = theirs(id);
        byte[] out = new byte[other.getDigestSize()];
        other.update(Hashes.sample(LENGTH), 0, LENGTH);
        other.doFinal(out, 0);
        assertThat(Hashes.hex(id, Hashes.sample(LENGTH))).isEqualTo(HexFormat.of().formatHex(out));
    }

    @Test
    void agreesWithTheTextbookCrc32() {
        assertThat(Hashes.hex("crc32", Hashes.sample(LENGTH)))
                .isEqualTo("%08x".formatted(textbookCrc32(Hashes.sample(LENGTH))));
    }

    @Test
    void agreesWithTheTextbookKeccak() {
        for (int length : List.of(0, 1, 135, 136, 137, 1000)) {
            byte[] bytes = Hashes.sample(length);
            assertThat(Keccak.hex256(bytes, 0x06)).isEqualTo(Hashes.hex("sha3-256", bytes));
            assertThat(Keccak.hex256(bytes, 0x01)).isEqualTo(Hashes.hex("keccak-256", bytes));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "blake2b-512, -blake2b512",
        "blake2s-256, -blake2s256",
        "sm3, -sm3",
        "ripemd160, -ripemd160",
        "whirlpool, -whirlpool -provider legacy -provider default",
    })
    void agreesWithOpenssl(String id, String options) throws Exception {
        Path file = Files.write(folder.resolve("sample"), Hashes.sample(LENGTH));
        List<String> command = new java.util.ArrayList<>(List.of("openssl", "dgst", "-r"));
        command.addAll(List.of(options.split(" ")));
        command.add(file.toString());
        agrees(id, command);
    }

    @Test
    void agreesWithPythonsBlake2b() throws Exception {
        Path file = Files.write(folder.resolve("sample"), Hashes.sample(LENGTH));
        String program =
                "import hashlib,sys;"
                        + "print(hashlib.blake2b(open(sys.argv[1],'rb').read(),digest_size=32)"
                        + ".hexdigest())";
        agrees("blake2b-256", List.of("python3", "-c", program, file.toString()));
    }

    private static void agrees(String id, List<String> command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, command.getFirst() + " is not installed: " + id + " not compared");
            throw new UncheckedIOException(e);
        }
        String printed = new String(process.getInputStream().readAllBytes());
        assumeTrue(process.waitFor() == 0, command.getFirst() + " lacks " + id + ": not compared");
        assertThat(printed.strip()).startsWith(Hashes.hex(id, Hashes.sample(LENGTH)));
    }

    private static Digest theirs(String id) {
        return Map.<String, Digest>of(
                        "md5", new MD5Digest(),
                        "sha1", new SHA1Digest(),
                        "sha256", SHA256Digest.newInstance(),
                        "sha512", new SHA512Digest(),
                        "sha3-256", new SHA3Digest(256),
                        "sha3-512", new SHA3Digest(512))
                .get(id);
    }

    private static int textbookCrc32(byte[] bytes) {
        int crc = ~0;
        for (byte b : bytes) {
            crc ^= b & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ (0xEDB88320 & -(crc & 1));
            }
        }
        CRC32 jdk = new CRC32();
        jdk.update(bytes);
        assertThat((int) jdk.getValue()).isEqualTo(~crc);
        return ~crc;
    }
}
