/** Scans, classifies, hashes, identifies and remembers model files; made to be embedded. */
@org.jspecify.annotations.NullMarked
module dev.assay.core {
    requires transitive dev.assay.hash.spi;
    requires transitive dev.assay.provider.spi;
    requires java.sql;
    requires java.net.http;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;
    requires tools.jackson.databind;

    exports dev.assay.core;
    exports dev.assay.core.model;
    exports dev.assay.core.query;

    uses dev.assay.hash.spi.HashPlugin;
    uses dev.assay.provider.spi.ProviderPlugin;
}
