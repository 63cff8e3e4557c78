/** A JSON file of known models as a provider plugin for Assay. */
module org.example.catalogue {
    requires dev.assay.provider.spi;
    requires tools.jackson.databind;

    provides dev.assay.provider.spi.ProviderPlugin with
            org.example.catalogue.JsonCataloguePlugin;
}
