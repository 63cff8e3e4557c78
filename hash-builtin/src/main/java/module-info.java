import dev.assay.hash.builtin.BouncyCastleHashes;
import dev.assay.hash.builtin.BuiltinHashes;
import dev.assay.hash.spi.HashPlugin;

/** The hashes of the JDK and of Bouncy Castle, and the ecosystem's recipes over them. */
@org.jspecify.annotations.NullMarked
module dev.assay.hash.builtin {
    requires dev.assay.hash.spi;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    provides HashPlugin with
            BuiltinHashes,
            BouncyCastleHashes;
}
