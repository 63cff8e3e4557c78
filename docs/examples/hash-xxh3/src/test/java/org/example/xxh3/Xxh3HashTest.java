package org.example.xxh3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.contract.Clause;
import dev.assay.hash.spi.contract.HashContract;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class Xxh3HashTest {
    private final Xxh3Hash hash = new Xxh3Hash();

    /** Each sentence of the contract is a test of its own. */
    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return HashContract.of((HashAlgorithm) hash).stream()
                .map(clause -> DynamicTest.dynamicTest(clause.sentence(), clause::check));
    }

    @Test
    void makesAWholePlugin() {
        HashContract.check(new Xxh3Plugin());
    }

    /** What xxhsum -H3 prints. */
    @Test
    void agreesWithTheReference() {
        assertEquals("2d06800538d394c2", xxh3(""));
        assertEquals("e6c632b61e964e1f", xxh3("a"));
        assertEquals("78af5f94892f3950", xxh3("abc"));
    }

    private String xxh3(String text) {
        var hasher = hash.newHasher();
        hasher.update(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(hasher.finish());
    }
}
