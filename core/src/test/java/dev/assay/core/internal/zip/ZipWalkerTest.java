package dev.assay.core.internal.zip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.testfiles.Bytes;
import dev.assay.core.internal.testfiles.ZipBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipWalkerTest {

    private static final byte[] GOOD = "good".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVIL = "evil".getBytes(StandardCharsets.US_ASCII);

    @Test
    void readsAnOrdinaryZipWithoutARemark() throws IOException {
        byte[] zip = new ZipBytes().stored("a/b", GOOD).deflated("a/c", new byte[500]).done();
        ZipIndex index = walk(zip);
        assertThat(index.members()).extracting(ZipMember::name).containsExactly("a/b", "a/c");
        assertThat(index.members().getFirst())
                .returns(33L, ZipMember::dataStart)
                .returns(4L, ZipMember::declared);
        assertThat(index.members().getLast().inflatedSize()).isEqualTo(500);
        assertThat(index.oddities()).isEmpty();
        assertThat(index.hasDirectory()).isTrue();
        assertThat(index.whole()).isTrue();
    }

    @Test
    void readsTheDescriptorsThatStreamingWritersAppend() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"one", "two"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[1000]);
                zip.closeEntry();
            }
        }
        ZipIndex index = walk(out.toByteArray());
        assertThat(index.members()).hasSize(2);
        assertThat(index.oddities()).isEmpty();
    }

    @Test
    void readsBothMembersOfOneName() throws IOException {
        ZipIndex index = walk(new ZipBytes().stored("a", EVIL).stored("a", GOOD).done());
        assertThat(index.members()).extracting(ZipMember::dataStart).containsExactly(31L, 66L);
        assertThat(index.oddities()).anyMatch(oddity -> oddity.contains("several members 'a'"));
    }

    @Test
    void findsMembersThatNoDirectoryLists() throws IOException {
        ZipIndex index =
                walk(new ZipBytes().stored("a", GOOD).hidden("h", EVIL).stored("b", GOOD).done());
        assertThat(index.members()).extracting(ZipMember::name).containsExactly("a", "h", "b");
        assertThat(index.oddities()).anyMatch(oddity -> oddity.contains("'h' is not in"));
    }

    @Test
    void findsMembersBehindAnEndRecordInTheComment() throws IOException {
        byte[] zip = new ZipBytes().stored("a", EVIL).comment(ZipBytes.emptyEnd()).done();
        assertThat(walk(zip).members()).extracting(ZipMember::name).contains("a");
    }

    @Test
    void findsMembersOfAZipWithoutADirectory() throws IOException {
        byte[] zip = new ZipBytes().stored("a", GOOD).stored("b", EVIL).cutHere();
        ZipIndex index = walk(zip);
        assertThat(index.members()).extracting(ZipMember::name).containsExactly("a", "b");
        assertThat(index.hasDirectory()).isFalse();
    }

    @Test
    void findsMembersOfAZipThatSomethingWasPutBefore() throws IOException {
        byte[] zip = new ZipBytes().stored("a", EVIL).done();
        byte[] moved = new Bytes().text("#!/bin/sh\n").raw(zip).done();
        ZipIndex index = walk(moved);
        assertThat(index.members()).extracting(ZipMember::dataStart).contains(41L);
        assertThat(index.oddities()).isNotEmpty();
    }

    @Test
    void remarksWhereDirectoryAndHeaderDiffer() throws IOException {
        ZipIndex index = walk(new ZipBytes().renamed("data.pkl", "decoy", EVIL).done());
        assertThat(index.members().getFirst())
                .returns("data.pkl", ZipMember::name)
                .returns("decoy", ZipMember::localName);
        assertThat(index.oddities()).hasSize(1);
    }

    @Test
    void readsMembersMarkedAsEncrypted() throws IOException {
        ZipIndex index = walk(new ZipBytes().flags(1).stored("a", EVIL).done());
        assertThat(index.members().getFirst().encrypted()).isTrue();
    }

    @Test
    void remarksBytesThatBelongToNoMember() throws IOException {
        byte[] zip = new ZipBytes().stored("a", GOOD).gap(new byte[100]).stored("b", GOOD).done();
        assertThat(walk(zip).oddities()).anyMatch(oddity -> oddity.contains("100 bytes at 35"));
    }

    @Test
    void keepsNoMoreNamesThanMemoryHolds() throws IOException {
        ZipBytes listed = new ZipBytes();
        ZipBytes own = new ZipBytes();
        for (int i = 0; i < 300; i++) {
            String name = i + "n".repeat(60_000);
            listed.renamed(name, "a", GOOD);
            own.renamed("a", name, GOOD);
        }
        assertThat(walk(listed.done()).whole()).isFalse();
        assertThat(walk(own.done()).whole()).isFalse();
    }

    @Test
    void survivesEveryCutOfAZip() throws IOException {
        byte[] zip = new ZipBytes().stored("a", GOOD).deflated("b", new byte[300]).done();
        for (int length = 0; length < zip.length; length++) {
            assertThat(walk(Arrays.copyOf(zip, length)).members().size()).isLessThanOrEqualTo(4);
        }
    }

    private static ZipIndex walk(byte[] zip) throws IOException {
        return ZipWalker.walk(ByteSource.of(zip));
    }
}
