package dev.assay.core.internal.catalog;

import dev.assay.core.model.FileStat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What reading files again is compared with, and what comes of it. */
public final class Verifications {
    private final Catalog catalog;

    Verifications(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return the CRC-32 of every 16 MiB of a file, as it was hashed; empty when not kept} */
    public List<Integer> blocks(Path path) {
        return catalog.read(sql -> {
            Optional<FileRow> row = catalog.files().at(sql, path);
            return row.isEmpty()
                    ? List.<Integer>of()
                    : catalog.contents()
                            .byId(sql, row.get().content())
                            .map(ContentRow::blocks)
                            .orElse(List.of());
        });
    }

    /** Notes that the bytes of a file were read again and are what its SHA-256 says. */
    public void verified(Path path) {
        catalog.change(sql -> {
            Optional<FileRow> row = catalog.files().at(sql, path);
            if (row.isPresent()) {
                catalog.contents().verified(sql, row.get().content(), catalog.clock().instant());
            }
        });
    }

    /**
     * Notes that a file was written anew with the bytes that it should have.
     *
     * @return whether the file is known
     */
    public boolean rewritten(FileStat file) {
        return catalog.write(sql -> {
            Instant now = catalog.clock().instant();
            Optional<FileRow> row = catalog.files().at(sql, file.path());
            Optional<Long> folder = catalog.places().folderOf(sql, file.path());
            if (row.isPresent() && folder.isPresent()) {
                catalog.files().relocate(sql, row.get(), file, folder.get(), now);
                catalog.contents().verified(sql, row.get().content(), now);
            }
            return row.isPresent();
        });
    }
}
