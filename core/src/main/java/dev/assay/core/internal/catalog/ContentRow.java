package dev.assay.core.internal.catalog;

import dev.assay.hash.spi.Digest;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table {@code content}.
 *
 * @param blocks CRC-32C of every 16 MiB, where the whole file was read for it
 * @param sum as stored
 */
record ContentRow(
        long id,
        long size,
        Optional<Digest> sha256,
        List<Integer> blocks,
        Optional<Instant> hashed,
        Optional<Instant> verified,
        long sum) {

    /** What {@link #of(ResultSet)} reads. */
    static final String COLUMNS = "id, size, sha256, blocks, hashed, verified, sum";

    static ContentRow of(ResultSet row) throws SQLException {
        return new ContentRow(
                row.getLong(1),
                row.getLong(2),
                Optional.ofNullable(row.getBytes(3))
                        .map(bytes -> Digest.of(ContentTable.SHA256, bytes)),
                unpack(row.getBytes(4)),
                Sql.instant(row, 5),
                Sql.instant(row, 6),
                row.getLong(7));
    }

    /** {@return a row to be written, with its sum} */
    static ContentRow of(
            long id,
            long size,
            Optional<Digest> sha256,
            List<Integer> blocks,
            Optional<Instant> hashed,
            Optional<Instant> verified) {
        long sum = sum(id, size, sha256, blocks, hashed, verified);
        return new ContentRow(id, size, sha256, blocks, hashed, verified, sum);
    }

    boolean isSound() {
        return sum == sum(id, size, sha256, blocks, hashed, verified);
    }

    /**
     * {@return the row with a SHA-256 that was computed now}
     *
     * @param crcs of its blocks; what is known of them stays when these are none
     * @param now kept when it is the first time
     */
    ContentRow withSha256(Digest digest, List<Integer> crcs, Instant now) {
        return of(
                id,
                size,
                Optional.of(digest),
                crcs.isEmpty() ? blocks : crcs,
                hashed.isPresent() ? hashed : Optional.of(now),
                verified);
    }

    /** {@return the row when its bytes were read again and are what the digest says} */
    ContentRow withVerified(Instant now) {
        return of(id, size, sha256, blocks, hashed, Optional.of(now));
    }

    private static long sum(
            long id,
            long size,
            Optional<Digest> sha256,
            List<Integer> blocks,
            Optional<Instant> hashed,
            Optional<Instant> verified) {
        return RowSum.of(
                id,
                size,
                bytes(sha256),
                pack(blocks),
                FileRow.nanos(hashed),
                FileRow.nanos(verified));
    }

    /** {@return the SHA-256 as the column has it} */
    byte @Nullable [] sha256Bytes() {
        return bytes(sha256);
    }

    private static byte @Nullable [] bytes(Optional<Digest> digest) {
        return digest.map(Digest::bytes).orElse(null);
    }

    /** {@return the blocks as the column has them} */
    byte @Nullable [] packedBlocks() {
        return pack(blocks);
    }

    private static byte @Nullable [] pack(List<Integer> crcs) {
        if (crcs.isEmpty()) {
            return null;
        }
        ByteBuffer packed = ByteBuffer.allocate(crcs.size() * Integer.BYTES);
        crcs.forEach(packed::putInt);
        return packed.array();
    }

    private static List<Integer> unpack(byte @Nullable [] packed) {
        if (packed == null) {
            return List.of();
        }
        int[] crcs = new int[packed.length / Integer.BYTES];
        ByteBuffer.wrap(packed).asIntBuffer().get(crcs);
        return Arrays.stream(crcs).boxed().toList();
    }
}
