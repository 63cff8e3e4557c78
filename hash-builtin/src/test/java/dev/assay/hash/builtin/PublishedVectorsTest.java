package dev.assay.hash.builtin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digests of {@code abc} from the documents that define them. */
class PublishedVectorsTest {

    @ParameterizedTest
    @CsvSource({
        "md5, 900150983cd24fb0d6963f7d28e17f72",
        "sha1, a9993e364706816aba3e25717850c26c9cd0d89d",
        "sha256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "sha512, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "sha3-256, 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
        "sha3-512, b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e"
                + "10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
        "blake2b-256, bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319",
        "blake2b-512, ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
        "blake2s-256, 508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982",
        "ripemd160, 8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
        "sm3, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "whirlpool, 4e2448a4c6f486bb16b6562c73b4020bf3043e3a731bce721ae1b303d97e6d4c"
                + "7181eebdb6c57e277d0e34957114cbd6c797fc9d95d8b582d225292076d4eef5",
        "keccak-256, 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
    })
    void agreesWithTheStandard(String id, String expected) {
        assertThat(Hashes.hex(id, "abc".getBytes(US_ASCII))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sha256, b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
        "autov1, smaller than 2 MiB",
        "autov2, b94d27b993",
        "autov3, not a safetensors file",
        "crc32, 0d4a1185",
    })
    void agreesWithTheTestOfCivitaisScanner(String id, String expected) {
        assertThat(Hashes.hex(id, "hello world".getBytes(US_ASCII))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"crc32, cbf43926"})
    void agreesWithTheCheckValueOfCrc32(String id, String expected) {
        assertThat(Hashes.hex(id, "123456789".getBytes(US_ASCII))).isEqualTo(expected);
    }
}
