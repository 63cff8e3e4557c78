package dev.assay.shell.command.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.view.HashNames;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What coreutils 9.1 makes of each line was tried with {@code sha256sum -c}. */
class LineReaderTest {
    private static final String HEX =
            "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    private final LineReader reader = new LineReader(new HashNames());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H f",
                "H\tf",
                "H  f",
                "H *f",
                "  H  f",
                "\tH  f",
                "H\t f",
                "  SHA256 (f) = H",
                "SHA256(f)= H",
                "SHA256 (f)=H",
                "SHA256   (f)  =  H",
                "SHA2-256(f)= H",
                "SHA-256 (f) = H"
            })
    void readsBlanksAsCoreutilsDoes(String line) {
        assertThat(names(line)).containsExactly("f");
    }

    @Test
    void keepsABlankThatANameBeginsWith() {
        assertThat(names("H   f")).containsExactly(" f");
    }

    @Test
    void takesOneBlankBeforeEachNameOfAListThatBeginsSo() {
        assertThat(names("H f", "H  f", "H *f")).containsExactly("f", " f", "*f");
    }

    @Test
    void refusesOneBlankInAListThatBeginsWithTwo() {
        assertThat(names("H  f", "H f", "H  g")).containsExactly("f", "g");
    }

    @ParameterizedTest
    @CsvSource({
        "BLAKE2b, blake2b-512",
        "BLAKE2B-512, blake2b-512",
        "BLAKE2b-256, blake2b-256",
        "BLAKE2s, blake2s-256",
        "RIPEMD-160, ripemd160",
        "RMD160, ripemd160",
        "SHA-1, sha1",
        "SHA2-512, sha512",
        "SHA3-512, sha3-512"
    })
    void knowsWhatOtherProgramsCallTheirDigests(String tag, String id) {
        List<AlgorithmInfo> installed =
                List.of("blake2b-512", "blake2b-256", "blake2s-256", "ripemd160", "sha1", "sha512")
                        .stream()
                        .map(LineReaderTest::algorithm)
                        .toList();
        assertThat(new TagNames(new HashNames(installed)).find(tag))
                .isEqualTo(id.equals("sha3-512") ? Optional.empty() : Optional.of(HashId.of(id)));
    }

    private static AlgorithmInfo algorithm(String id) {
        return new AlgorithmInfo(HashId.of(id), id, 512, "stream", "a test", "here");
    }

    private List<String> names(String... lines) {
        return List.of(lines).stream()
                .map(line -> line.replace("H", "#").replace("S#A", "SHA").replace("#", HEX))
                .flatMap(line -> reader.read(Octets.of(line)).stream())
                .map(line -> line.name().text())
                .toList();
    }
}
