import dev.assay.hash.blake3.Blake3Plugin;
import dev.assay.hash.spi.HashPlugin;

/** BLAKE3, plain and vectorised. */
@SuppressWarnings("module") // the name ends in a digit, as the algorithm's does
@org.jspecify.annotations.NullMarked
module dev.assay.hash.blake3 {
    requires dev.assay.hash.spi;
    requires static jdk.incubator.vector;
    requires static org.jspecify;

    provides HashPlugin with
            Blake3Plugin;
}
