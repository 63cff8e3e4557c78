package org.example.xxh3;

import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashPlugin;
import java.util.List;

/** Offers XXH3-64. */
public final class Xxh3Plugin implements HashPlugin {

    /** Made by ServiceLoader. */
    public Xxh3Plugin() {}

    @Override
    public List<HashAlgorithm> algorithms() {
        return List.of(new Xxh3Hash());
    }
}
