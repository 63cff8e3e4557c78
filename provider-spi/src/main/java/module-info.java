/**
 * What a metadata provider implements: who a file is, asked by digest through the core's gateway.
 */
@org.jspecify.annotations.NullMarked
module dev.assay.provider.spi {
    requires transitive dev.assay.hash.spi;
    requires static org.jspecify;

    exports dev.assay.provider.spi;
    exports dev.assay.provider.spi.contract;
}
