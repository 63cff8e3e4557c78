package dev.assay.core.model;

import dev.assay.hash.spi.HashId;
import java.util.List;

/** Which files of a scan get full digests. */
public sealed interface HashChoice {

    /** The hashes of the ecosystem, computed when nobody says which. */
    List<HashId> DEFAULT_HASHES =
            List.of(
                    HashId.of("sha256"),
                    HashId.of("payload-sha256"),
                    HashId.of("crc32"),
                    HashId.of("blake3"),
                    HashId.of("autov1"),
                    HashId.of("autov2"),
                    HashId.of("autov3"));

    /** Only the files that a provider is going to be asked about. */
    record AsNeeded() implements HashChoice {}

    /**
     * Every file.
     *
     * @param hashes the recipes
     */
    record Every(List<HashId> hashes) implements HashChoice {

        /** Copies the list. */
        public Every {
            hashes = List.copyOf(hashes);
        }
    }

    /** {@return every file, with the default hashes} */
    static HashChoice everyFile() {
        return new Every(DEFAULT_HASHES);
    }
}
