package dev.assay.hash.blake3;

import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashPlugin;
import java.util.List;

/** Brings BLAKE3. */
public final class Blake3Plugin implements HashPlugin {

    /** Makes the plugin; reads nothing and starts nothing. */
    public Blake3Plugin() {}

    @Override
    public List<HashAlgorithm> algorithms() {
        return List.of(new Blake3());
    }
}
