package dev.assay.hash.spi;

/**
 * One hash recipe. An implementation picks exactly one of the three shapes: {@link StreamHash} for
 * bytes in order, {@link TreeHash} for parts in any order, {@link DerivedHash} for a value made
 * from another digest.
 *
 * <p>An algorithm is stateless: one instance serves every file and every thread. The core calls
 * every method inside a guard; one that throws costs this hash its result, and nothing else.
 */
public sealed interface HashAlgorithm permits StreamHash, TreeHash, DerivedHash {

    /**
     * {@return the recipe's name in the catalog and on the command line; the same at every call}
     */
    HashId id();

    /**
     * {@return the name to show and the key in JSON, such as {@code SHA256}; by default the id in
     * upper case}
     */
    default String name() {
        return id().value().toUpperCase(java.util.Locale.ROOT);
    }

    /**
     * {@return how many bytes a digest of this recipe has, 1 to 128; the core refuses any other
     * length as a failed result}
     */
    int length();

    /** {@return one line for a person: what the recipe reads and what it is good for} */
    String purpose();
}
