package dev.assay.hash.spi;

import java.util.Collection;

/**
 * The service that a hash plugin provides: {@code provides dev.assay.hash.spi.HashPlugin with ...}
 * in its module descriptor, and the same class named in {@code META-INF/services} for hosts on the
 * class path.
 *
 * <p>The core makes one instance with the public constructor without parameters and calls {@link
 * #algorithms()} once, on the thread that opens the library. Neither may read files or start
 * threads. A plugin has the rights of the program that loads it; there is no sandbox.
 */
public interface HashPlugin {

    /**
     * {@return the algorithms of this plugin} One whose id is reserved or already taken is refused
     * and named; the others are used.
     */
    Collection<? extends HashAlgorithm> algorithms();
}
