/** What a hash algorithm implements: recipes, the bytes they read, and the digests they give. */
@org.jspecify.annotations.NullMarked
module dev.assay.hash.spi {
    requires static org.jspecify;

    exports dev.assay.hash.spi;
    exports dev.assay.hash.spi.contract;
}
